package org.balcao.search.store;

/**
 * How much each reason counts in the order; a service's points are the sum over its reasons, and of equals the one entered first comes
 * first. Sums of quarters are exact in floating point, so every engine gives the same order. Described in docs/search.md.
 */
final class Weights {

    /** The lines for a danger come before everything, in the order they are named in. */
    static final float LINE = 40_000;

    /** A line that answers now; one of which nobody knows when it does; what is left is closed. */
    static final float OPEN_LINE = 40_000;

    /** More than all else together: what has it comes before what does not. */
    static final float NOT_LAST = 131_072;

    static final float UNKNOWN_HOURS = 20_000;

    /** A service for the situation in the place that was named. */
    static final float NEARBY = 4_000;

    /** The same in the district, and for a service that is for little else. */
    static final float IN_DISTRICT = 400;

    static final float SPECIAL = 400;

    /** For one that a mediator names first there. */
    static final float LOCAL = 800;

    /** A service whose name, organization or place has a word that is said of nothing else: before the doors of the situation. */
    static final float NAMED = 2_400;

    /** A service that can be reached comes before others of its kind. */
    static final float REACHABLE = 40;

    /** Open at the time that was named. */
    static final float OPEN_THEN = 1_500;

    /** The doors of a situation, in the order they are named in. */
    static final float FIRST = 2_000;

    /** What is given in the place named, where it is not sure what is wanted: behind help in general. */
    static final float PERHAPS_NEARBY = 1_920;

    /** How much less each further line or door counts than the one before. */
    static final float LATER = 50;

    static final float NAME = 8;
    static final float NEED = 6;
    static final float NARROWER_NEED = 4;
    static final float OTHER = 5;
    static final float PLACE = 4;
    static final float AREA = 3;
    static final float PLACE_NAME = 3;
    static final float SPOKEN = 3;
    static final float AUDIENCE = 2;
    static final float FREE = 2;
    static final float DELIVERY_MODE = 2;
    static final float TEXT = 2;
    static final float NATIONWIDE = 1;

    /** A word that is only begun counts half. */
    static final float BEGUN = 0.5f;

    /** A word with mistakes counts half. */
    static final float MISTYPED = 0.5f;

    private Weights() {}
}
