package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Run.State;
import org.balcao.sync.model.Source;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Sources and their runs. */
@ApplicationScoped
public class Runs {
    private static final RowMapper<Run> RUN = ConstructorMapper.of(Run.class);
    private static final RowMapper<Source> SOURCE = ConstructorMapper.of(Source.class);
    private static final String ALL_RUNS = """
            select id, source, mode, dry_run, state, format, sha256, bytes, received_at, finished_at, read, planned, applied, reading_done,
                   reason, decided_by, decided_at from sync.run\s""";
    private static final String ALL_SOURCES =
            "select id, name, organization_id, own_external_id, publishes_others, column_map, confirmed, created_at from sync.source ";

    public Optional<Source> source(Handle handle, String id) {
        return handle.createQuery(ALL_SOURCES + "where id = :id")
                .bind("id", id)
                .map(SOURCE)
                .findOne();
    }

    /** The source, which nobody else changes until the transaction ends. */
    Optional<Source> lockedSource(Handle handle, String id) {
        return handle.createQuery(ALL_SOURCES + "where id = :id for update")
                .bind("id", id)
                .map(SOURCE)
                .findOne();
    }

    /** @param organization whose sources; null for all */
    public List<Source> sources(Handle handle, UUID organization) {
        return handle.createQuery(
                        ALL_SOURCES
                                + "where cast(:organization as uuid) is null or organization_id = cast(:organization as uuid) order by id")
                .bind("organization", organization)
                .map(SOURCE)
                .list();
    }

    /** How many other sources the organization of this one has; nobody else adds one to it until the transaction ends. */
    public int countOthers(Handle handle, Source source) {
        if (source.organizationId() == null) {
            return 0;
        }
        handle.createQuery("select pg_advisory_xact_lock(hashtextextended('sources of ' || :organization, 0))::text")
                .bind("organization", source.organizationId().toString())
                .mapTo(String.class)
                .findOne();
        return handle.createQuery(
                        "select count(*) from sync.source where organization_id = :organization and id <> :id")
                .bind("organization", source.organizationId())
                .bind("id", source.id())
                .mapTo(Integer.class)
                .one();
    }

    /** @return false if it belongs to somebody else */
    public boolean save(Handle handle, Source source) {
        return handle.createUpdate("""
                        insert into sync.source (id, name, organization_id, own_external_id, publishes_others, column_map, confirmed, created_at)
                        values (:id, :name, cast(:organizationId as uuid), :ownExternalId, :publishesOthers, cast(:columnMap as jsonb), :confirmed,
                            :createdAt)
                        on conflict (id) do update set name = excluded.name, own_external_id = excluded.own_external_id,
                            publishes_others = source.publishes_others and excluded.publishes_others, column_map = excluded.column_map
                         where source.organization_id is not distinct from excluded.organization_id""").bindMethods(source).execute() == 1;
    }

    /** What a second person has confirmed of a source: all of it but its id and whose it is. */
    void confirm(Handle handle, Source source) {
        handle.createUpdate("""
                        update sync.source set confirmed = true, name = :name, own_external_id = :ownExternalId, publishes_others = :publishesOthers,
                               column_map = cast(:columnMap as jsonb)
                         where id = :id""").bindMethods(source).execute();
    }

    void unconfirm(Handle handle, String source) {
        handle.createUpdate("update sync.source set confirmed = false where id = :source")
                .bind("source", source)
                .execute();
    }

    public void ownIs(Handle handle, String source, String externalId) {
        handle.createUpdate(
                        "update sync.source set own_external_id = :externalId where id = :source and own_external_id is null")
                .bind("externalId", externalId)
                .bind("source", source)
                .execute();
    }

