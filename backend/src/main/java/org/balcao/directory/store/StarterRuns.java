package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.model.LeftAlone;
import org.hibernate.Session;

/** Shows the national team a delivery of the starter data among those of partners: as a run of a source of its own, which nobody can deliver to. */
@ApplicationScoped
public class StarterRuns {
    private final Session entities;

    StarterRuns(Session entities) {
        this.entities = entities;
    }

    /**
     * Writes the run of a delivery that is at its end. Nothing is written where an organization had a source of that name before it was refused.
     *
     * @param report its lines, whose outcomes become those of the run's records
     * @param kinds the kinds of records that runs tell of, in their order
     * @param sha256 of all that was shipped
     * @param bytes how large that is
     */
    public void write(
            String source, UUID report, List<String> kinds, String sha256, long bytes, Instant begun, Instant ended) {
        // not confirmed, and no proposal to confirm it: nobody delivers anything in its name
        entities.createNativeMutationQuery(
                        "insert into sync.source (id, name, publishes_others, confirmed, created_at)"
                                + " values (:source, 'Dados com que o Balcão vem', false, false, :begun) on conflict do nothing")
                .setParameter("source", source)
                .setParameter("begun", begun)
                .executeUpdate();
        entities.createNativeMutationQuery("""
                        insert into sync.run (id, source, mode, dry_run, state, format, sha256, bytes, received_at, finished_at, read, planned,
                               applied, reading_done)
                        select l.report_id, s.id, 'upsert', false, case when bool_or(outcome = 'left_out' and not reason = any(:alone))
                                   then 'done_with_problems' else 'done' end, null, :sha256, :bytes, :begun, :ended, count(*), count(*), count(*), true
                          from directory.load_report_line l join sync.source s on s.id = :source and s.organization_id is null
                         where l.report_id = :report and l.kind = any(:kinds) group by l.report_id, s.id""")
                .setParameter("alone", reasons())
                .setParameter("source", source)
                .setParameter("report", report)
                .setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("sha256", sha256)
                .setParameter("bytes", bytes)
                .setParameter("begun", begun)
                .setParameter("ended", ended)
                .executeUpdate();
        entities.createNativeMutationQuery("""
                        insert into sync.item (run_id, seq, kind, kind_order, external_id, record_id, action, outcome, problems)
                        select r.id, row_number() over (order by l.ordinal), l.kind, array_position(cast(:kinds as text[]), l.kind) - 1, l.source_id,
                               l.record_id, w.action, w.outcome,
                               case when l.reason is null then '[]' else jsonb_build_array(jsonb_build_object(
                                   'level', case when a.code is null then 'error' else 'warning' end, 'pointer', '',
                                   'code', coalesce(a.code, 'not_taken'), 'message', l.reason)) end
                          from directory.load_report_line l join sync.run r on r.id = l.report_id
                          left join unnest(cast(:reasons as text[]), cast(:codes as text[])) as a (reason, code) on a.reason = l.reason
                          cross join lateral (select case l.outcome when 'created' then 'create' when 'updated' then 'update' when 'kept' then 'keep'
                                  else case when a.code is null then 'quarantine' else 'skip' end end,
                              case l.outcome when 'left_out' then case when a.code is null then 'quarantined' else 'skipped' end else l.outcome end)
                              as w (action, outcome)
                         where l.report_id = :report and l.kind = any(cast(:kinds as text[]))""")
                .setParameter("kinds", kinds.toArray(String[]::new))
                .setParameter("reasons", reasons())
                .setParameter("codes", codes())
                .setParameter("report", report)
                .executeUpdate();
    }

    private static String[] reasons() {
        return List.of(LeftAlone.values()).stream().map(LeftAlone::reason).toArray(String[]::new);
    }

    private static String[] codes() {
        return List.of(LeftAlone.values()).stream().map(LeftAlone::code).toArray(String[]::new);
    }
}
