package org.balcao.referral.model;

import java.util.Locale;

/** Who takes a step: one of the two organizations, the person, or the clock. */
public enum Actor {
    SENDER,
    RECEIVER,
    PERSON,
    CLOCK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
