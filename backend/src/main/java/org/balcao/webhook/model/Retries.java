package org.balcao.webhook.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message is tried again: the example schedule of Standard Webhooks 1.0.0, ten tries in seventy-five and a half hours. */
public final class Retries {
    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 10;

    private Retries() {}

    /** @return how long after the given number of tries, or nothing if there were enough */
    public static Optional<Duration> after(int tries) {
        return tries <= AFTER.size() ? Optional.of(AFTER.get(tries - 1)) : Optional.empty();
    }

    /** How long nothing at all is sent to an address after failures in a row: 5 s, doubled each time, 85 minutes at most. */
    public static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    }
}
