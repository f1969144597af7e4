package org.balcao.hours;

import java.util.Locale;

/** What is known of a door's hours. */
public enum Basis {
    /** Hours are published. */
    SCHEDULE,
    /** One is received by appointment only. */
    BY_APPOINTMENT,
    /** Around the clock, every day. */
    ALWAYS,
    /** Nothing that could be computed is published, or it is out of date. */
    UNKNOWN;

    /** As it stands in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
