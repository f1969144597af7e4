package org.balcao.directory.usecase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.balcao.directory.feed.TextCatalogues;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.model.Translation;
import org.balcao.shared.StableId;

/**
 * Gives an object its texts. What a source has in Portuguese is the source text and the rest are translations of it; what it has in English only stays
 * as it is. A text that the source has in English comes in every other language of the catalogues too, as written by a program.
 */
final class Wording {
    private static final String PORTUGUESE = Translation.SOURCE_LANGUAGE;
    private static final String ENGLISH = "en";

    private final TextCatalogues catalogues;
    private final String origin;
    private final Set<Translatable> objects = new LinkedHashSet<>();
    private final List<String> putInPortuguese = new ArrayList<>();

    private Wording(TextCatalogues catalogues, String origin) {
        this.catalogues = catalogues;
        this.origin = origin;
    }

    /** Texts that a program wrote from what it read: those of the starter data. */
    static Wording byProgram(TextCatalogues catalogues) {
        return new Wording(catalogues, Translation.MACHINE);
    }

    /** Texts that whoever delivers them wrote. */
    static Wording byPeople(TextCatalogues catalogues) {
        return new Wording(catalogues, Translation.HUMAN);
    }

    /** What was given texts so far. */
    List<Translatable> objects() {
        return List.copyOf(objects);
    }

    /** Another one as soon as one of the texts given so far is another. */
    String fingerprint() {
        var all = new StringBuilder().append(putInPortuguese);
        for (var object : objects) {
            for (var text : object.translations) {
                all.append('\u001e')
                        .append(text.id)
                        .append(text.origin)
                        .append(text.reviewed)
                        .append(text.value);
            }
        }
        return Translation.hash(all.toString());
    }

    /** A name as the door has it, which nobody made up, and what it is called in other languages. */
    String name(Translatable object, String kind, String field, Map<String, String> texts) {
        return texts == null || texts.isEmpty() ? null : translated(object, kind, field, texts);
    }

    /** Adds the translations and gives the source text, or null when the source says nothing. */
    String of(Translatable object, String kind, String field, Map<String, String> texts) {
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        if (!texts.containsKey(PORTUGUESE)) {
            return inAnotherLanguage(object, kind, field, texts);
        }
        if (origin.equals(Translation.MACHINE)) {
            add(object, kind, field, PORTUGUESE, texts.get(PORTUGUESE), origin).source = true;
        }
        return translated(object, kind, field, texts);
    }

    private String translated(Translatable object, String kind, String field, Map<String, String> texts) {
        var source = texts.get(PORTUGUESE);
        texts.forEach((language, text) -> {
            if (!language.equals(PORTUGUESE)) {
                add(object, kind, field, language, text, origin).sourceHash = Translation.hash(source);
            }
        });
        addFromCatalogues(object, kind, field, texts, source);
        return source;
    }

    /** Adds the languages that the source does not have. */
    private void addFromCatalogues(
            Translatable object, String kind, String field, Map<String, String> texts, String source) {
        catalogues.of(texts.getOrDefault(ENGLISH, "")).forEach((language, text) -> {
            if (!texts.containsKey(language)) {
                var translation = add(object, kind, field, language, text.value(), Translation.MACHINE);
                translation.sourceHash = Translation.hash(source);
                translation.reviewed = text.reviewed();
            }
        });
    }

    /** A text that the source has in English only. */
    String english(Translatable object, String kind, String field, String text) {
        return text == null ? null : of(object, kind, field, Map.of(ENGLISH, text));
    }

    /**
     * Short texts that a source has in English: gives them in Portuguese, as they are kept, and adds them in every language that has all of them, one on a
     * line. Where no catalogue knows one of them nothing is added: it is a name, or was not in English.
     */
    List<String> lines(Translatable object, String kind, String field, List<String> english) {
        var portuguese = english.stream().map(this::inPortuguese).toList();
        var source = String.join("\n", portuguese);
        if (!english.isEmpty()
                && english.stream().allMatch(each -> catalogues.of(each).containsKey(PORTUGUESE))) {
            add(object, kind, field, PORTUGUESE, source, Translation.MACHINE).source = true;
            add(object, kind, field, ENGLISH, String.join("\n", english), origin).sourceHash = Translation.hash(source);
            catalogues.of(english.getFirst()).keySet().stream()
                    .filter(language -> !language.equals(PORTUGUESE))
                    .filter(language -> english.stream()
                            .allMatch(each -> catalogues.of(each).containsKey(language)))
                    .forEach(language -> addLines(object, kind, field, language, english, source));
        }
        return portuguese;
    }

    private void addLines(
            Translatable object, String kind, String field, String language, List<String> english, String source) {
        var texts =
                english.stream().map(each -> catalogues.of(each).get(language)).toList();
        var value = texts.stream().map(TextCatalogues.Translated::value).collect(Collectors.joining("\n"));
        var translation = add(object, kind, field, language, value, Translation.MACHINE);
        translation.sourceHash = Translation.hash(source);
        translation.reviewed = texts.stream().allMatch(TextCatalogues.Translated::reviewed);
    }

    /** The same words in Portuguese, where a machine put them so; else as they are. */
    String inPortuguese(String english) {
        var portuguese = catalogues.portuguese(english).orElse(english);
        putInPortuguese.add(portuguese);
        return portuguese;
    }

    private String inAnotherLanguage(Translatable object, String kind, String field, Map<String, String> texts) {
        var language = texts.containsKey(ENGLISH)
                ? ENGLISH
                : texts.keySet().stream().sorted().findFirst().orElseThrow();
        var source = texts.get(language);
        add(object, kind, field, language, source, origin).source = true;
        texts.forEach((other, text) -> {
            if (!other.equals(language)) {
                add(object, kind, field, other, text, origin).sourceHash = Translation.hash(source);
            }
        });
        addFromCatalogues(object, kind, field, texts, source);
        return source;
    }

    private Translation add(
            Translatable object, String kind, String field, String language, String text, String origin) {
        var translation = new Translation();
        translation.id = StableId.within(object.id, "translation", field + "/" + language);
        translation.entityId = object.id;
        translation.entityType = kind;
        translation.field = field;
        translation.language = language;
        translation.value = text;
        translation.origin = origin;
        translation.reviewed = false;
        object.translations.add(translation);
        objects.add(object);
        return translation;
    }
}
