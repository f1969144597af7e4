package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An object whose texts can be read in several languages. Its own columns hold the source text, which is Portuguese unless a
 * translation marked as source says otherwise.
 */
@MappedSuperclass
public abstract class Translatable {
    @Id
    public UUID id;

    /** Its texts in other languages. */
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "entity_id", insertable = false, updatable = false)
    @OrderBy("field, language")
    public List<Translation> translations = new ArrayList<>();

    /**
     * A text in the first of the wanted languages it exists in, else in Portuguese, else as its source has it.
     *
     * @param field the HSDS name of the text, such as {@code fees_description}
     * @param sourceText what the record itself holds; absent when null
     * @param wanted BCP 47 tags, the most wanted first
     */
    public Optional<LocalizedText> text(String field, String sourceText, List<String> wanted) {
        if (sourceText == null) {
            return Optional.empty();
        }
        var texts =
                translations.stream().filter(each -> each.field.equals(field)).toList();
        var source = texts.stream()
                .filter(each -> each.source)
                .findFirst()
                .map(each -> new LocalizedText(sourceText, each.language, each.origin, each.reviewed, false))
                .orElse(new LocalizedText(sourceText, Translation.SOURCE_LANGUAGE, Translation.HUMAN, true, false));
        return Stream.concat(wanted.stream(), Stream.of(Translation.SOURCE_LANGUAGE))
                .flatMap(tag -> Stream.of(tag, tag.split("-")[0]))
                .flatMap(tag -> tag.equalsIgnoreCase(source.language())
                        ? Stream.of(source)
                        : texts.stream()
                                .filter(each -> !each.source && each.language.equalsIgnoreCase(tag))
                                .map(each -> each.localized(sourceText)))
                .findFirst()
                .or(() -> Optional.of(source));
    }
}
