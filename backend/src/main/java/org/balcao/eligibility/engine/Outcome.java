package org.balcao.eligibility.engine;

import java.util.Locale;

/** What comes out for a person. There is no bare no: who decides and what else there is stands beside each. */
public enum Outcome {
    YES,
    /** Yes, until a day. */
    YES_UNTIL,
    /** All fits but the time: from a day. */
    NOT_YET,
    /** All fitted until a day that is past. */
    ENDED,
    NO,
    NOT_KNOWN,
    /** All else fits; an authority judges the rest. */
    POSSIBLE,
    /** The sources disagree on what decides. */
    DISPUTED;

    /** As it is written in JSON. */
    public String word() {
        return this == POSSIBLE
                ? "possible-authority-decides"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
