package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/** The services that the index went on without, each with the reason, kept in the database. Each node asks it once, when it opens its index. */
@ApplicationScoped
class SetAside {

    private static final Logger LOG = Logger.getLogger("search");

    private final DataSource database;
    private final Set<UUID> services = ConcurrentHashMap.newKeySet();

    SetAside(DataSource database) {
        this.database = database;
    }

    /** Asks the database for those that were set aside before this node started. */
    void load() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select service_id from search.set_aside");
                var rows = query.executeQuery()) {
            services.clear();
            while (rows.next()) {
                services.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException failed) {
            throw new JDBCException("The services that were set aside cannot be read", failed);
        }
    }

    /** How many there are. */
    int count() {
        return services.size();
    }

    boolean contains(UUID service) {
        return services.contains(service);
    }

    /** Sets services aside, each with what failed. */
    void add(Map<UUID, String> reasons, long seq) {
        if (reasons.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into search.set_aside (service_id, seq, reason) values (?, ?, ?)"
                                + " on conflict (service_id) do update set seq = excluded.seq, reason = excluded.reason, at = now()")) {
            for (Map.Entry<UUID, String> each : reasons.entrySet()) {
                insert.setObject(1, each.getKey());
                insert.setLong(2, seq);
                insert.setString(3, each.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new JDBCException("Services cannot be set aside", failed);
        }
        reasons.forEach((id, reason) -> {
            if (services.add(id)) {
                LOG.warnf("The search index goes on without the service %s until it changes: %s", id, reason);
            }
        });
    }

    /** Forgets services: the index has them, or they are gone. */
    void remove(Collection<UUID> taken) {
        if (services.isEmpty() || taken.stream().noneMatch(services::contains)) {
            return;
        }
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from search.set_aside where service_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", taken.toArray()));
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new JDBCException("Services that were set aside cannot be forgotten", failed);
        }
        services.removeAll(Set.copyOf(taken));
    }
}
