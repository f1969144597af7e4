package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.balcao.hours.Basis;

/** What is said of almost every text and door, in few letters: a pack says it many hundred times. {@code frontend/src/sw/unfold.ts} reads it. */
final class InShort {

    private InShort() {}

    /** What is known of each text: its language and origin, then "reviewed" and "stale" where they are so, divided by spaces. */
    static Map<String, String> of(Map<String, Localized> localized) {
        if (localized == null) {
            return null;
        }
        Map<String, String> told = new TreeMap<>();
        localized.forEach((field, about) -> told.put(field, of(about)));
        return told;
    }

    private static String of(Localized about) {
        return about.language() + " " + about.origin() + (about.reviewed() ? " reviewed" : "")
                + (about.stale() ? " stale" : "");
    }

    /** Hours of which nothing is known say nothing of days and zones. */
    static OpeningHoursView of(OpeningHoursView hours) {
        boolean unknown = hours != null
                && Basis.UNKNOWN.wireName().equals(hours.basis())
                && hours.spans().isEmpty()
                && hours.closures().isEmpty()
                && (hours.words() == null || hours.words().isEmpty());
        return unknown ? new OpeningHoursView(hours.basis(), null, null, null, List.of(), List.of(), null) : hours;
    }
}
