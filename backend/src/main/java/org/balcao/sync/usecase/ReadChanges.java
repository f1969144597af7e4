package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.sync.store.Published;
import org.balcao.sync.store.Published.Change;
import org.balcao.sync.store.SyncDatabase;

/** What changed, in an order in which nothing can be missed: numbers are given when a change becomes visible. */
@ApplicationScoped
public class ReadChanges {
    private final SyncDatabase database;
    private final Published published;

    ReadChanges(SyncDatabase database, Published published) {
        this.database = database;
        this.published = published;
    }

    /**
     * Some of the log.
     *
     * @param records as they are now, by id; empty if they were not asked for
     */
    public record Changes(List<Change> changes, Map<UUID, ObjectNode> records) {
        public Changes {
            changes = List.copyOf(changes);
            records = Map.copyOf(records);
        }
    }

    public Changes after(long seq, int most, boolean withRecords) {
        return database.call(handle -> {
            List<Change> changes = published.changes(handle, seq, most);
            return new Changes(changes, withRecords ? published.recordsOf(handle, changes) : Map.of());
        });
    }
}
