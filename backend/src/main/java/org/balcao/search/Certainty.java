package org.balcao.search;

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
}
