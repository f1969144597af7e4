package org.balcao.search;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a search made of the words.
 *
 * @param loosened no service has everything, so those with most of it are given
 * @param urgent the kinds of danger the words speak of
 * @param certainty how sure it is of what was meant
 * @param helpFirst the first service of this page helps with anything, since it is not known which one is meant
 * @param topics needs to choose from where it is not sure
 * @param nearest where nothing was found: what would be found with one filter less
 */
public record SearchReport(
        List<Part> understood,
        boolean loosened,
        List<String> urgent,
        Certainty certainty,
        boolean helpFirst,
        List<Topic> topics,
        List<Nearest> nearest) {

    /**
     * A part of what was typed.
     *
     * @param kind need, audience, place, spoken, synonym, free, open_now, phone, online, open_at, contact, word, corrected or unknown
     * @param timezone of open_at: the zone in which the day or hour was taken
     */
    public record Part(String text, String kind, String code, String name, String timezone) {
        public Part(String text, String kind, String code, String name) {
            this(text, kind, code, name, null);
        }

        /** A day or an hour, such as "Saturday". */
        public static Part openAt(String text, ZonedDateTime moment) {
            return new Part(
                    text,
                    "open_at",
                    moment.toInstant().toString(),
                    null,
                    moment.getZone().getId());
        }
    }

    /** A need somebody may mean. */
    public record Topic(String code, String name) {}

    /** How many services there are without a filter, by the name of its parameter. */
    public record Nearest(String without, long total) {}
}
