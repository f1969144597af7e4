package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.model.Translation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One text of a record in one language. */
@Schema(name = "Translation")
public record TranslationView(
        String field,
        String language,
        String value,
        @Schema(enumeration = {"human", "machine"}) String origin,
        boolean reviewed,
        boolean stale) {

    /**
     * The source texts of a record, and their translations into the languages that are listed. A row that only names the language of the source text has
     * that text as its value.
     */
    static List<TranslationView> of(Translatable record, Map<String, String> sourceTexts, RenderContext context) {
        return record.translations.stream()
                .filter(each -> sourceTexts.get(each.field) != null)
                .filter(each -> each.source || context.lists(each.language))
                .map(each -> of(each, sourceTexts.get(each.field)))
                .toList();
    }

    private static TranslationView of(Translation each, String sourceText) {
        String value = each.source ? sourceText : each.value;
        return new TranslationView(
                each.field, each.language, value, each.origin, each.reviewed, each.isStale(sourceText));
    }
}
