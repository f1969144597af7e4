package org.balcao.upkeep.model;

import java.util.Locale;

/**
 * How a listing ages that nobody confirms: it is marked, sinks among the others, and leaves the search. How many days each takes is our choice
 * (docs/decisions), not a rule of HSDS.
 */
public enum Freshness {
    FRESH(0),
    /** Marked on the page: nobody has looked for half a year. */
    AGEING(180),
    /** After the others. */
    STALE(270),
    /** Not found by who searches; its own page stays, and says so. */
    HIDDEN(365);

    /** Each step is told this many days before it is taken, and never taken sooner. */
    public static final int NOTICE_DAYS = 30;

    private final int days;

    Freshness(int days) {
        this.days = days;
    }

    /** After how many days without a check. */
    public int days() {
        return days;
    }

    /** As in the data, such as {@code ageing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
