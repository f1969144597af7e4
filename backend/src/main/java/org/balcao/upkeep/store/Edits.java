package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.Json;
import org.balcao.upkeep.model.Conflict;
import org.balcao.upkeep.model.Edit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Edits and open conflicts. */
@ApplicationScoped
public class Edits {
    private static final String ALL_EDITS = """
            select id, kind, record_id, organization_id, changes, reason, locked_until, state, edited_by, role, at, decided_by, decided_at, rolls_back
              from sync.edit\s""";
    private static final String ALL_CONFLICTS =
            "select c.id, c.record_id, c.kind, c.field, c.current, c.offered, c.held_by, c.offered_by, c.at from sync.conflict c ";
    private static final RowMapper<Edit> EDIT = (row, context) -> new Edit(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getObject("record_id", UUID.class),
            row.getObject("organization_id", UUID.class),
            Json.read(row.getString("changes")),
            row.getString("reason"),
            row.getObject("locked_until", LocalDate.class),
            row.getString("state"),
            row.getString("edited_by"),
            row.getString("role"),
            instant(row, "at"),
            row.getString("decided_by"),
            instant(row, "decided_at"),
            row.getObject("rolls_back", UUID.class));
    private static final RowMapper<Conflict> CONFLICT = (row, context) -> new Conflict(
            row.getObject("id", UUID.class),
            row.getObject("record_id", UUID.class),
            row.getString("kind"),
            row.getString("field"),
            Json.read(row.getString("current")),
            Json.read(row.getString("offered")),
            row.getString("held_by"),
            row.getString("offered_by"),
            instant(row, "at"));

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    public void insert(Handle handle, Edit edit) {
        handle.createUpdate("""
                        insert into sync.edit (id, kind, record_id, organization_id, changes, reason, locked_until, state, edited_by, role, at, rolls_back)
                        values (:id, :kind, :recordId, cast(:organizationId as uuid), cast(:changesText as jsonb), :reason, cast(:lockedUntil as date),
                            :state, :editedBy, :role, :at, cast(:rollsBack as uuid))""")
                .bindMethods(edit)
                .bind("changesText", Json.text(edit.changes()))
                .execute();
    }

    public Optional<Edit> find(Handle handle, UUID id) {
        return handle.createQuery(ALL_EDITS + "where id = :id for update")
                .bind("id", id)
                .map(EDIT)
                .findOne();
    }

    public List<Edit> of(Handle handle, UUID record, int most) {
        return handle.createQuery(ALL_EDITS + "where record_id = :record order by at desc, id limit :most")
                .bind("record", record)
                .bind("most", most)
                .map(EDIT)
                .list();
    }

    /** Whether somebody wants to take an edit back already, and a second person has not decided. */
    public boolean isBeingRolledBack(Handle handle, UUID edit) {
        return handle.createQuery(
                        "select exists (select from sync.edit where rolls_back = :edit and state = 'waiting')")
                .bind("edit", edit)
                .mapTo(Boolean.class)
                .one();
    }

    /** @param organization whose records; null for all */
    public List<Edit> waiting(Handle handle, UUID organization, int most) {
        return handle.createQuery(ALL_EDITS + """
                        where state = 'waiting' and (cast(:organization as uuid) is null or organization_id = cast(:organization as uuid))
                        order by at limit :most""")
                .bind("organization", organization)
                .bind("most", most)
                .map(EDIT)
                .list();
    }

