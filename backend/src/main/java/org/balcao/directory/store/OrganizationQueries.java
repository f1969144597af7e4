package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which organizations a reader asks for. */
@ApplicationScoped
public class OrganizationQueries {

    /** What a reader asks of the organizations; null or empty is not asked. */
    public record OrganizationQuery(String search, List<String> terms, List<UUID> taxonomies, String confidence) {}

    /** An organization shows its services and places, so their changes are changes of what is shown. */
    private static final String COLUMNS = """
            (select greatest(st.version, max(shown.version)) from directory.stamp shown where shown.id in (
               select id from directory.service where organization_id = o.id
               union all select id from directory.location where organization_id = o.id)) as version,
            (select count(*) from directory.service where organization_id = o.id)
              + (select count(*) from directory.location where organization_id = o.id) as parts,
            cast(null as float8) as chord, false as approximate""";

    private static final String FROM = "directory.organization o join directory.stamp st on st.id = o.id";

    private final EntityManager entities;
    private final TermFamilies families;

    OrganizationQueries(EntityManager entities, TermFamilies families) {
        this.entities = entities;
        this.families = families;
    }

    public Optional<RecordVersion> find(UUID id) {
        return listing(new Conditions().and("id", "o.id = :id", "id", id)).all(entities).stream()
                .findFirst();
    }

    public ResultPage page(OrganizationQuery query, int page, int perPage) {
        return listing(conditions(query)).page(entities, page, perPage);
    }

    public Batch after(OrganizationQuery query, long position, int most) {
        return Batch.of(listing(conditions(query)).after(entities, position, most), position, most);
    }

    private PagedSelect listing(Conditions conditions) {
        return new PagedSelect("", COLUMNS, FROM, conditions, "", "o");
    }

    private Conditions conditions(OrganizationQuery query) {
        Conditions conditions = new Conditions();
        if (query.search() != null && !query.search().isBlank()) {
            Words.of(query.search())
                    .in(
                            conditions,
                            "concat_ws(' ', o.name, o.alternate_name, o.description, directory.all_texts(o.id, 'name'),"
                                    + " directory.all_texts(o.id, 'description'))");
        }
        if (!query.terms().isEmpty()) {
            var byTaxonomy = families.of(query.terms());
            if (byTaxonomy.isEmpty()) {
                conditions.and("taxonomy_term_id", "false");
            }
            int number = 0;
            for (List<UUID> family : byTaxonomy.values()) {
                String name = "terms_" + number++;
                conditions.and("taxonomy_term_id", attributes("a.taxonomy_term_id in (:" + name + ")"), name, family);
            }
        }
        if (!query.taxonomies().isEmpty()) {
            conditions.and(
                    "taxonomy_id",
                    attributes(
                            "a.taxonomy_term_id in (select id from directory.taxonomy_term where taxonomy_id in (:taxonomies))"),
                    "taxonomies",
                    query.taxonomies());
        }
        if (query.confidence() != null) {
            conditions.and(
                    "confidence",
                    "o.confidence in (:confidences)",
                    "confidences",
                    ConfidenceLevels.atLeast(query.confidence()));
        }
        return conditions;
    }

    /** An organization has a term if it or one of its services has it. */
    private static String attributes(String condition) {
        return "o.id in (select coalesce(s.organization_id, a.link_id) from directory.attribute a"
                + " left join directory.service s on s.id = a.link_id where " + condition + ")";
    }
}
