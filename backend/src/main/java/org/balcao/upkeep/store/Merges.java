package org.balcao.upkeep.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.Json;
import org.balcao.upkeep.model.Merged;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What points at a record, what it is called by others, and where somebody is led who asks for one that was merged. */
@ApplicationScoped
public class Merges {

    /** A column by which rows of a table point at records of a kind. */
    private record Reference(String table, String column, String key) {
        Reference(String table, String column) {
            this(table, column, "uuid");
        }
    }

    private static final Map<Kind, List<Reference>> REFERENCES = Map.of(
            Kind.ORGANIZATION,
            List.of(
                    new Reference("directory.organization", "parent_organization_id"),
                    new Reference("directory.program", "organization_id"),
                    new Reference("directory.service", "organization_id"),
                    new Reference("directory.location", "organization_id"),
                    new Reference("directory.desk", "organization_id"),
                    new Reference("sync.source", "organization_id", "text"),
                    new Reference("sync.correction", "organization_id"),
                    new Reference("sync.correction", "record_id")),
            Kind.SERVICE,
            List.of(
                    new Reference("directory.service_at_location", "service_id"),
                    new Reference("directory.desk", "service_id"),
                    new Reference("sync.verification", "service_id"),
                    new Reference("sync.correction", "record_id")),
            Kind.LOCATION,
            List.of(
                    new Reference("directory.service_at_location", "location_id"),
                    new Reference("directory.one_stop_centre", "location_id"),
                    new Reference("sync.correction", "record_id")));

    /** A table of what sources call our records. */
    private record Naming(String table, String column) {}

    private static final List<Naming> NAMINGS =
            List.of(new Naming("sync.record", "external_id"), new Naming("directory.source_record", "source_id"));

    private static final RowMapper<Merged> MERGED = (row, context) -> new Merged(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getObject("kept", UUID.class),
            row.getObject("dropped", UUID.class),
            row.getString("reason"),
            Json.read(row.getString("gone")),
            Json.read(row.getString("filled")),
            Json.read(row.getString("moved")),
            Json.read(row.getString("sources")),
            row.getString("merged_by"),
            row.getString("role"),
            row.getTimestamp("at").toInstant(),
            Edits.instant(row, "undone_at"));

