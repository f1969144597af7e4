package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.balcao.sync.model.Kind;

/** Where in a record other records are pointed at. */
final class Referring {
    private static final Map<String, Kind> COLUMNS = Map.of(
            "organization_id", Kind.ORGANIZATION,
            "parent_organization_id", Kind.ORGANIZATION,
            "program_id", Kind.PROGRAM,
            "location_id", Kind.LOCATION,
            "service_id", Kind.SERVICE,
            "taxonomy_id", Kind.TAXONOMY,
            "taxonomy_term_id", Kind.TAXONOMY_TERM,
            "parent_id", Kind.TAXONOMY_TERM);

    /** Something to do with a reference: in which object, in which column, to which kind. */
    interface Reference {
        void at(ObjectNode object, String column, Kind kind);
    }

    private Referring() {}

    static void each(Kind kind, ObjectNode body, Reference to) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(body.properties())) {
            Kind target = COLUMNS.get(field.getKey());
            if (target != null && field.getValue().isTextual()) {
                to.at(body, field.getKey(), target);
            } else if (field.getValue().isArray()) {
                List<JsonNode> parts = new ArrayList<>();
                field.getValue().forEach(parts::add);
                parts.forEach(part -> {
                    if (part instanceof ObjectNode object) {
                        each(kind, object, to);
                    }
                });
            }
        }
    }
}
