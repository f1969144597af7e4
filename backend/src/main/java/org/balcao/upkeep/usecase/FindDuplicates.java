package org.balcao.upkeep.usecase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Duplicates;
import org.jboss.logging.Logger;

/** Looks which records may be the same thing in the world; whether they are, a person says. */
@ApplicationScoped
public class FindDuplicates {
    static final List<Kind> KINDS = List.of(Kind.ORGANIZATION, Kind.SERVICE, Kind.LOCATION);

    private static final Logger LOG = Logger.getLogger("upkeep.duplicates");

    private final SyncDatabase database;
    private final Duplicates duplicates;
    private final Clock clock;

    FindDuplicates(SyncDatabase database, Duplicates duplicates, Clock clock) {
        this.database = database;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    @Scheduled(
            every = "{balcao.upkeep.every}",
            delayed = "{balcao.upkeep.after}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            find();
        } catch (RuntimeException away) {
            LOG.warnf("Duplicates are looked for later: %s", away.getClass().getSimpleName());
        }
    }

    public void find() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Kind kind : KINDS) {
            database.atLength(handle -> {
                duplicates.find(handle, kind.word(), now);
                return null;
            });
        }
    }
}