    /** Whether referrals need it as it is. */
    public boolean isInUse(Handle handle, UUID record) {
        return handle.createQuery("select referral.is_in_use(:record)")
                .bind("record", record)
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether one of two organizations is part of the other, or both of two locations are one-stop centres. */
    public boolean isApart(Handle handle, UUID a, UUID b) {
        return handle.createQuery("""
                        select exists (select from directory.organization
                                where id in (:a, :b) and parent_organization_id in (:a, :b))
                            or (select count(*) from directory.one_stop_centre where location_id in (:a, :b)) > 1""")
                .bind("a", a)
                .bind("b", b)
                .mapTo(Boolean.class)
                .one();
    }

    /** Where both a service and another are given, or where both of two places have a service: by the one that goes the one that stays. */
    public Map<UUID, UUID> meeting(Handle handle, Kind kind, UUID keep, UUID drop) {
        if (kind == Kind.ORGANIZATION) {
            return Map.of();
        }
        String mine = kind == Kind.SERVICE ? "service_id" : "location_id";
        String its = kind == Kind.SERVICE ? "location_id" : "service_id";
        return handle.createQuery("select d.id as gone, k.id as stays from directory.service_at_location d "
                        + "join directory.service_at_location k on k." + its + " = d." + its
                        + " where d." + mine + " = :drop and k." + mine + " = :keep for update of d, k")
                .bind("drop", drop)
                .bind("keep", keep)
                .map((row, context) -> Map.entry(row.getObject("gone", UUID.class), row.getObject("stays", UUID.class)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Lets what points at one record point at another, and says what it was. */
    public ArrayNode move(Handle handle, Kind kind, UUID from, UUID to) {
        ArrayNode moved = Json.MAPPER.createArrayNode();
        for (Reference each : REFERENCES.get(kind)) {
            List<String> ids = handle.createQuery("update " + each.table() + " set " + each.column() + " = :to where "
                            + each.column() + " = :from returning id::text")
                    .bind("from", from)
                    .bind("to", to)
                    .mapTo(String.class)
                    .list();
            if (!ids.isEmpty()) {
                ObjectNode one = moved.addObject().put("table", each.table()).put("column", each.column());
                ids.forEach(one.putArray("ids")::add);
            }
        }
        return moved;
    }

    /** Lets what was moved point where it pointed before, if nobody moved it on. */
    public void moveBack(Handle handle, Merged merged) {
        for (Reference each : REFERENCES.get(Kind.of(merged.kind()))) {
            for (JsonNode moved : merged.moved()) {
                if (moved.path("table").asText().equals(each.table())
                        && moved.path("column").asText().equals(each.column())) {
                    handle.createUpdate("update " + each.table() + " set " + each.column() + " = :dropped where "
                                    + each.column()
                                    + " = :kept and id in (select jsonb_array_elements_text(cast(:ids as jsonb))::"
                                    + each.key() + ")")
                            .bind("dropped", merged.dropped())
                            .bind("kept", merged.kept())
                            .bind("ids", Json.text(moved.get("ids")))
                            .execute();
                }
            }
        }
    }

    /**
     * From now on what sources call one record is another.
     *
     * @param sources takes what they called it
     * @return what led to it before
     */
    public ArrayNode callOtherwise(Handle handle, UUID from, UUID to, ArrayNode sources) {
        for (Naming each : NAMINGS) {
            handle.createQuery("update " + each.table()
                            + " set record_id = :to where record_id = :from returning source, kind, " + each.column())
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> Json.MAPPER
                            .createObjectNode()
                            .put("table", each.table())
                            .put("record", from.toString())
                            .put("into", to.toString())
                            .put("source", row.getString(1))
                            .put("kind", row.getString(2))
                            .put("external_id", row.getString(3)))
                    .forEach(sources::add);
        }
        ArrayNode led = Json.MAPPER.createArrayNode();
        handle.createQuery("update directory.redirect set new_id = :to where new_id = :from returning old_id::text")
                .bind("from", from)
                .bind("to", to)
                .mapTo(String.class)
                .forEach(led::add);
        handle.createUpdate("insert into directory.redirect (old_id, new_id) values (:from, :to)")
                .bind("from", from)
                .bind("to", to)
                .execute();
        return led;
    }

    public void callAsBefore(Handle handle, Merged merged) {
        for (Naming naming : NAMINGS) {
            for (JsonNode each : merged.sources()) {
                if (each.path("table").asText().equals(naming.table())) {
                    handle.createUpdate("update " + naming.table()
                                    + " set record_id = :record where source = :source and kind = :kind and "
                                    + naming.column() + " = :externalId and record_id = :into")
                            .bind("record", UUID.fromString(each.path("record").asText()))
                            .bind("into", UUID.fromString(each.path("into").asText()))
                            .bind("source", each.path("source").asText())
                            .bind("kind", each.path("kind").asText())
                            .bind("externalId", each.path("external_id").asText())
                            .execute();
                }
            }
        }
        for (JsonNode gone : merged.gone()) {
            UUID id = UUID.fromString(gone.path("id").asText());
            handle.createUpdate("delete from directory.redirect where old_id = :id")
                    .bind("id", id)
                    .execute();
            handle.createUpdate("""
                            update directory.redirect set new_id = :id
                             where old_id in (select jsonb_array_elements_text(cast(:led as jsonb))::uuid)""")
                    .bind("id", id)
                    .bind("led", Json.text(gone.path("led")))
                    .execute();
        }
    }

    /** Fields of a record of which nobody says anything any more. */
    public void silence(Handle handle, UUID record, Collection<String> fields) {
        handle.createUpdate("delete from sync.provenance where record_id = :record and field = any(:fields)")
                .bind("record", record)
                .bindArray("fields", String.class, List.copyOf(fields))
                .execute();
    }

    /** Who says what of a record, and what is not settled: taken out, to be put back. */
    public ObjectNode takeVoices(Handle handle, UUID record) {
        ObjectNode voices = Json.MAPPER.createObjectNode();
        for (String table : List.of("provenance", "conflict")) {
            voices.set(
                    table,
                    Json.read(handle.createQuery(
                                    "with gone as (delete from sync." + table
                                            + " where record_id = :record returning *) select coalesce(jsonb_agg(to_jsonb(gone)), '[]')::text from gone")
                            .bind("record", record)
                            .mapTo(String.class)
                            .one()));
        }
        return voices;
    }

    public void putVoices(Handle handle, JsonNode voices) {
        for (String table : List.of("provenance", "conflict")) {
            handle.createUpdate("insert into sync." + table + " select * from jsonb_populate_recordset(null::sync."
                            + table + ", cast(:rows as jsonb)) on conflict do nothing")
                    .bind("rows", Json.text(voices.path(table)))
                    .execute();
        }
    }

    public void insert(Handle handle, Merged merged) {
        handle.createUpdate("""
                        insert into sync.merge (id, kind, kept, dropped, reason, gone, filled, moved, sources, merged_by, role, at)
                        values (:id, :kind, :kept, :dropped, :reason, cast(:gone as jsonb), cast(:filled as jsonb), cast(:moved as jsonb),
                                cast(:sources as jsonb), :by, :role, :at)""")
                .bind("id", merged.id())
                .bind("kind", merged.kind())
                .bind("kept", merged.kept())
                .bind("dropped", merged.dropped())
                .bind("reason", merged.reason())
                .bind("gone", Json.text(merged.gone()))
                .bind("filled", Json.text(merged.filled()))
                .bind("moved", Json.text(merged.moved()))
                .bind("sources", Json.text(merged.sources()))
                .bind("by", merged.by())
                .bind("role", merged.role())
                .bind("at", Timestamp.from(merged.at()))
                .execute();
    }

    public Optional<Merged> find(Handle handle, UUID id) {
        return handle.createQuery("select * from sync.merge where id = :id for update")
                .bind("id", id)
                .map(MERGED)
                .findOne();
    }

    /** The newest first. */
    public List<Merged> newest(Handle handle, int most) {
        return handle.createQuery("select * from sync.merge order by at desc, id limit :most")
                .bind("most", most)
                .map(MERGED)
                .list();
    }

    public void undone(Handle handle, UUID id, String by, Instant now) {
        handle.createUpdate("update sync.merge set undone_by = :by, undone_at = :now where id = :id")
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }
}
