package org.balcao.search.situations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure it is that a situation was understood. */
public enum Certainty {
    /** The doors of the situation come first. */
    SURE,
    /** Topics and help lines are offered instead of a guess. */
    UNSURE,
    /** It is understood, and the directory has no door for it. */
    OUTSIDE;

    /** As it stands in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * From which lead on it is sure.
     *
     * @param sure how far the nearest situation has to be ahead of the next one with other doors
     * @param danger the same where the nearest is a danger: a line that was not needed harms less than one that was not shown
     * @param close how far behind the nearest another danger may be, for its lines to be shown too
     * @param known which part of what is typed the bank has to know, from 0 to 1
     */
    public record Bounds(double sure, double danger, double close, double known) {}
}
