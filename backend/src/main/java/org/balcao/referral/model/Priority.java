package org.balcao.referral.model;

import java.util.Locale;

/** How soon somebody has to answer (inter-agency referral form: 24 hours, 72 hours, two weeks). */
public enum Priority {
    EMERGENCY,
    URGENT,
    NORMAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
