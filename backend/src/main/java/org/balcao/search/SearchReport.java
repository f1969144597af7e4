package org.balcao.search;

import java.util.List;

/**
 * What a search made of the words.
 *
 * @param loosened no service has everything, so those with most of it are given
 * @param urgent the kinds of danger the words speak of
 * @param certainty how sure it is of what was meant
 * @param topics needs to choose from where it is not sure
 * @param nearest where nothing was found: what would be found with one filter less
 */
public record SearchReport(
        List<Part> understood,
        boolean loosened,
        List<String> urgent,
        Certainty certainty,
        List<Topic> topics,
        List<Nearest> nearest) {

    /**
     * A part of what was typed.
     *
     * @param kind need, audience, place, spoken, synonym, free, open_now, phone, online, open_at, number, urgent, word, corrected or unknown
     */
    public record Part(String text, String kind, String code, String name) {}

    /** A need somebody may mean. */
    public record Topic(String code, String name) {}

    /** How many services there are without a filter, by the name of its parameter. */
    public record Nearest(String without, long total) {}
}
