package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.shared.StableId;
import org.balcao.sync.model.Columns;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Part;
import org.jdbi.v3.core.Handle;

/** Writes records into the tables of the directory: rows that differ, and no others. The change log notes them by itself. */
@ApplicationScoped
public class DirectoryRows {
    private final Shapes shapes;

    DirectoryRows(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * A record to write.
     *
     * @param body all of it, as it shall be
     * @param fields whose parts may have gone; the others are left alone
     * @param before as it is, or null
     */
    public record Wanted(Kind kind, UUID id, ObjectNode body, Set<String> fields, ObjectNode before) {
        public Wanted {
            fields = Set.copyOf(fields);
        }
    }

    /** Rows by table, in the order in which they can be written; and per list of parts which are kept. */
    private static final class Rows {
        private final Map<String, ArrayNode> byTable = new LinkedHashMap<>();
        private final Map<String, Set<UUID>> used = new LinkedHashMap<>();
        private final Map<List<String>, Map<UUID, Set<UUID>>> kept = new LinkedHashMap<>();

        boolean isNew(String table, UUID id) {
            return used.computeIfAbsent(table, each -> new HashSet<>()).add(id);
        }

        void add(String table, ObjectNode row) {
            byTable.computeIfAbsent(table, each -> Json.MAPPER.createArrayNode())
                    .add(row);
        }

        void keep(String table, String owner, UUID ownerId, UUID id) {
            Set<UUID> ids = kept.computeIfAbsent(List.of(table, owner), each -> new LinkedHashMap<>())
                    .computeIfAbsent(ownerId, each -> new HashSet<>());
            if (id != null) {
                ids.add(id);
            }
        }
    }

    public void write(Handle handle, List<Wanted> records) {
        Rows rows = new Rows();
        Map<String, Set<UUID>> taken = takenIds(handle, records);
        for (Wanted record : records) {
            Set<UUID> own = idsIn(record.before());
            rows.add(record.kind().word(), row(record.kind().word(), record.id(), record.body(), null, null, null, 0));
            for (Part part : record.kind().parts()) {
                if (record.before() == null || record.fields().contains(part.property())) {
                    parts(rows, part, record.id(), record.body().path(part.property()), taken, own);
                }
            }
            ofAny(
                    rows,
                    record.kind().word(),
                    record.id(),
                    record.body(),
                    taken,
                    own,
                    record.before() == null ? null : record.fields());
        }
        rows.kept.forEach((list, owners) -> deleteOthers(handle, list.getFirst(), list.getLast(), owners));
        rows.byTable.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> depth(each.getKey())))
                .forEach(each -> upsert(handle, each.getKey(), each.getValue()));
    }

    /** Records first, then what holds something itself. */
    private static int depth(String table) {
        if (Arrays.stream(Kind.values()).anyMatch(kind -> kind.word().equals(table))) {
            return 0;
        }
        return switch (table) {
            case "contact", "schedule", "one_stop_centre" -> 1;
            case "phone" -> 2;
            default -> 3;
        };
    }

    private void parts(Rows rows, Part part, UUID owner, JsonNode list, Map<String, Set<UUID>> taken, Set<UUID> own) {
        rows.keep(part.table(), part.owner(), owner, null);
        int ordinal = 0;
        for (JsonNode each : list) {
            UUID id = idOf(rows, part.table(), each, owner, ordinal, taken, own);
            rows.keep(part.table(), part.owner(), owner, id);
            rows.add(part.table(), row(part.table(), id, (ObjectNode) each, part.owner(), owner, null, ordinal));
            for (Part inner : part.parts()) {
                parts(rows, inner, id, each.path(inner.property()), taken, own);
            }
            ofAny(rows, part.table(), id, each, taken, own, null);
            ordinal++;
        }
    }

    private void ofAny(
            Rows rows,
            String kind,
            UUID owner,
            JsonNode body,
            Map<String, Set<UUID>> taken,
            Set<UUID> own,
            Set<String> fields) {
        for (Part.OfAny each : Part.OfAny.values()) {
            if (fields != null && !fields.contains(each.property())) {
                continue;
            }
            rows.keep(each.table(), each.id(), owner, null);
            int ordinal = 0;
            for (JsonNode one : body.path(each.property())) {
                UUID id = idOf(rows, each.table(), one, owner, ordinal, taken, own);
                rows.keep(each.table(), each.id(), owner, id);
                ObjectNode row = row(each.table(), id, (ObjectNode) one, each.id(), owner, kind, ordinal);
                row.put(each.kind(), kind);
                rows.add(each.table(), row);
                ordinal++;
            }
        }
    }

    /** The feed's own id if it is a UUID that nobody else has, else one that is always the same. */
    private static UUID idOf(
            Rows rows,
            String table,
            JsonNode part,
            UUID owner,
            int ordinal,
            Map<String, Set<UUID>> taken,
            Set<UUID> own) {
        String given = part.path("id").asText("");
        UUID id = uuid(given);
        boolean free = id != null
                && (own.contains(id) || !taken.getOrDefault(table, Set.of()).contains(id));
        if (free && rows.isNew(table, id)) {
            return id;
        }
        UUID named = StableId.within(owner, table, given.isEmpty() ? String.valueOf(ordinal) : given);
        if (rows.isNew(table, named)) {
            return named;
        }
        // two parts of one record have the same id, as where two lists were put together
        UUID another = StableId.within(owner, table, given + "#" + ordinal);
        rows.isNew(table, another);
        return another;
    }

    private ObjectNode row(
            String table, UUID id, ObjectNode body, String ownerColumn, UUID owner, String kind, int ordinal) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (String column : shapes.writable(table)) {
            JsonNode said = body.get(column);
            if (column.equals("id")) {
                row.put("id", id.toString());
            } else if (column.equals(ownerColumn)) {
                row.put(column, owner.toString());
            } else if (column.equals("ordinal")) {
                row.put("ordinal", ordinal);
            } else if (said != null && !said.isNull() && !column.equals("source_hash")) {
                row.set(column, said);
            } else if (Columns.initially(table, column) != null) {
                row.set(column, Json.MAPPER.valueToTree(Columns.initially(table, column)));
            }
        }
        return row;
    }

    private void upsert(Handle handle, String table, ArrayNode rows) {
        List<String> columns = shapes.writable(table);
        String all = columns.stream().map(DirectoryRows::quoted).collect(Collectors.joining(", "));
        List<String> others = columns.stream()
                .filter(each -> !each.equals("id") && !each.equals("source_hash"))
                .map(DirectoryRows::quoted)
                .toList();
        handle.createUpdate("insert into directory." + table + " as t (" + all + ") select " + all
                        + " from jsonb_populate_recordset(null::directory." + table
                        + ", cast(:rows as jsonb)) on conflict (id) do update set "
                        + others.stream()
                                .map(each -> each + " = excluded." + each)
                                .collect(Collectors.joining(", "))
                        + " where (" + others.stream().map(each -> "t." + each).collect(Collectors.joining(", "))
                        + ") is distinct from ("
                        + others.stream().map(each -> "excluded." + each).collect(Collectors.joining(", "))
                        + ")")
                .bind("rows", Json.text(rows))
                .execute();
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }

    /** Parts that a record no longer has. */
    private static void deleteOthers(Handle handle, String table, String owner, Map<UUID, Set<UUID>> kept) {
        handle.createUpdate(
                        "delete from directory." + table + " where " + owner + " = any(:owners) and id <> all(:kept)")
                .bindArray("owners", UUID.class, List.copyOf(kept.keySet()))
                .bindArray(
                        "kept",
                        UUID.class,
                        kept.values().stream().flatMap(Set::stream).toList())
                .execute();
    }

    public void delete(Handle handle, Kind kind, Collection<UUID> ids) {
        handle.createUpdate("delete from directory." + kind.word() + " where id = any(:ids)")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .execute();
    }

    /** Which of the ids that parts bring along somebody has already. */
    private static Map<String, Set<UUID>> takenIds(Handle handle, List<Wanted> records) {
        Map<String, Set<UUID>> given = new LinkedHashMap<>();
        for (Wanted record : records) {
            record.kind()
                    .parts()
                    .forEach(part -> collect(given, part, record.body().path(part.property())));
            collectOfAny(given, record.body());
        }
        Map<String, Set<UUID>> taken = new LinkedHashMap<>();
        given.forEach((table, ids) -> taken.put(
                table,
                new HashSet<>(handle.createQuery("select id from directory." + table + " where id = any(:ids)")
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .mapTo(UUID.class)
                        .list())));
        return taken;
    }

    private static void collect(Map<String, Set<UUID>> given, Part part, JsonNode list) {
        for (JsonNode each : list) {
            UUID id = uuid(each.path("id").asText(""));
            if (id != null) {
                given.computeIfAbsent(part.table(), table -> new HashSet<>()).add(id);
            }
            part.parts().forEach(inner -> collect(given, inner, each.path(inner.property())));
            collectOfAny(given, each);
        }
    }

    private static void collectOfAny(Map<String, Set<UUID>> given, JsonNode object) {
        for (Part.OfAny each : Part.OfAny.values()) {
            for (JsonNode one : object.path(each.property())) {
                UUID id = uuid(one.path("id").asText(""));
                if (id != null) {
                    given.computeIfAbsent(each.table(), table -> new HashSet<>())
                            .add(id);
                }
            }
        }
    }

    private static Set<UUID> idsIn(JsonNode image) {
        Set<UUID> ids = new HashSet<>();
        List<JsonNode> open = new ArrayList<>();
        if (image != null) {
            open.add(image);
        }
        while (!open.isEmpty()) {
            JsonNode next = open.removeLast();
            UUID id = uuid(next.path("id").asText(""));
            if (id != null) {
                ids.add(id);
            }
            next.forEach(each -> {
                if (each.isContainerNode()) {
                    open.add(each);
                }
            });
        }
        return ids;
    }

    /** @return null if it is none */
    public static UUID uuid(String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException another) {
            return null;
        }
    }

    /**
     * Which of these records others need, so that they do not go: an organization with services, a place where another organization gives one, a programme
     * or a word that another's services have.
     *
     * @param organization whose source wants to withdraw them; null of the national team's
     */
    public Set<UUID> neededByOthers(Handle handle, Kind kind, Collection<UUID> ids, UUID organization) {
        String sql = switch (kind) {
            case ORGANIZATION -> """
                    select s.organization_id from directory.service s where s.organization_id = any(:ids)
                    union
                    select l.organization_id from directory.location l join directory.service_at_location x on x.location_id = l.id
                      join directory.service s on s.id = x.service_id
                     where l.organization_id = any(:ids) and s.organization_id <> l.organization_id""";
            case LOCATION -> """
                    select x.location_id from directory.service_at_location x join directory.location l on l.id = x.location_id
                      join directory.service s on s.id = x.service_id
                     where x.location_id = any(:ids) and s.organization_id is distinct from coalesce(cast(:organization as uuid), l.organization_id)
                    union
                    select c.location_id from directory.one_stop_centre c where c.location_id = any(:ids) and cast(:organization as uuid) is not null""";
            case PROGRAM -> """
                    select s.program_id from directory.service s join directory.program p on p.id = s.program_id
                     where s.program_id = any(:ids) and s.organization_id is distinct from coalesce(cast(:organization as uuid), p.organization_id)""";
            case TAXONOMY_TERM -> """
                    select a.taxonomy_term_id from directory.attribute a join directory.service s on s.id = a.link_id
                     where a.taxonomy_term_id = any(:ids) and s.organization_id is distinct from cast(:organization as uuid)""";
            case TAXONOMY -> """
                    select t.taxonomy_id from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id
                      join directory.service s on s.id = a.link_id
                     where t.taxonomy_id = any(:ids) and s.organization_id is distinct from cast(:organization as uuid)""";
            case SERVICE, SERVICE_AT_LOCATION, ONE_STOP_CENTRE -> null;
        };
        return sql == null || ids.isEmpty()
                ? Set.of()
                : new HashSet<>(handle.createQuery(sql)
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .bind("organization", organization)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Which of these ids records of a kind have. */
    public Set<UUID> existing(Handle handle, Kind kind, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(handle.createQuery("select id from directory." + kind.word() + " where id = any(:ids)")
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .mapTo(UUID.class)
                        .list());
    }

    /**
     * What stands above records of a kind, as far as it goes: as a run has planned it, else as it is in the directory.
     *
     * @return the parent of each of these ids and of all above them, by id; who has none is not named
     */
    public Map<UUID, UUID> ancestors(Handle handle, UUID run, Kind kind, String column, Collection<UUID> ids) {
        Map<UUID, UUID> parents = new LinkedHashMap<>();
        String parent = """
                (select coalesce((select case when i.body ? '%2$s' then i.body ->> '%2$s' else '' end from sync.item i
                                   where i.run_id = :run and i.record_id = up.id and i.kind = '%1$s'
                                     and i.action in ('create', 'update', 'keep') limit 1),
                                 (select d.%2$s::text from directory.%1$s d where d.id = up.id)))""".formatted(kind.word(), column).replace("? '", "?? '");
        handle.createQuery(
                        "with recursive up (id) as (select unnest(cast(:ids as uuid[])) union select nullif(" + parent
                                + ", '')::uuid from up where up.id is not null) select up.id, nullif(" + parent
                                + ", '')::uuid from up where up.id is not null")
                .bind("run", run)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .map((row, context) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                .forEach(each -> {
                    if (each[1] != null) {
                        parents.put(each[0], each[1]);
                    }
                });
        return parents;
    }

    /** The organization that a record is of; nothing for words that everybody uses, and for what is not there. Nobody changes it meanwhile. */
    public Optional<UUID> owner(Handle handle, Kind kind, UUID id) {
        String sql = switch (kind) {
            case ORGANIZATION -> "select id from directory.organization where id = :id for update";
            case SERVICE, PROGRAM, LOCATION ->
                "select organization_id from directory." + kind.word() + " where id = :id for update";
            case SERVICE_AT_LOCATION -> """
                        select s.organization_id from directory.service_at_location l join directory.service s on s.id = l.service_id
                         where l.id = :id for update of l""";
            default -> "select null::uuid from directory." + kind.word() + " where id = :id for update";
        };
        return handle.createQuery(sql).bind("id", id).mapTo(UUID.class).findOne();
    }

    /** The places of a service that are there already, by service and location. */
    public Map<List<UUID>, UUID> places(Handle handle, Collection<UUID> services) {
        Map<List<UUID>, UUID> places = new LinkedHashMap<>();
        handle.createQuery(
                        "select service_id, location_id, id from directory.service_at_location where service_id = any(:services)")
                .bindArray("services", UUID.class, List.copyOf(services))
                .map((row, context) -> Arrays.asList(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .forEach(each -> places.put(List.of(each.get(0), each.get(1)), each.get(2)));
        return places;
    }

    /** The municipalities by name and by code: {@code Lisboa → 1106}, {@code 1106 → 1106}. */
    public Map<String, String> municipalities(Handle handle) {
        Map<String, String> codes = new LinkedHashMap<>();
        Set<String> ambiguous = new HashSet<>();
        handle.createQuery("select lower(directory.unaccent(name)), code, level from directory.place")
                .map((row, context) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(each -> {
                    codes.put(each[1], each[1]);
                    if (each[2].equals("municipality") && codes.putIfAbsent(each[0], each[1]) != null) {
                        ambiguous.add(each[0]);
                    }
                });
        ambiguous.forEach(codes::remove);
        return codes;
    }
}
