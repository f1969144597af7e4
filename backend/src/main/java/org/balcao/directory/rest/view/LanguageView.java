package org.balcao.directory.rest.view;

import java.util.List;
import java.util.UUID;
import org.balcao.directory.model.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A language spoken without an interpreter. HSDS language. */
@Schema(name = "Language")
public record LanguageView(UUID id, String name, String code, String note) {

    static List<LanguageView> of(List<Language> languages) {
        return languages.stream()
                .map(each -> new LanguageView(each.id, each.name, each.code, each.note))
                .toList();
    }
}