    /**
     * @param worker who works at it at once, or null
     * @return false if another delivery of this source is at work
     */
    public boolean insert(Handle handle, Run run, UUID worker, Instant until) {
        return handle.createUpdate("""
                        insert into sync.run (id, source, mode, dry_run, state, sha256, bytes, received_at, worker, leased_until)
                        values (:id, :source, :mode, :dryRun, :state, :sha256, :bytes, :receivedAt, cast(:worker as uuid),
                            case when cast(:worker as uuid) is not null then cast(:until as timestamptz) end)
                        on conflict do nothing""")
                        .bindMethods(run)
                        .bind("worker", worker)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    public Optional<Run> find(Handle handle, UUID id) {
        return handle.createQuery(ALL_RUNS + "where id = :id")
                .bind("id", id)
                .map(RUN)
                .findOne();
    }

    public List<Run> newest(Handle handle, String source, int most) {
        return handle.createQuery(ALL_RUNS + "where source = :source order by received_at desc limit :most")
                .bind("source", source)
                .bind("most", most)
                .map(RUN)
                .list();
    }

    /**
     * Takes a run that somebody has to work at, and keeps it for a while.
     *
     * @param besides runs that this worker is at already
     */
    public Optional<Run> lease(Handle handle, UUID worker, Instant now, Duration time, Collection<UUID> besides) {
        return handle.createQuery("""
                        update sync.run set worker = :worker, leased_until = :until
                         where id = (select id from sync.run where state in ('received', 'applying')
                                       and (leased_until is null or leased_until < :now) and id <> all(:besides)
                                     order by received_at limit 1 for update skip locked)
                        returning id, source, mode, dry_run, state, format, sha256, bytes, received_at, finished_at, read, planned, applied,
                                  reading_done, reason, decided_by, decided_at""")
                .bind("worker", worker)
                .bind("now", now)
                .bind("until", now.plus(time))
                .bindArray("besides", UUID.class, List.copyOf(besides))
                .map(RUN)
                .findOne();
    }

    /** A step may take longer than a lease: nobody else takes over what this worker still works at. */
    public void renew(Handle handle, UUID worker, Collection<UUID> runs, Instant until) {
        handle.createUpdate("""
                        update sync.run set leased_until = :until
                         where id = any(:runs) and worker = :worker and state in ('received', 'applying')""")
                .bind("until", until)
                .bindArray("runs", UUID.class, List.copyOf(runs))
                .bind("worker", worker)
                .execute();
    }

    /** Whoever comes next may go on at once. */
    public void release(Handle handle, UUID worker, UUID run) {
        handle.createUpdate("update sync.run set leased_until = null where id = :run and worker = :worker")
                .bind("run", run)
                .bind("worker", worker)
                .execute();
    }

    /** How far it came, with the work itself in one transaction; refused if somebody else took it over. */
    public void progress(
            Handle handle,
            UUID run,
            UUID worker,
            Instant until,
            int read,
            int planned,
            int applied,
            boolean readingDone) {
        int mine = handle.createUpdate("""
                        update sync.run set read = read + :read, planned = planned + :planned, applied = applied + :applied,
                               reading_done = reading_done or :readingDone, leased_until = :until
                         where id = :run and worker = :worker and state in ('received', 'applying')""")
                .bind("read", read)
                .bind("planned", planned)
                .bind("applied", applied)
                .bind("readingDone", readingDone)
                .bind("until", until)
                .bind("run", run)
                .bind("worker", worker)
                .execute();
        if (mine == 0) {
            throw new LostLease();
        }
    }

    public void format(Handle handle, UUID run, String format) {
        handle.createUpdate("update sync.run set format = :format where id = :run")
                .bind("format", format)
                .bind("run", run)
                .execute();
    }

    /**
     * @param finished null unless this is its end
     * @throws LostLease if it is at its end already: somebody cancelled it
     */
    public void becomes(Handle handle, UUID run, State state, String reason, Instant finished) {
        int open = handle.createUpdate("""
                        update sync.run set state = :state, reason = coalesce(:reason, reason), finished_at = :finished,
                               leased_until = case when :state = 'applying' then leased_until end
                         where id = :run and state in ('received', 'planned', 'needs_decision', 'applying')""")
                .bind("state", state.word())
                .bind("reason", reason)
                .bind("finished", finished)
                .bind("run", run)
                .execute();
        if (open == 0) {
            throw new LostLease();
        }
    }

    /** @return whether it still waited for a decision */
    public boolean approve(Handle handle, UUID run, String subject, Instant now) {
        return handle.createUpdate("""
                        update sync.run set state = 'applying', decided_by = :subject, decided_at = :now, dry_run = false, leased_until = null
                         where id = :run and state in ('planned', 'needs_decision')""")
                        .bind("subject", subject)
                        .bind("now", now)
                        .bind("run", run)
                        .execute()
                == 1;
    }

    /** Whoever works at it stops at its next step. @return whether it was not at its end yet */
    public boolean cancel(Handle handle, UUID run, String subject, Instant now) {
        return handle.createUpdate("""
                        update sync.run set state = 'cancelled', decided_by = :subject, decided_at = :now, finished_at = :now, leased_until = null
                         where id = :run and state in ('received', 'planned', 'needs_decision', 'applying')""")
                        .bind("subject", subject)
                        .bind("now", now)
                        .bind("run", run)
                        .execute()
                == 1;
    }

    /** How many records of a run have each outcome, or, before it is applied, each action. */
    public Map<String, Integer> counts(Handle handle, UUID run) {
        return handle
                .createQuery(
                        "select coalesce(outcome, action, 'read') as what, count(*) as n from sync.item where run_id = :run group by 1")
                .bind("run", run)
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Runs of long ago, decided or not, some records at a time.
     *
     * @return whether there may be more
     */
    public boolean dropOld(Handle handle, Instant before, int most) {
        Optional<UUID> run = handle.createQuery("select id from sync.run where received_at < :before limit 1")
                .bind("before", before)
                .mapTo(UUID.class)
                .findOne();
        if (run.isEmpty()) {
            return false;
        }
        int items = handle.createUpdate("""
                        delete from sync.item where run_id = :run
                           and seq in (select seq from sync.item where run_id = :run order by seq limit :most)""")
                .bind("run", run.get())
                .bind("most", most)
                .execute();
        if (items < most) {
            handle.createUpdate("delete from sync.run where id = :run")
                    .bind("run", run.get())
                    .execute();
        }
        return true;
    }
}
