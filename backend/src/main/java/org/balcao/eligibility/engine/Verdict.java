package org.balcao.eligibility.engine;

/**
 * What may still come out: bit 1, it can be true; bit 2, it can be false. So 1 is yes, 2 is no and 3 not known yet, and the three
 * connectives are those of Kleene's strong logic.
 */
public final class Verdict {

    public static final int YES = 1;
    public static final int NO = 2;
    public static final int OPEN = 3;

    private Verdict() {}

    static int and(int a, int b) {
        return a & b & 1 | (a | b) & 2;
    }

    static int or(int a, int b) {
        return (a | b) & 1 | a & b & 2;
    }

    static int not(int a) {
        return a >> 1 | (a & 1) << 1;
    }

    public static String word(int verdict) {
        return verdict == YES ? "yes" : verdict == NO ? "no" : "unknown";
    }
}
