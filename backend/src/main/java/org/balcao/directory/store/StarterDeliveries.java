package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which versions of the starter data this site had, and how far the one came that is delivered now. */
@ApplicationScoped
public class StarterDeliveries {
    private final Session entities;

    StarterDeliveries(Session entities) {
        this.entities = entities;
    }

    /**
     * One version.
     *
     * @param position how many of its records were looked at
     * @param over nothing is left to be done
     */
    public record Delivery(UUID report, int position, boolean over) {}

    /** Keeps every other node from delivering until the transaction ends. @return false while another one is at it */
    public boolean lock() {
        return entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('directory.starter_delivery', 0))",
                        Boolean.class)
                .getSingleResult();
    }

    public Optional<Delivery> find(String version) {
        return entities.createNativeQuery(
                        "select report_id, position, finished_at is not null from directory.starter_delivery where version = :version",
                        Tuple.class)
                .setParameter("version", version)
                .getResultStream()
                .map(row -> new Delivery(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, Boolean.class)))
                .findFirst();
    }

    /** Begins with a version; one that was still being delivered is given up for it. */
    public void begin(String version, UUID report, Instant now) {
        entities.createNativeMutationQuery(
                        "update directory.starter_delivery set finished_at = :now where finished_at is null")
                .setParameter("now", now)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "insert into directory.starter_delivery (version, report_id, started_at) values (:version, :report, :now)")
                .setParameter("version", version)
                .setParameter("report", report)
                .setParameter("now", now)
                .executeUpdate();
    }

    public void moveTo(String version, int position) {
        entities.createNativeMutationQuery(
                        "update directory.starter_delivery set position = :position where version = :version")
                .setParameter("position", position)
                .setParameter("version", version)
                .executeUpdate();
    }

    public void end(String version, Instant now) {
        entities.createNativeMutationQuery(
                        "update directory.starter_delivery set finished_at = :now where version = :version")
                .setParameter("now", now)
                .setParameter("version", version)
                .executeUpdate();
    }
}
