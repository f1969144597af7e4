package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** How far the change log has come, and what changed since some place in it. */
@ApplicationScoped
public class ChangeLog {

    /** A record and the sequence number of its newest change. */
    public record Changed(UUID id, long seq) {}

    /**
     * What a reader of the log has not seen yet.
     *
     * @param changes how many sequence numbers it is behind
     * @param seconds how long the oldest change that it has not seen is there, by the database's clock; 0 if there is none
     */
    public record Waiting(long changes, long seconds) {}

    private static final String WAITING = """
            select coalesce((select max(seq) from directory.change), 0) - ? as changes,
                   coalesce((select extract(epoch from clock_timestamp() - at) from directory.change where seq > ? order by seq limit 1), 0)
                   as seconds""";

    private final EntityManager entities;
    private final DataSource database;

    ChangeLog(EntityManager entities, DataSource database) {
        this.database = database;
        this.entities = entities;
    }

    /** The sequence number of the newest change, which is 0 before the first: whatever was made of the directory still holds while it is the same. */
    public long newest() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select coalesce(max(seq), 0) from directory.change");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new JDBCException("The change log cannot be read", failed);
        }
    }

    /** What waits for a reader that has seen the log up to some place. */
    public Waiting waiting(long seen) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING)) {
            statement.setLong(1, seen);
            statement.setLong(2, seen);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Waiting(Math.max(0, rows.getLong("changes")), Math.max(0, (long) rows.getDouble("seconds")));
            }
        } catch (SQLException failed) {
            throw new JDBCException("The change log cannot be read", failed);
        }
    }

    /** The newest change of a term, a taxonomy or a place. */
    @Transactional
    public long newestOfTermsAndPlaces() {
        return number(
                entities.createNativeQuery(
                        "select coalesce(max(seq), 0) from directory.change where kind in ('taxonomy', 'taxonomy_term', 'place')"));
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }

    /** The next changes of services after one place in the log and not after another, in their order; a service may come again. */
    @Transactional
    public List<Changed> services(long after, long until, int most) {
        return new Conditions()
                .with("after", after).with("until", until).rows(entities, """
                select record_id, seq from directory.change
                where kind = 'service' and seq > :after and seq <= :until order by seq""", 0, most).stream()
                        .map((Tuple row) ->
                                new Changed(row.get("record_id", UUID.class), ((Number) row.get("seq")).longValue()))
                        .toList();
    }

    /** The services with a change after one place in the log and not after another; one place more than asked for shows that there are others. */
    @Transactional
    public Set<UUID> changedServices(long after, long until, int most) {
        return new Conditions()
                .with("after", after).with("until", until).rows(entities, """
                select distinct record_id from directory.change
                where kind = 'service' and seq > :after and seq <= :until""", 0, most + 1).stream()
                        .map((Tuple row) -> row.get("record_id", UUID.class))
                        .collect(Collectors.toSet());
    }

    /** Whether a record was here and was removed. */
    @Transactional
    public boolean wasRemoved(UUID record) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from directory.change where record_id = :id and action = 'removed')",
                        Boolean.class)
                .setParameter("id", record)
                .getSingleResult();
    }

    /** Which database this is, so that what was made from another one is not taken for its own. */
    @Transactional
    public UUID database() {
        return (UUID) entities.createNativeQuery("select id from directory.identity", UUID.class)
                .getSingleResult();
    }
}
