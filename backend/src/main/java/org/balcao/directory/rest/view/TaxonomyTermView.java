package org.balcao.directory.rest.view;

import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.TaxonomyTerm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** HSDS taxonomy_term. */
@Schema(name = "TaxonomyTerm")
public record TaxonomyTermView(
        UUID id,
        String code,
        String name,
        String description,
        UUID parentId,
        UUID taxonomyId,
        String taxonomy,
        TaxonomyView taxonomyDetail,
        String language,
        String termUri,
        Map<String, Localized> localized) {

    public static TaxonomyTermView of(TaxonomyTerm term, RenderContext context) {
        RenderContext.Texts texts = context.texts(term);
        return new TaxonomyTermView(
                term.id,
                term.code,
                texts.in("name", term.name),
                texts.in("description", term.description),
                term.parent == null ? null : term.parent.id,
                term.taxonomyDetail == null ? null : term.taxonomyDetail.id,
                term.taxonomy,
                term.taxonomyDetail == null ? null : TaxonomyView.of(term.taxonomyDetail),
                texts.localized() == null
                        ? term.language
                        : texts.localized().get("name").language(),
                term.termUri,
                texts.localized());
    }
}
