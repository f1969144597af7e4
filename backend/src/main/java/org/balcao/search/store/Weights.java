package org.balcao.search.store;

/**
 * How much each reason counts in the order; a service's points are the sum over its reasons, and of equals the one entered first comes
 * first. Sums of quarters are exact in floating point, so every engine gives the same order. Described in docs/search.md.
 */
final class Weights {

    static final float URGENT = 100;
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

    /** The lines for a danger come before everything, in the order they are named in. */
    static float urgent(int rank) {
        return URGENT - rank * NAME / 2;
    }

    private Weights() {}
}
