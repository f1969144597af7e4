package org.balcao.hours;

/** What a public holiday means for a door. */
public enum OnHolidays {
    /** A public body's office: closed. */
    CLOSED,
    /** Anybody else's: not known, hours may differ. */
    MAY_DIFFER
}
