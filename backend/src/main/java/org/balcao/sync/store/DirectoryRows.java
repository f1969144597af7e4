package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Columns;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Part;
import org.balcao.sync.model.Places;
import org.jdbi.v3.core.Handle;

/** Writes records into the tables of the directory: rows that differ, and no others. The change log notes them by itself. */
@ApplicationScoped
public class DirectoryRows {
    private final Shapes shapes;
    private final Holdings holdings;

    DirectoryRows(Shapes shapes, Holdings holdings) {
        this.shapes = shapes;
        this.holdings = holdings;
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

    /**
     * A list of parts of one owner.
     *
     * @param kind the owner's table where {@code kindColumn} says it, else null
     */
    private record Lists(String table, String owner, String kindColumn, String kind) {}

    /** Rows by table, in the order in which they can be written; and per list of parts which are kept. */
    private static final class Rows {
        private final Map<String, ArrayNode> created = new LinkedHashMap<>();
        private final Map<String, ArrayNode> byTable = new LinkedHashMap<>();
        private final Map<Lists, Map<UUID, Set<UUID>>> kept = new LinkedHashMap<>();

        void create(String table, ObjectNode row) {
            created.computeIfAbsent(table, each -> Json.MAPPER.createArrayNode())
                    .add(row);
        }

        void add(String table, ObjectNode row) {
            byTable.computeIfAbsent(table, each -> Json.MAPPER.createArrayNode())
                    .add(row);
        }

        void keep(Lists list, UUID ownerId, UUID id) {
            Set<UUID> ids = kept.computeIfAbsent(list, each -> new LinkedHashMap<>())
                    .computeIfAbsent(ownerId, each -> new HashSet<>());
            if (id != null) {
                ids.add(id);
            }
        }
    }

    public void write(Handle handle, List<Wanted> records) {
        PartIds ids = new PartIds(records);
        Rows rows = rows(records, ids);
        for (Set<UUID> taken = holdings.taken(handle, ids.fresh());
                !taken.isEmpty();
                taken = holdings.taken(handle, ids.fresh())) {
            ids.avoid(taken);
            rows = rows(records, ids);
        }
        rows.kept.forEach((list, owners) -> deleteOthers(handle, list, owners));
        // a record that somebody else made meanwhile is not written over
        rows.created.forEach((table, each) -> insert(handle, table, each, ""));
        rows.byTable.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> depth(each.getKey())))
                .forEach(each -> upsert(handle, each.getKey(), each.getValue()));
    }

    private Rows rows(List<Wanted> records, PartIds ids) {
        Rows rows = new Rows();
        for (Wanted record : records) {
            String kind = record.kind().word();
            ObjectNode row = row(kind, record.id(), record.body(), null, null, 0);
            if (record.before() == null) {
                rows.create(kind, row);
            } else {
                rows.add(kind, row);
            }
            for (Part part : record.kind().parts()) {
                if (record.before() == null || record.fields().contains(part.property())) {
                    parts(rows, ids, kind, part, record.id(), record.body().path(part.property()));
                }
            }
            ofAny(rows, ids, kind, record.id(), record.body(), record.before() == null ? null : record.fields());
        }
        return rows;
    }

    /** Nobody changes these records until the end of the transaction, and all of them are as they are now. */
    public void lock(Handle handle, Kind kind, Collection<UUID> ids) {
        handle.createQuery("select id from directory." + kind.word()
                        + " where id = any(:ids) order by id for no key update")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(UUID.class)
                .list();
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

    private void parts(Rows rows, PartIds ids, String ownerTable, Part part, UUID owner, JsonNode list) {
        Lists lists = new Lists(part.table(), part.owner(), null, null);
        rows.keep(lists, owner, null);
        int ordinal = 0;
        for (JsonNode each : list) {
            UUID id = ids.of(ownerTable, owner, part.table(), each, ordinal);
            rows.keep(lists, owner, id);
            rows.add(part.table(), row(part.table(), id, (ObjectNode) each, part.owner(), owner, ordinal));
            for (Part inner : part.parts()) {
                parts(rows, ids, part.table(), inner, id, each.path(inner.property()));
            }
            ofAny(rows, ids, part.table(), id, each, null);
            ordinal++;
        }
    }

    private void ofAny(Rows rows, PartIds ids, String kind, UUID owner, JsonNode body, Set<String> fields) {
        for (Part.OfAny each : Part.OfAny.values()) {
            if (fields != null && !fields.contains(each.property())) {
                continue;
            }
            Lists lists = new Lists(each.table(), each.id(), each.kind(), kind);
            rows.keep(lists, owner, null);
            int ordinal = 0;
            for (JsonNode one : body.path(each.property())) {
                UUID id = ids.of(kind, owner, each.table(), one, ordinal);
                rows.keep(lists, owner, id);
                ObjectNode row = row(each.table(), id, (ObjectNode) one, each.id(), owner, ordinal);
                row.put(each.kind(), kind);
                rows.add(each.table(), row);
                ordinal++;
            }
        }
    }

    private ObjectNode row(String table, UUID id, ObjectNode body, String ownerColumn, UUID owner, int ordinal) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (String column : shapes.writable(table)) {
            JsonNode said = body.get(column);
            if (column.equals("id")) {
                row.put("id", id.toString());
            } else if (column.equals(ownerColumn)) {
                row.put(column, owner.toString());
            } else if (column.equals("ordinal")) {
                row.put("ordinal", ordinal);
            } else if (PartTables.OWNERS.getOrDefault(table, Set.of()).contains(column)) {
                // a part is its owner's and nobody else's
                continue;
            } else if (said != null && !said.isNull() && !column.equals("source_hash")) {
                row.set(column, said);
            } else if (Columns.initially(table, column) != null) {
                row.set(column, Json.MAPPER.valueToTree(Columns.initially(table, column)));
            }
        }
        return row;
    }

    private void upsert(Handle handle, String table, ArrayNode rows) {
        List<String> others = shapes.writable(table).stream()
                .filter(each -> !each.equals("id") && !each.equals("source_hash"))
                .toList();
        List<String> owners = List.copyOf(PartTables.OWNERS.getOrDefault(table, Set.of()));
        String sameOwner = list(owners, "t.") + " is not distinct from " + list(owners, "excluded.");
        insert(
                handle,
                table,
                rows,
                " on conflict (id) do update set "
                        + others.stream()
                                .map(each -> quoted(each) + " = excluded." + quoted(each))
                                .collect(Collectors.joining(", "))
                        + " where " + list(others, "t.") + " is distinct from " + list(others, "excluded.")
                        + (owners.isEmpty() ? "" : " and " + sameOwner));
        if (!owners.isEmpty()) {
            checkOwners(handle, table, owners, rows);
        }
    }

    private void insert(Handle handle, String table, ArrayNode rows, String otherwise) {
        String all = shapes.writable(table).stream().map(DirectoryRows::quoted).collect(Collectors.joining(", "));
        handle.createUpdate("insert into directory." + table + " as t (" + all + ") select " + all
                        + " from jsonb_populate_recordset(null::directory." + table + ", cast(:rows as jsonb))"
                        + otherwise)
                .bind("rows", Json.text(rows))
                .execute();
    }

    /** A row that somebody else wrote meanwhile stays theirs, and then nothing of this is written. */
    private static void checkOwners(Handle handle, String table, List<String> owners, ArrayNode rows) {
        int ofOthers = handle.createQuery("select count(*) from jsonb_populate_recordset(null::directory." + table
                        + ", cast(:rows as jsonb)) e left join directory." + table + " t on t.id = e.id and "
                        + list(owners, "t.") + " is not distinct from " + list(owners, "e.") + " where t.id is null")
                .bind("rows", Json.text(rows))
                .mapTo(Integer.class)
                .one();
        if (ofOthers > 0) {
            throw new IllegalStateException(ofOthers + " ids in directory." + table + " belong to parts of others");
        }
    }

    /** Columns as a row to compare: {@code (t."a", t."b")}. */
    private static String list(List<String> columns, String of) {
        return columns.stream().map(each -> of + quoted(each)).collect(Collectors.joining(", ", "row(", ")"));
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }

    /** Parts that a record no longer has. */
    private static void deleteOthers(Handle handle, Lists list, Map<UUID, Set<UUID>> kept) {
        handle.createUpdate("delete from directory." + list.table() + " where " + list.owner()
                        + " = any(:owners) and id <> all(:kept)"
                        + (list.kindColumn() == null ? "" : " and " + list.kindColumn() + " = '" + list.kind() + "'"))
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

    /** The middles of the municipalities, by code. */
    public Map<String, Places.Seat> seats(Handle handle) {
        Map<String, Places.Seat> seats = new HashMap<>();
        handle.createQuery("""
                        select code, name, latitude, longitude from directory.place
                         where level = 'municipality' and latitude is not null""")
                .map((row, context) -> Map.entry(
                        row.getString(1), new Places.Seat(row.getString(2), row.getDouble(3), row.getDouble(4))))
                .forEach(each -> seats.put(each.getKey(), each.getValue()));
        return seats;
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
