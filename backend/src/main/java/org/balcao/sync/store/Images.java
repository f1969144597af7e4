package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Columns;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Part;
import org.jdbi.v3.core.Handle;

/** Records of the directory as they are now, in the same words as a feed would say them. Many are read with a statement for each table. */
@ApplicationScoped
public class Images {
    private static final Set<String> NOT_SAID = Set.of("id", "position", "pos", "ordinal", "source_hash", "freshness");

    /** What attributes and texts are about: {@code kind} is its table. */
    private record Subject(String kind, UUID id) {}

    /** Of each id that is there. */
    public Map<UUID, ObjectNode> now(Handle handle, Kind kind, Collection<UUID> ids) {
        return in("directory", handle, kind, ids);
    }

    /** The same, of what everybody may have. */
    Map<UUID, ObjectNode> published(Handle handle, Kind kind, Collection<UUID> ids) {
        return in("published", handle, kind, ids);
    }

    private static Map<UUID, ObjectNode> in(String schema, Handle handle, Kind kind, Collection<UUID> ids) {
        Map<UUID, ObjectNode> images = new HashMap<>();
        if (ids.isEmpty()) {
            return images;
        }
        Map<Subject, ObjectNode> objects = new HashMap<>();
        for (ObjectNode row : rows(handle, schema + "." + kind.word(), "id", ids)) {
            UUID id = UUID.fromString(row.get("id").textValue());
            ObjectNode image = said(kind.word(), row, null);
            images.put(id, image);
            objects.put(new Subject(kind.word(), id), image);
        }
        for (Part part : kind.parts()) {
            part(schema, handle, part, images, objects);
        }
        for (Part.OfAny each : Part.OfAny.values()) {
            ofAny(schema, handle, each, objects);
        }
        return images;
    }

    private static void part(
            String schema, Handle handle, Part part, Map<UUID, ObjectNode> owners, Map<Subject, ObjectNode> objects) {
        Map<UUID, ObjectNode> theirs = new LinkedHashMap<>();
        for (ObjectNode row : rows(handle, schema + "." + part.table(), part.owner(), owners.keySet())) {
            ObjectNode owner = owners.get(UUID.fromString(row.get(part.owner()).textValue()));
            UUID id = UUID.fromString(row.get("id").textValue());
            ObjectNode image = said(part.table(), row, part.owner());
            image.put("id", id.toString());
            owner.withArray(part.property()).add(image);
            theirs.put(id, image);
            objects.put(new Subject(part.table(), id), image);
        }
        for (Part inner : part.parts()) {
            part(schema, handle, inner, theirs, objects);
        }
    }

    private static void ofAny(String schema, Handle handle, Part.OfAny each, Map<Subject, ObjectNode> objects) {
        Set<UUID> ids = objects.keySet().stream().map(Subject::id).collect(Collectors.toSet());
        for (ObjectNode row : rows(handle, schema + "." + each.table(), each.id(), ids)) {
            ObjectNode owner = objects.get(new Subject(
                    row.get(each.kind()).textValue(),
                    UUID.fromString(row.get(each.id()).textValue())));
            if (owner == null) {
                // of something else that has the same id
                continue;
            }
            ObjectNode image = said(each.table(), row, each.id());
            image.remove(each.kind());
            image.put("id", row.get("id").textValue());
            owner.withArray(each.property()).add(image);
        }
    }

    private static List<ObjectNode> rows(Handle handle, String table, String column, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("select to_jsonb(t) from " + table + " t where " + column
                        + " = any(:ids) order by (to_jsonb(t) ->> 'ordinal')::int nulls first, id")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .map((row, context) -> (ObjectNode) Json.read(row.getString(1)))
                .list();
    }

    private static ObjectNode said(String table, ObjectNode row, String owner) {
        ObjectNode said = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> each : row.properties()) {
            String column = each.getKey();
            boolean empty = each.getValue().isNull()
                    || each.getValue().isArray() && each.getValue().isEmpty();
            if (!empty
                    && !NOT_SAID.contains(column)
                    && !column.equals(owner)
                    && !isInitial(table, column, each.getValue())) {
                said.set(column, each.getValue());
            }
        }
        return said;
    }

    private static boolean isInitial(String table, String column, JsonNode value) {
        Object initial = Columns.initially(table, column);
        return initial != null && Json.MAPPER.valueToTree(initial).equals(value);
    }

    /** What a field says, without what does not count: the ids of parts, the order of what has none, and values that are there anyway. */
    public static JsonNode comparable(String table, String field, JsonNode value) {
        if (value == null || value.isNull()) {
            return Json.MAPPER.nullNode();
        }
        if (isInitial(table, field, value)) {
            return Json.MAPPER.nullNode();
        }
        if (!value.isArray() || !value.isEmpty() && !value.get(0).isObject()) {
            return Json.read(Json.text(value));
        }
        List<String> each = new ArrayList<>();
        String inner = tableOf(table, field);
        for (JsonNode part : value) {
            ObjectNode plain = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> column : part.properties()) {
                JsonNode compared = column.getKey().equals("id")
                        ? Json.MAPPER.nullNode()
                        : comparable(inner, column.getKey(), column.getValue());
                if (!compared.isNull()) {
                    plain.set(column.getKey(), compared);
                }
            }
            each.add(Json.text(plain));
        }
        if (isOfAny(field)) {
            each.sort(null);
        }
        if (each.isEmpty()) {
            return Json.MAPPER.nullNode();
        }
        ArrayNode list = Json.MAPPER.createArrayNode();
        each.forEach(text -> list.add(Json.read(text)));
        return list;
    }

    private static boolean isOfAny(String field) {
        return java.util.Arrays.stream(Part.OfAny.values())
                .anyMatch(each -> each.property().equals(field));
    }

    /** The table of a list inside an object of a table. */
    private static String tableOf(String table, String field) {
        for (Part.OfAny each : Part.OfAny.values()) {
            if (each.property().equals(field)) {
                return each.table();
            }
        }
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(table)) {
                return kind.part(field).map(Part::table).orElse(field);
            }
            String found = inParts(kind.parts(), table, field);
            if (found != null) {
                return found;
            }
        }
        return field;
    }

    private static String inParts(List<Part> parts, String table, String field) {
        for (Part part : parts) {
            if (part.table().equals(table)) {
                for (Part inner : part.parts()) {
                    if (inner.property().equals(field)) {
                        return inner.table();
                    }
                }
            }
            String deeper = inParts(part.parts(), table, field);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }
}