    public void becomes(Handle handle, UUID id, String state, String by, Instant now) {
        handle.createUpdate(
                        "update sync.edit set state = :state, decided_by = coalesce(:by, decided_by), decided_at = coalesce(:now, decided_at) where id = :id")
                .bind("state", state)
                .bind("by", by)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** The id, if everybody may see the record. */
    public Optional<UUID> published(Handle handle, Kind kind, UUID id) {
        return handle.createQuery("select id from published." + kind.word() + " where id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
    }

    /** @param organization whose records; null for all */
    public List<Conflict> conflicts(Handle handle, UUID organization, int most) {
        return handle.createQuery(ALL_CONFLICTS + """
                          left join directory.service s on s.id = c.record_id
                          left join directory.location l on l.id = c.record_id
                          left join directory.program p on p.id = c.record_id
                          left join directory.service_at_location x on x.id = c.record_id left join directory.service xs on xs.id = x.service_id
                         where c.settled_at is null and (cast(:organization as uuid) is null
                            or cast(:organization as uuid) in (c.record_id, s.organization_id, l.organization_id, p.organization_id, xs.organization_id))
                         order by c.at, c.id limit :most""")
                .bind("organization", organization)
                .bind("most", most)
                .map(CONFLICT)
                .list();
    }

    public List<Conflict> conflictsOf(Handle handle, UUID record) {
        return handle.createQuery(
                        ALL_CONFLICTS + "where c.record_id = :record and c.settled_at is null order by c.field")
                .bind("record", record)
                .map(CONFLICT)
                .list();
    }

    public Optional<Conflict> conflict(Handle handle, UUID id) {
        return handle.createQuery(ALL_CONFLICTS + "where c.id = :id and c.settled_at is null for update")
                .bind("id", id)
                .map(CONFLICT)
                .findOne();
    }

    public void settled(Handle handle, UUID conflict, String by, boolean taken, Instant now) {
        handle.createUpdate(
                        "update sync.conflict set settled_at = :now, settled_by = :by, taken = :taken where id = :id")
                .bind("now", now)
                .bind("by", by)
                .bind("taken", taken)
                .bind("id", conflict)
                .execute();
    }

    /** A service of somebody's list. */
    public record Listed(
            UUID id,
            UUID organizationId,
            String name,
            String status,
            LocalDate assuredDate,
            String freshness,
            int places,
            int conflicts) {}

    /** @param organization whose; null for all */
    public List<Listed> services(Handle handle, UUID organization, UUID after, int most) {
        return handle.createQuery("""
                        select s.id, s.organization_id, s.name, s.status, s.assured_date, s.freshness,
                               (select count(*) from directory.service_at_location l where l.service_id = s.id) as places,
                               (select count(*) from sync.conflict c where c.record_id = s.id and c.settled_at is null) as conflicts
                          from directory.service s
                         where (cast(:organization as uuid) is null or s.organization_id = cast(:organization as uuid))
                           and (cast(:after as uuid) is null or (coalesce(s.assured_date, '-infinity'), s.id) >
                                (select coalesce(a.assured_date, '-infinity'), a.id from directory.service a where a.id = cast(:after as uuid)))
                         order by coalesce(s.assured_date, '-infinity'), s.id limit :most""")
                .bind("organization", organization)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("name"),
                        row.getString("status"),
                        row.getObject("assured_date", LocalDate.class),
                        row.getString("freshness"),
                        row.getInt("places"),
                        row.getInt("conflicts")))
                .list();
    }

    /**
     * Dates active services that somebody looked at today and found right.
     *
     * @param organization whose
     * @param services which; all of the organization's if empty
     * @param assurer who looked; null for the organization itself
     * @return those that were not dated so already
     */
    public List<UUID> confirm(Handle handle, UUID organization, List<UUID> services, String assurer, LocalDate today) {
        return handle.createQuery("""
                        update directory.service s set assured_date = :today, assurer = coalesce(cast(:assurer as text), o.name)
                          from directory.organization o
                         where o.id = s.organization_id and o.id = :organization and s.status in ('active', 'temporarily closed')
                           and (cardinality(:services) = 0 or s.id = any(:services))
                           and (s.assured_date, s.assurer) is distinct from (cast(:today as date), coalesce(cast(:assurer as text), o.name))
                        returning s.id""")
                .bind("organization", organization)
                .bindArray("services", UUID.class, services)
                .bind("assurer", assurer)
                .bind("today", today)
                .mapTo(UUID.class)
                .list();
    }
}
