package org.balcao.eligibility.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.balcao.eligibility.usecase.PackagedRules;

/** The sentences of the rules, in the first of the reader's languages that they are there in. */
@ApplicationScoped
class Sentences {

    private static final String SOURCE = "pt";

    private final Map<String, JsonNode> texts;

    Sentences(PackagedRules rules) {
        this.texts = rules.texts();
    }

    /** The sentences of one language. */
    record In(String language, boolean reviewed, JsonNode all) {

        String of(String group, String id) {
            return all.path(group).path(id).textValue();
        }
    }

    /** @param lang the parameter of that name, such as {@code uk,en}; null if there was none */
    In forReader(String lang, HttpHeaders headers) {
        List<String> wanted = new ArrayList<>();
        if (lang != null) {
            wanted.addAll(List.of(lang.split(",")));
        } else {
            headers.getAcceptableLanguages().forEach(locale -> wanted.add(locale.getLanguage()));
        }
        String language = wanted.stream()
                .map(each -> each.strip().split("-", 2)[0].toLowerCase(Locale.ROOT))
                .filter(texts::containsKey)
                .findFirst()
                .orElse(SOURCE);
        JsonNode all = texts.get(language);
        return new In(language, all.path("reviewed").booleanValue(), all);
    }
}
