package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    public List<Change> after(long seq, int most) {
        return database.call(handle -> published.changes(handle, seq, most));
    }
}
