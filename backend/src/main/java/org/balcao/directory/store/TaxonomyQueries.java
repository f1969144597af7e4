package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which taxonomies, and which of their terms, a reader asks for. */
@ApplicationScoped
public class TaxonomyQueries {

    /** What a reader asks of the terms; null or empty is not asked. */
    public record TermQuery(String search, List<UUID> taxonomies, boolean topOnly, List<UUID> parents) {}

    private static final String COLUMNS = "st.version, 0 as parts, cast(null as float8) as chord, false as approximate";
    private static final String TAXONOMIES = "directory.taxonomy x join directory.stamp st on st.id = x.id";
    private static final String TERMS = "directory.taxonomy_term t join directory.stamp st on st.id = t.id";

    private final EntityManager entities;

    TaxonomyQueries(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<RecordVersion> findTaxonomy(UUID id) {
        return taxonomies(new Conditions().and("id", "x.id = :id", "id", id)).all(entities).stream()
                .findFirst();
    }

    public Optional<RecordVersion> findTerm(UUID id) {
        return terms(new Conditions().and("id", "t.id = :id", "id", id)).all(entities).stream()
                .findFirst();
    }

    public ResultPage taxonomies(String search, int page, int perPage) {
        return taxonomies(searched(search)).page(entities, page, perPage);
    }

    public Batch taxonomiesAfter(String search, long position, int most) {
        return Batch.of(taxonomies(searched(search)).after(entities, position, most), position, most);
    }

    public ResultPage terms(TermQuery query, int page, int perPage) {
        return terms(conditions(query)).page(entities, page, perPage);
    }

    public Batch termsAfter(TermQuery query, long position, int most) {
        return Batch.of(terms(conditions(query)).after(entities, position, most), position, most);
    }

    private static PagedSelect taxonomies(Conditions conditions) {
        return new PagedSelect("", COLUMNS, TAXONOMIES, conditions, "", "x");
    }

    private static PagedSelect terms(Conditions conditions) {
        return new PagedSelect("", COLUMNS, TERMS, conditions, "", "t");
    }

    private static Conditions searched(String search) {
        Conditions conditions = new Conditions();
        if (search != null && !search.isBlank()) {
            Words.of(search)
                    .in(
                            conditions,
                            "concat_ws(' ', x.name, x.description, directory.all_texts(x.id, 'name'),"
                                    + " directory.all_texts(x.id, 'description'))");
        }
        return conditions;
    }

    private static Conditions conditions(TermQuery query) {
        Conditions conditions = new Conditions();
        if (query.search() != null && !query.search().isBlank()) {
            Words.of(query.search())
                    .in(
                            conditions,
                            "concat_ws(' ', t.name, t.description, t.code, directory.all_texts(t.id, 'name'),"
                                    + " directory.all_texts(t.id, 'description'))");
        }
        if (!query.taxonomies().isEmpty()) {
            conditions.and("taxonomy_id", "t.taxonomy_id in (:taxonomies)", "taxonomies", query.taxonomies());
        }
        if (query.topOnly()) {
            conditions.and("top_only", "t.parent_id is null");
        }
        if (!query.parents().isEmpty()) {
            conditions.and("parent_id", "t.parent_id in (:parents)", "parents", query.parents());
        }
        return conditions;
    }
}
