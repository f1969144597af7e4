package org.balcao.sync.usecase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Runs;
import org.balcao.sync.store.SyncDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works at all that was received, at many runs at once: each has a thread of its own, and their steps take turns, so that no source waits for the end of
 * another's delivery, however long that is or wherever it is stuck.
 */
@ApplicationScoped
public class WorkRuns {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int DROPPED_AT_ONCE = 10_000;
    private static final int MOST_RUNS = 64;
    private static final int MOST_STEPS = 4;

    private final SyncDatabase database;
    private final Runs runs;
    private final ReceiveRun receiveRun;
    private final TakeRun takeRun;
    private final Clock clock;
    private final Duration lease;
    private final UUID me = UUID.randomUUID();
    private final Semaphore turns = new Semaphore(MOST_STEPS, true);
    private final Crew<UUID> crew = new Crew<>("sync", MOST_RUNS);

    WorkRuns(
            SyncDatabase database,
            Runs runs,
            ReceiveRun receiveRun,
            TakeRun takeRun,
            Clock clock,
            @ConfigProperty(name = "balcao.sync.lease") Duration lease) {
        this.database = database;
        this.runs = runs;
        this.receiveRun = receiveRun;
        this.takeRun = takeRun;
        this.clock = clock;
        this.lease = lease;
    }

    @Scheduled(every = "{balcao.sync.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            database.call(handle -> {
                runs.renew(handle, me, crew.atWork(), clock.instant().plus(lease));
                return null;
            });
            begin();
            dropOld();
        } catch (RuntimeException away) {
            LOG.warnf("Runs wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** Works at all that waits, and returns when nothing waits any more. */
    public void work() {
        while (begin()) {
            crew.await();
        }
        dropOld();
    }

    /** Takes in a delivery and works at it at once, for who waits for its answer. */
    public Run now(Source source, InputStream content) {
        Run run = receiveRun.receive(
                source, "upsert", false, content, me, clock.instant().plus(lease));
        crew.here(run.id(), () -> takeRun.toItsEnd(run, me, TakeRun.AT_ONCE));
        return run;
    }

    /** @return whether there was a run to begin with */
    private boolean begin() {
        boolean any = false;
        while (!crew.isFull()) {
            Optional<Run> next = database.call(handle -> runs.lease(handle, me, clock.instant(), lease, crew.atWork()));
            if (next.isEmpty()) {
                break;
            }
            crew.begin(next.get().id(), () -> workAt(next.get()));
            any = true;
        }
        return any;
    }

    private void workAt(Run run) {
        try {
            takeRun.toItsEnd(run, me, this::inTurn);
        } catch (TakeRun.Stopped stopped) {
            release(run);
        } catch (RuntimeException away) {
            LOG.warnf("A run waits for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** Who has waited longest for a step is next. */
    private <T> T inTurn(Supplier<T> step) {
        turns.acquireUninterruptibly();
        try {
            if (crew.isStopping()) {
                throw new TakeRun.Stopped();
            }
            return step.get();
        } finally {
            turns.release();
        }
    }

    private void release(Run run) {
        try {
            database.call(handle -> {
                runs.release(handle, me, run.id());
                return null;
            });
        } catch (RuntimeException away) {
            LOG.debugf(away, "The lease of run %s ends by itself", run.id());
        }
    }

    private void dropOld() {
        while (database.call(handle -> runs.dropOld(handle, clock.instant().minus(KEPT), DROPPED_AT_ONCE))) {
            // each part is a transaction of its own
        }
    }

    @PreDestroy
    void stop() {
        crew.stop();
    }
}
