package org.balcao.search.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.balcao.search.model.Meaning;

/**
 * What people say for what they need, in one language; from the files in {@code search/words}.
 *
 * @param reviewed whether a native speaker has read it
 * @param sources where the words come from
 * @param ignore words that say nothing of what is sought
 */
record WordFile(String language, boolean reviewed, List<String> sources, List<String> ignore, List<Concept> concepts) {

    static final List<String> LANGUAGES =
            List.of("pt", "en", "fr", "es", "uk", "ru", "ar", "fa", "ur", "hi", "bn", "ne", "zh", "ro", "tr", "ti");

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Ways to say one thing. */
    record Concept(
            List<String> needs,
            List<String> audiences,
            List<String> search,
            List<String> places,
            String spoken,
            String asks,
            String urgent,
            List<String> said,
            String source) {

        Meaning meaning() {
            return new Meaning(needs, audiences, search, places, spoken, asks, urgent);
        }
    }

    /**
     * Which services help in a danger.
     *
     * @param services ids in the starter data, the first to be shown first
     * @param source why these
     */
    record Urgent(List<String> services, Object source) {}

    static List<WordFile> all() {
        return LANGUAGES.stream().map(WordFile::read).toList();
    }

    static WordFile read(String language) {
        return read("words/" + language + ".yaml", WordFile.class);
    }

    /** By the kind of danger. */
    static Map<String, Urgent> urgent() {
        Map<?, ?> kinds = read("urgent.yaml", Map.class);
        return YAML.convertValue(kinds, YAML.getTypeFactory().constructMapType(Map.class, String.class, Urgent.class));
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream file = WordFile.class.getResourceAsStream("/search/" + name)) {
            return YAML.readValue(file, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("search/" + name, unreadable);
        }
    }
}
