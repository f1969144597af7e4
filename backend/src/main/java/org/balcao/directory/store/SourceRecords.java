package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Which of our records each record of a source is, and the fingerprint of what was last taken from it. */
@ApplicationScoped
public class SourceRecords {
    private final Session entities;

    SourceRecords(Session entities) {
        this.entities = entities;
    }

    public record Known(UUID recordId, String fingerprint) {}

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

    /** Whether partners deliver under this name, or the program itself notes something under it: an import cannot pass for either. */
    public boolean isNameOfAnother(String source) {
        return Set.of("page", "holder", "review", "unknown").contains(source)
                || entities.createNativeQuery(
                                "select exists (select from sync.source where id = :source)", Boolean.class)
                        .setParameter("source", source)
                        .getSingleResult();
    }

    /** Whether somebody looks after a record here: edited it, delivers it, found it right, or made it one of two. */
    public boolean isLookedAfter(UUID record) {
        return entities.createNativeQuery("""
                        select exists (select from sync.provenance where record_id = :record)
                            or exists (select from sync.verification where service_id = :record and outcome = 'confirmed')
                            or exists (select from sync.merge where kept = :record and undone_at is null)""", Boolean.class)
                .setParameter("record", record)
                .getSingleResult();
    }
}
