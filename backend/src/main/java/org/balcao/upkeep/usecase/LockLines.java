package org.balcao.upkeep.usecase;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Locks;
import org.jboss.logging.Logger;

/**
 * Locks, once in the life of a site, what people are known by of the emergency and victims' lines that the starter data bring: nobody but two people of
 * the national team changes who answers there.
 */
@ApplicationScoped
class LockLines {
    private static final Logger LOG = Logger.getLogger(LockLines.class);
    private static final int AFTER_THE_FIRST_LOAD = 3000;

    private final SyncDatabase database;
    private final Locks locks;
    private final Clock clock;

    LockLines(SyncDatabase database, Locks locks, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(AFTER_THE_FIRST_LOAD) StartupEvent start) {
        int locked = database.call(
                handle -> locks.lockLinesOnce(handle, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (locked > 0) {
            LOG.infof("Emergency and victims' lines that only two of the national team change: %d", locked);
        }
    }
}
