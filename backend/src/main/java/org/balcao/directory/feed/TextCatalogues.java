package org.balcao.directory.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.balcao.shared.TextLanguages;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;

/**
 * The English texts of the starter data in the other languages of the page: one PO file for each language in {@code data/portugal/texts}. A program
 * wrote them; one that a person has read says so in a comment such as {@code # reviewed: 2027-01-31 Ana Marques}.
 */
@ApplicationScoped
public class TextCatalogues {
    private static final String PORTUGUESE = "pt";
    private static final String ENGLISH = "en";
    private static final String REVIEWED = "reviewed: ";

    /** @param reviewed a person who speaks the language has read it */
    public record Translated(String value, boolean reviewed) {}

    private final Map<String, Map<String, Translated>> byEnglish = new HashMap<>();

    TextCatalogues() {
        for (var language : TextLanguages.OF_THE_PAGE) {
            if (language.equals(ENGLISH)) {
                continue;
            }
            try (var content = StarterData.open("texts/" + language + ".po")) {
                new PoParser().parseCatalog(content, false).forEach(message -> take(language, message));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    private void take(String language, Message message) {
        var usable = !message.isHeader() && !message.isObsolete() && !message.isFuzzy();
        if (usable && !message.getMsgstr().isBlank()) {
            var reviewed = message.getComments().stream()
                    .anyMatch(comment -> comment.strip().startsWith(REVIEWED));
            byEnglish
                    .computeIfAbsent(message.getMsgid(), english -> new LinkedHashMap<>())
                    .put(language, new Translated(message.getMsgstr(), reviewed));
        }
    }

    /** The text in every language that has it, by language (BCP 47). */
    public Map<String, Translated> of(String english) {
        return Collections.unmodifiableMap(byEnglish.getOrDefault(english, Map.of()));
    }

    public Optional<String> portuguese(String english) {
        return Optional.ofNullable(of(english).get(PORTUGUESE)).map(Translated::value);
    }
}
