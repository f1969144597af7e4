package org.balcao.search.situations;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.balcao.search.situations.NearestSituations.Sample;

/** The situations and the sentences of the bank, as they stand in {@code search/situations.yaml} and {@code search/situations/*.tsv}. */
record SituationBank(List<Situation> situations, List<Sample> samples) {
    static final List<String> LANGUAGES =
            List.of("pt", "en", "fr", "es", "uk", "ru", "ar", "fa", "ur", "hi", "bn", "ne", "zh", "ro", "tr", "ti");

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory()).build();

    /**
     * The file of the situations.
     *
     * @param origin who wrote it: {@code machine} or {@code human}
     * @param reviewed whether a mediator has read it
     */
    record SituationFile(String origin, boolean reviewed, Bounds certainty, List<Situation> situations) {}

    /**
     * From which lead on it is sure.
     *
     * @param sure how far the nearest situation has to be ahead of the next one with other doors
     * @param few the same for a word or two, which cannot lead as far, where words and what they mean both speak of it
     * @param likely how far it has to lead for its first door to come before help in general, told as unsure
     * @param danger how much nearer a danger has to be than anything else to be taken for it; its lines then come first, sure or not
     * @param close how far behind the nearest another danger may then be, for its lines to be shown too: a line that was not needed harms less than
     *     one that was not shown
     * @param known which part of what is typed the bank has to know, from 0 to 1
     */
    record Bounds(double sure, double few, double likely, double danger, double close, double known) {}

    static SituationFile file() {
        try (InputStream content = SituationBank.class.getResourceAsStream("/search/situations.yaml")) {
            return YAML.readValue(content, SituationFile.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("search/situations.yaml", unreadable);
        }
    }

    static SituationBank read() {
        List<Situation> situations = file().situations();
        Map<String, Integer> numbers = new HashMap<>();
        situations.forEach(each -> numbers.put(each.id(), numbers.size()));
        List<Sample> samples = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String[] line : lines(language)) {
                samples.add(new Sample(language, line[1], numbers.get(line[0])));
            }
        }
        return new SituationBank(situations, samples);
    }

    /** The lines of a language: a situation and what is said in it. */
    static List<String[]> lines(String language) {
        return TabSeparated.lines("/search/situations/" + language + ".tsv");
    }
}
