package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Taxonomy terms with all terms narrower than them, by taxonomy. */
@ApplicationScoped
public class TermFamilies {

    private final EntityManager entities;

    TermFamilies(EntityManager entities) {
        this.entities = entities;
    }

    /** The families of terms named by id or code, grouped by their taxonomy; a name nobody knows has none. */
    public Map<UUID, List<UUID>> of(List<String> names) {
        String sql = """
                with recursive family (id, taxonomy_id) as (
                  select id, taxonomy_id from directory.taxonomy_term where cast(id as text) in (:names) or code in (:names)
                  union
                  select t.id, t.taxonomy_id from directory.taxonomy_term t join family f on t.parent_id = f.id
                )
                select id, coalesce(taxonomy_id, id) as taxonomy_id from family""";
        Map<UUID, List<UUID>> families = new LinkedHashMap<>();
        for (Tuple row : new Conditions().with("names", names).rows(entities, sql)) {
            families.computeIfAbsent(row.get("taxonomy_id", UUID.class), each -> new ArrayList<>())
                    .add(row.get("id", UUID.class));
        }
        return families;
    }
}
