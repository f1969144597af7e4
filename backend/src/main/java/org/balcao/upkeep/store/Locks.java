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

    /** Lets a field be changed again by whose record it is, who from then on holds what it says. */
    public Optional<Lock> release(Handle handle, UUID record, String field, LocalDate today) {
        Optional<Lock> lock = handle.createQuery(
                        LOCKS + "and v.record_id = :record and v.field = :field for update of v")
                .bind("today", today)
                .bind("record", record)
                .bind("field", field)
                .map(ConstructorMapper.of(Lock.class))
                .findOne();
        lock.ifPresent(held -> handle.createUpdate(
                        "update sync.provenance set rank = :rank, until = null where record_id = :record and field = :field")
                .bind("rank", Provenance.OWN_EDIT)
                .bind("record", record)
                .bind("field", field)
                .execute());
        return lock;
    }
}
