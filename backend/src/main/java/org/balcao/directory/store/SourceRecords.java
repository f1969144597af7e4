package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.model.LeftAlone;
import org.balcao.directory.model.LoadReport.Line;
import org.hibernate.Session;

/** Which of our records each record of a source is, and the fingerprint of what was last taken from it. */
@ApplicationScoped
public class SourceRecords {
    private static final String LOOKED_AFTER = """
            (exists (select from sync.provenance where record_id = :record)
             or exists (select from sync.edit where record_id = :record and state in ('waiting', 'applied'))
             or exists (select from sync.record where record_id = :record)
             or exists (select from sync.verification where service_id = :record and outcome = 'confirmed')
             or exists (select from directory.service where id = :record and assured_date is not null)
             or exists (select from sync.merge where kept = :record and undone_at is null))""";

    private final Session entities;

    SourceRecords(Session entities) {
        this.entities = entities;
    }

    public record Known(UUID recordId, String fingerprint) {}

    /**
     * A record that is or was here.
     *
     * @param origin the source that made it first; null if that is not known
     * @param there false if it was withdrawn or merged
     * @param locked the national team holds fields of it
     * @param lookedAfter as {@link #isLookedAfter} says
     */
    public record Holding(String origin, boolean there, boolean locked, boolean lookedAfter) {}

    /** @param kind the name of a table of records */
    public Optional<Holding> holding(String kind, UUID record) {
        return entities.createNativeQuery(
                        "select o.source, r.id is not null, exists (select from sync.provenance p where p.record_id = :record and p.rank = 1"
                                + " and (p.until is null or p.until >= current_date)), " + LOOKED_AFTER
                                + " from (select cast(:record as uuid) as id) i"
                                + " left join directory.record_origin o on o.record_id = i.id and o.kind = '" + kind
                                + "' left join directory." + kind
                                + " r on r.id = i.id where o.record_id is not null or r.id is not null",
                        Tuple.class)
                .setParameter("record", record)
                .getResultStream()
                .map(row -> new Holding(
                        row.get(0, String.class),
                        row.get(1, Boolean.class),
                        row.get(2, Boolean.class),
                        row.get(3, Boolean.class)))
                .findFirst();
    }

    /** Which of our records it is, if that is here still: it may have been withdrawn, or merged into another. */
    public Optional<UUID> findThere(String source, String kind, String sourceId) {
        return entities.createNativeQuery(
                        "select record_id from directory.source_record where source = :source and kind = :kind and source_id = :sourceId"
                                + " and directory.exists_record(kind, record_id)",
                        UUID.class)
                .setParameter("source", source)
                .setParameter("kind", kind)
                .setParameter("sourceId", sourceId)
                .getResultStream()
                .findFirst();
    }

    /** The records of a source, as kind and id there, of which no line of a report tells. */
    public List<Line> notTold(String source, UUID report) {
        return entities.createNativeQuery(
                        "select s.kind, s.source_id, s.record_id from directory.source_record s where s.source = :source and not exists"
                                + " (select from directory.load_report_line l where l.report_id = :report and l.kind = s.kind"
                                + " and l.source_id = s.source_id) order by s.kind, s.source_id",
                        Tuple.class)
                .setParameter("source", source)
                .setParameter("report", report)
                .getResultStream()
                .map(row -> Line.leftAlone(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, UUID.class),
                        LeftAlone.NOT_SHIPPED))
                .toList();
    }

    public Optional<Known> find(String source, String kind, String sourceId) {
        return entities.createNativeQuery(
                        "select record_id, fingerprint from directory.source_record"
                                + " where source = :source and kind = :kind and source_id = :sourceId",
                        Tuple.class)
                .setParameter("source", source)
                .setParameter("kind", kind)
                .setParameter("sourceId", sourceId)
                .getResultStream()
                .map(row -> new Known(row.get(0, UUID.class), row.get(1, String.class)))
                .findFirst();
    }

    public void save(String source, String kind, String sourceId, Known known) {
        entities.createNativeQuery(
                        "insert into directory.source_record (source, kind, source_id, record_id, fingerprint)"
                                + " values (:source, :kind, :sourceId, :recordId, :fingerprint)"
                                + " on conflict (source, kind, source_id) do update"
                                + " set record_id = excluded.record_id, fingerprint = excluded.fingerprint")
                .setParameter("source", source)
                .setParameter("kind", kind)
                .setParameter("sourceId", sourceId)
                .setParameter("recordId", known.recordId())
                .setParameter("fingerprint", known.fingerprint())
                .executeUpdate();
    }

    /** Says for which source this transaction writes: the database notes it with each new record, and refuses ids that are another's. */
    public void writesFor(String source) {
        entities.createNativeQuery("select set_config('balcao.source', :source, true)", String.class)
                .setParameter("source", source)
                .getSingleResult();
    }

    /**
     * Whether partners deliver under this name, or the program itself notes something under it: an import cannot pass for either. The name of the starter
     * data is a source too, under which their deliveries are shown; whoever runs the program may bring such records.
     */
    public boolean isNameOfAnother(String source) {
        return Set.of("page", "holder", "review", "unknown").contains(source)
                || entities.createNativeQuery(
                                "select exists (select from sync.source where id = :source and (id <> 'portugal' or organization_id is not null))",
                                Boolean.class)
                        .setParameter("source", source)
                        .getSingleResult();
    }

    /** Whether somebody looks after a record here: edited it or is about to, delivers it, found it right, or made it one of two. */
    public boolean isLookedAfter(UUID record) {
        return entities.createNativeQuery("select " + LOOKED_AFTER, Boolean.class)
                .setParameter("record", record)
                .getSingleResult();
    }
}
