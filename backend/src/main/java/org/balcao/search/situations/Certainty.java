package org.balcao.search.situations;

/** How sure it is that a situation was understood. */
public enum Certainty {
    /** The doors of the situation come first. */
    SURE,
    /** Topics and help lines are offered instead of a guess. */
    UNSURE,
    /** It is understood, and the directory has no door for it. */
    OUTSIDE;

    /**
     * From which lead on it is sure.
     *
     * @param sure how far the nearest situation has to be ahead of the next one with other doors
     * @param danger the same where the nearest is a danger: a line that was not needed harms less than one that was not shown
     * @param known which part of what is typed the bank has to know, from 0 to 1
     */
    public record Bounds(double sure, double danger, double known) {}
}
