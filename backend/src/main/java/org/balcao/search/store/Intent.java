package org.balcao.search.store;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.balcao.search.Certainty;
import org.balcao.search.situations.Situation;

/**
 * What somebody wants, taken all together, and the doors for it.
 *
 * @param kind by what services are found
 * @param certainty how sure that is
 * @param situation the situation they are in, or null
 * @param topics codes of needs to choose from where it is not sure
 * @param lines the lines for a danger, the first to be called first
 * @param first the doors that come before others, in their order
 * @param needs codes of needs a service may have instead
 * @param near codes of needs whose services come before {@code first} in the place named
 * @param country the country whose offices are meant, as people of Portugal call it; or null
 * @param contacts telephone numbers, e-mail addresses and sites, in the spelling of the index
 * @param moment when a door should be open, on the clock of the place that is meant; or null
 */
record Intent(
        Kind kind,
        Certainty certainty,
        Situation situation,
        List<String> topics,
        List<UUID> lines,
        List<UUID> first,
        List<String> needs,
        List<String> near,
        String country,
        List<String> contacts,
        ZonedDateTime moment) {

    /** By what services are found. */
    enum Kind {
        /** All of them: nothing was typed. */
        ALL,
        /** A telephone number, an e-mail address or a site that stands in a listing. */
        CONTACT,
        /** The doors of a situation, and the services for its needs. */
        SITUATION,
        /** The words, each of which has to be somewhere. */
        WORDS,
        /** Help in general: nothing was understood, or there is no door for it. */
        HELP
    }

    Intent {
        topics = List.copyOf(topics);
        lines = List.copyOf(lines);
        first = List.copyOf(first);
        needs = List.copyOf(needs);
        near = List.copyOf(near);
        contacts = List.copyOf(contacts);
    }
}
