package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.format.HsdsObjects;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Places;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Stated;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Shapes;
import org.jdbi.v3.core.Handle;

/** Whether what a person wants a record to say may be said: by the same rules as what a feed says. */
@ApplicationScoped
class EditChecks {
    private static final String MUNICIPALITY = "municipality_code";

    private final Shapes shapes;
    private final DirectoryRows rows;

    EditChecks(Shapes shapes, DirectoryRows rows) {
        this.shapes = shapes;
        this.rows = rows;
    }

    /** The record as it would be; only what is wrong in the changed fields is told. */
    ObjectNode checked(Handle handle, Kind kind, UUID id, ObjectNode before, ObjectNode fields, boolean national) {
        ObjectNode wanted = before.deepCopy();
        List<FieldError> wrong = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Map.Entry<String, JsonNode> each : fields.properties()) {
            named.add(each.getKey());
            if (each.getKey().endsWith("_id") && !national) {
                wrong.add(new FieldError("/fields/" + each.getKey(), "cannot be changed here"));
            } else if (each.getValue().isNull()) {
                wanted.remove(each.getKey());
            } else {
                wanted.set(each.getKey(), each.getValue());
            }
        }
        wanted.put("id", id.toString());
        List<Stated> stated = new ArrayList<>();
        new HsdsObjects(shapes.shape(), stated::add).read(kind, wanted, false, 0);
        Stated record = stated.stream()
                .filter(each -> each.kind() == kind && !each.thin())
                .findFirst()
                .orElseThrow();
        for (Problem problem : record.problems()) {
            String field = problem.pointer().split("/", 3).length > 1
                    ? problem.pointer().split("/", 3)[1]
                    : "";
            boolean concerns = before.isEmpty() || named.contains(field);
            if (concerns
                    && (problem.keepsBack()
                            || problem.dropsValue()
                            || problem.code().equals("not_kept"))) {
                wrong.add(new FieldError(
                        "/fields" + problem.pointer(),
                        problem.message() + (problem.nearest() == null ? "" : "; perhaps " + problem.nearest())));
            }
        }
        if (stated.size() > 1) {
            wrong.add(new FieldError("/fields", "holds other records; change each by itself"));
        }
        if (!wrong.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at(wrong);
        }
        ObjectNode after = before.deepCopy();
        for (String field : named) {
            if (record.body().has(field)) {
                after.set(field, record.body().get(field));
            } else {
                after.remove(field);
            }
        }
        if (kind == Kind.LOCATION && named.contains("addresses") && !named.contains(MUNICIPALITY)) {
            locate(handle, after);
        }
        return after;
    }

    /** Where an address has moved to; one that names no municipality that is known stays where it was. */
    private void locate(Handle handle, ObjectNode location) {
        JsonNode before = location.remove(MUNICIPALITY);
        new Places(rows.municipalities(handle), Map.of()).locate(location, new ArrayList<>());
        if (!location.has(MUNICIPALITY) && before != null) {
            location.set(MUNICIPALITY, before);
        }
    }

    /** @param anyhow fields that are named even if they say the same */
    static ArrayNode changes(Kind kind, ObjectNode before, ObjectNode after, Set<String> anyhow) {
        ArrayNode changes = Json.MAPPER.createArrayNode();
        Set<String> fields = Json.names(before);
        fields.addAll(Json.names(after));
        fields.addAll(anyhow);
        for (String field : fields) {
            JsonNode was = Images.comparable(kind.word(), field, before.get(field));
            if (anyhow.contains(field) || !was.equals(Images.comparable(kind.word(), field, after.get(field)))) {
                changes.addObject()
                        .put("field", field)
                        .<ObjectNode>set("before", before.get(field))
                        .set("after", after.get(field));
            }
        }
        return changes;
    }
}
