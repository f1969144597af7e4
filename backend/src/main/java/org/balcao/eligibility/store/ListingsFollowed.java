package org.balcao.eligibility.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far in the directory's change log listings were filled from the rules, kept over restarts and the same for all nodes. */
@ApplicationScoped
public class ListingsFollowed {

    /**
     * A place in the log.
     *
     * @param wording tells one wording of the rules from another
     * @param seq the newest change that was looked at with that wording
     */
    public record Place(String wording, long seq) {}

    private final EntityManager entities;

    ListingsFollowed(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether this transaction may follow the log; false while another node does. */
    public boolean lock() {
        return (Boolean) entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('eligibility.listings', 0))", Boolean.class)
                .getSingleResult();
    }

    public Optional<Place> place() {
        return entities.createNativeQuery("select wording, seq from eligibility.listings_followed", Tuple.class)
                .getResultStream()
                .map(row -> place((Tuple) row))
                .findFirst();
    }

    private static Place place(Tuple row) {
        return new Place(row.get("wording", String.class), ((Number) row.get("seq")).longValue());
    }

    public void moveTo(Place place) {
        entities.createNativeQuery("insert into eligibility.listings_followed (wording, seq) values (:wording, :seq)"
                        + " on conflict (only_one) do update set wording = excluded.wording, seq = excluded.seq")
                .setParameter("wording", place.wording())
                .setParameter("seq", place.seq())
                .executeUpdate();
    }

    /** The sequence number of the newest change. */
    public long newest() {
        return ((Number) entities.createNativeQuery("select coalesce(max(seq), 0) from directory.change")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Services that changed after one place in the log and not after another, and that the rules speak of or spoke of once.
     *
     * @param tied services that the rules speak of now
     * @param mark how a note in HSDS's metadata begins that says a field was filled from the rules
     */
    public List<UUID> changed(long after, long until, Collection<UUID> tied, String mark) {
        return entities.createNativeQuery("""
                        select distinct c.record_id from directory.change c
                         where c.kind = 'service' and c.seq > :after and c.seq <= :until
                           and (c.record_id = any (:tied) or exists (
                                select from directory.metadata m where m.resource_id = c.record_id and m.updated_by like :mark))""", UUID.class)
                .setParameter("after", after)
                .setParameter("until", until)
                .setParameter("tied", tied.toArray(UUID[]::new))
                .setParameter("mark", mark + "%")
                .getResultList();
    }
}
