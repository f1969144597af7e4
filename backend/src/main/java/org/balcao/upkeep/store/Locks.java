package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.sync.store.Provenance;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Fields that the national team holds. */
@ApplicationScoped
public class Locks {
    /** @param until its last day; null if it has none */
    public record Lock(
            UUID recordId, String kind, String name, String field, String reason, Instant at, LocalDate until) {}

    private static final String LOCKS =
            """
            select v.record_id, s.kind, coalesce(o.name, e.name, l.name, p.name, t.name, '') as name, v.field, v.reason, v.at, v.until
              from sync.provenance v join directory.stamp s on s.id = v.record_id
              left join directory.organization o on o.id = v.record_id left join directory.service e on e.id = v.record_id
              left join directory.location l on l.id = v.record_id left join directory.program p on p.id = v.record_id
              left join directory.taxonomy_term t on t.id = v.record_id
             where v.rank =\s""" + Provenance.NATIONAL_LOCK + " and (v.until is null or v.until >= cast(:today as date)) ";

    /** Those first that end first. */
    public List<Lock> held(Handle handle, LocalDate today, int most) {
        return handle.createQuery(LOCKS + "order by v.until nulls last, v.at, v.record_id, v.field limit :most")
                .bind("today", today)
                .bind("most", most)
                .map(ConstructorMapper.of(Lock.class))
                .list();
    }

    /** The lock of a field, which nobody else changes meanwhile. */
    public Optional<Lock> find(Handle handle, UUID record, String field, LocalDate today) {
        return handle.createQuery(LOCKS + "and v.record_id = :record and v.field = :field for update of v")
                .bind("today", today)
                .bind("record", record)
                .bind("field", field)
                .map(ConstructorMapper.of(Lock.class))
                .findOne();
    }

    /** Lets a field be changed again by whose record it is, who from then on holds what it says. */
    public Optional<Lock> release(Handle handle, UUID record, String field, LocalDate today) {
        Optional<Lock> lock = find(handle, record, field, today);
        lock.ifPresent(held -> handle.createUpdate(
                        "update sync.provenance set rank = :rank, until = null where record_id = :record and field = :field")
                .bind("rank", Provenance.OWN_EDIT)
                .bind("record", record)
                .bind("field", field)
                .execute());
        return lock;
    }

    /**
     * Locks name, state, numbers, addresses and organization of the services of the first load for emergencies and violence, unless that was done before.
     *
     * @return how many services
     */
    public int lockLinesOnce(Handle handle, Instant now) {
        boolean first = handle.createUpdate(
                                "insert into sync.done_once (task, at) select 'lock_lines', :now where exists"
                                        + " (select from directory.load_report where source = 'portugal' and finished_at is not null) on conflict do nothing")
                        .bind("now", now)
                        .execute()
                == 1;
        return first
                ? handle.createQuery("""
                        with line as (
                            select distinct s.id from directory.service s
                              join directory.source_record r on r.record_id = s.id and r.source = 'portugal' and r.kind = 'service'
                              join directory.attribute a on a.link_id = s.id
                              join directory.taxonomy_term t on t.id = a.taxonomy_term_id
                             where t.code = 'emergency' or t.code = 'violence' or t.code like 'violence.%'
                        ), held as (
                            insert into sync.provenance (record_id, field, source, rank, at, reason, until)
                            select l.id, f.field, 'page', 1, :now, 'emergency or victims'' line: locked from the start', null
                              from line l, unnest(array['name', 'alternate_name', 'translations', 'status', 'phones', 'contacts', 'url', 'email', 'organization_id']) as f (field)
                            on conflict (record_id, field) do update set rank = 1, reason = excluded.reason, until = null
                        )
                        select count(*) from line""").bind("now", now).mapTo(Integer.class).one()
                : 0;
    }
}
