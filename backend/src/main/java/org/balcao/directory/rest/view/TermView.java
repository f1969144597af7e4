package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Attribute;
import org.balcao.directory.model.TaxonomyTerm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A term of one of our taxonomies in short: a need, or an audience. */
@Schema(name = "TermInShort")
public record TermView(UUID id, String code, String name, UUID parentId, Map<String, Localized> localized) {

    /** The name of our taxonomy of what people come for. */
    public static final String NEEDS = "balcao-needs";

    /** The name of our taxonomy of whom services are meant for. */
    public static final String AUDIENCES = "balcao-audiences";

    public static TermView of(TaxonomyTerm term, RenderContext context) {
        RenderContext.Texts texts = context.texts(term);
        return new TermView(
                term.id,
                term.code,
                texts.in("name", term.name),
                term.parent == null ? null : term.parent.id,
                texts.localized());
    }

    static List<TermView> of(List<Attribute> attributes, String taxonomy, RenderContext context) {
        return attributes.stream()
                .map(attribute -> attribute.taxonomyTerm)
                .filter(term ->
                        term != null && term.taxonomyDetail != null && term.taxonomyDetail.name.equals(taxonomy))
                .map(term -> of(term, context))
                .toList();
    }
}
