package org.balcao.referral.model;

import java.util.Locale;

/** Where a referral is in its life. Five states are open and seven are ends; a referral never reopens. */
public enum State {
    SENT,
    UNDER_STUDY,
    ACCEPTED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    DECLINED,
    FORWARDED,
    WITHDRAWN,
    /** Nobody answered. */
    EXPIRED,
    /** Accepted, then silence. */
    LAPSED,
    /** Sent to the wrong place. */
    VOIDED;

    public boolean isOpen() {
        return compareTo(ON_HOLD) <= 0;
    }

    /** As it is written in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
