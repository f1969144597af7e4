package org.balcao.search.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the index keeps of a service to say why it was found. */
record MatchableTexts(
        List<Text> texts,
        Set<String> needs,
        Set<String> ownNeeds,
        Set<String> audiences,
        Set<String> languages,
        Set<String> places,
        Set<String> areas,
        boolean nationwide,
        SortedSet<String> deliveryModes,
        boolean free) {

    private static final MatchableTexts NOTHING = of(List.of());

    private static final JsonMapper JSON = new JsonMapper();

    /** A text of a service as its source has it. */
    record Text(String field, String language, String value) {}

    /** Of a service that the index has not whole: texts only. */
    static MatchableTexts of(List<Text> texts) {
        return new MatchableTexts(
                texts, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, new TreeSet<>(), false);
    }

    static MatchableTexts of(ServiceDocument entry, List<Text> texts) {
        return new MatchableTexts(
                texts,
                entry.needs,
                entry.ownNeeds,
                entry.audiences,
                entry.languages,
                entry.places,
                entry.areas,
                entry.nationwide,
                entry.deliveryModes,
                Boolean.TRUE.equals(entry.free));
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing if it cannot be read, as where a text in it is longer than the reader takes: then no reasons are shown. */
    static MatchableTexts read(String written) {
        try {
            return JSON.readValue(written, MatchableTexts.class);
        } catch (JsonProcessingException unreadable) {
            return NOTHING;
        }
    }
}
