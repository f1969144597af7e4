package org.balcao.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a device without a network compares typed words with, in one language: few enough words to be taken along.
 *
 * @param said what people say for what they need
 * @param dangers the dangers that words may speak of
 */
@Schema(name = "OfflineWords", description = "What a device without a network compares typed words with.")
public record OfflineWords(List<Said> said, List<Danger> dangers) {

    /**
     * Ways to say one thing.
     *
     * @param needs codes of needs
     * @param danger the kind of danger that is spoken of, or null
     * @param words words, or several of them that have to be there together
     */
    @Schema(name = "OfflineSaid")
    public record Said(List<String> needs, String danger, List<String> words) {}

    /**
     * A danger, its lines, and the words that speak of it or of something else.
     *
     * @param lines the services to call, the first first
     * @param needs codes of the needs it is about
     * @param base what a text without any of the words has of it, in halves
     * @param signs the beginnings of words in small letters, each with what it adds, in halves; a text whose sum is {@code enough} or more may speak of it
     */
    @Schema(name = "OfflineDanger")
    public record Danger(
            String kind, List<UUID> lines, List<String> needs, int base, int enough, Map<String, Integer> signs) {}

    public OfflineWords {
        said = List.copyOf(said);
        dangers = List.copyOf(dangers);
    }
}
