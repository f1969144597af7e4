package org.balcao.limit;

import java.time.Duration;

/** What is counted together: so many requests of one place in a window. The numbers are settings below {@code balcao.limits}. */
public enum Limit {
    /** All that is asked below {@code /api}, whatever else counts it. */
    READS("reads", "reads-a-minute", Duration.ofMinutes(1), 0),
    /** A person asks a service to call back. */
    REQUESTS("requests", "requests-an-hour", Duration.ofHours(1), 20),
    /** A reader says what is wrong with a listing. */
    CORRECTIONS("corrections", "requests-an-hour", Duration.ofHours(1), 20),
    /** Feeds that are read as if they were delivered. */
    CHECKS("checks", "checks-an-hour", Duration.ofHours(1), 0),
    /** Many situations, assessed in one request. */
    BATCHES("batches", "batches-an-hour", Duration.ofHours(1), 0),
    /** Offline packs that have to be made; those in memory are counted as reads alone. */
    PACKS("packs", "packs-an-hour", Duration.ofHours(1), 0),
    /** Whatever opens with a code: codes can be guessed. */
    CODES("codes", "codes-a-minute", Duration.ofMinutes(1), 2),
    /** Access tokens: codes and refresh tokens can be guessed. */
    SIGN_INS("sign-ins", "sign-ins-a-minute", Duration.ofMinutes(1), 0);

    private final String title;
    private final String setting;
    private final Duration window;
    private final int provedTimes;

    Limit(String title, String setting, Duration window, int provedTimes) {
        this.title = title;
        this.setting = setting;
        this.window = window;
        this.provedTimes = provedTimes;
    }

    /** As the {@code RateLimit} header names it. */
    public String title() {
        return title;
    }

    /** The name of its quota below {@code balcao.limits}. */
    String setting() {
        return setting;
    }

    public Duration window() {
        return window;
    }

    /** So many times the quota is taken again in a window, from whoever shows a proof of work; 0 where proofs are not taken. */
    int provedTimes() {
        return provedTimes;
    }

    public boolean takesProofs() {
        return provedTimes > 0;
    }
}
