package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.balcao.sync.model.Harvest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which sources are fetched. */
@ApplicationScoped
public class Harvests {
    private static final RowMapper<Harvest> HARVEST = ConstructorMapper.of(Harvest.class);
    private static final String COLUMNS =
            "source, url, kind, mode, every_hours, etag, modified_since, whole_at, next_at, asked_at, problem, run_id";

    public Optional<Harvest> find(Handle handle, String source) {
        return handle.createQuery("select " + COLUMNS + " from sync.harvest where source = :source")
                .bind("source", source)
                .map(HARVEST)
                .findOne();
    }

    public void save(Handle handle, Harvest harvest) {
        handle.createUpdate("""
                        insert into sync.harvest (source, url, kind, mode, every_hours, next_at)
                        values (:source, :url, :kind, :mode, :everyHours, :nextAt)
                        on conflict (source) do update set url = excluded.url, kind = excluded.kind, mode = excluded.mode,
                            every_hours = excluded.every_hours, next_at = excluded.next_at, etag = null, modified_since = null, whole_at = null,
                            problem = null""").bindMethods(harvest).execute();
    }

    public boolean delete(Handle handle, String source) {
        return handle.createUpdate("delete from sync.harvest where source = :source")
                        .bind("source", source)
                        .execute()
                == 1;
    }

    /** Takes one that is due, and keeps it for a while. */
    public Optional<Harvest> lease(Handle handle, Instant now, Duration time) {
        return handle.createQuery("""
                        update sync.harvest set leased_until = :until
                         where source = (select source from sync.harvest where next_at <= :now and (leased_until is null or leased_until < :now)
                                          order by next_at limit 1 for update skip locked)
                        returning\s""" + COLUMNS)
                .bind("now", now)
                .bind("until", now.plus(time))
                .map(HARVEST)
                .findOne();
    }

    public void fetched(Handle handle, Harvest harvest) {
        handle.createUpdate("""
                        update sync.harvest set etag = :etag, modified_since = :modifiedSince, whole_at = :wholeAt, next_at = :nextAt,
                               asked_at = :askedAt, problem = :problem, run_id = coalesce(cast(:runId as uuid), run_id), leased_until = null
                         where source = :source""").bindMethods(harvest).execute();
    }

    /** @return false if it is not fetched */
    public boolean soon(Handle handle, String source, Instant now) {
        return handle.createUpdate("update sync.harvest set next_at = :now where source = :source")
                        .bind("now", now)
                        .bind("source", source)
                        .execute()
                == 1;
    }
}
