package org.balcao.sync.usecase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.sync.format.FeedRefused;
import org.balcao.sync.format.Feeds;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Run.State;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.Stated;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.LostLease;
import org.balcao.sync.store.RawFiles;
import org.balcao.sync.store.Runs;
import org.balcao.sync.store.Shapes;
import org.balcao.sync.store.SyncDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Works at what was received: reads it, plans it, applies it, some records in a transaction each, with a note of how far it came. Whoever goes on
 * after a crash begins at the note, and ends where an undisturbed run ends.
 */
@ApplicationScoped
public class WorkRuns {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final int AT_ONCE = 500;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int WITHDRAWN_WITHOUT_ASKING = 5;
    private static final double SHARE_WITHDRAWN_WITHOUT_ASKING = 0.1;

    private final SyncDatabase database;
    private final Runs runs;
    private final ReceiveRun receiveRun;
    private final Items items;
    private final PlanRun planRun;
    private final ApplyRun applyRun;
    private final RawFiles files;
    private final Shapes shapes;
    private final Clock clock;
    private final Duration lease;
    private final UUID me = UUID.randomUUID();

    WorkRuns(
            SyncDatabase database,
            Runs runs,
            ReceiveRun receiveRun,
            Items items,
            PlanRun planRun,
            ApplyRun applyRun,
            RawFiles files,
            Shapes shapes,
            Clock clock,
            @ConfigProperty(name = "balcao.sync.lease") Duration lease) {
        this.database = database;
        this.runs = runs;
        this.receiveRun = receiveRun;
        this.items = items;
        this.planRun = planRun;
        this.applyRun = applyRun;
        this.files = files;
        this.shapes = shapes;
        this.clock = clock;
        this.lease = lease;
    }

    @Scheduled(every = "{balcao.sync.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            work();
        } catch (RuntimeException away) {
            LOG.warnf("Runs wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** All that waits, one run after the other. */
    public void work() {
        for (Optional<Run> next = lease(); next.isPresent(); next = lease()) {
            workToItsEnd(next.get());
        }
        database.call(handle -> {
            runs.dropOld(handle, clock.instant().minus(KEPT));
            return null;
        });
    }

    /** Takes in a delivery and works at it at once, for who waits for its answer. */
    public Run now(Source source, InputStream content) {
        Run run = receiveRun.receive(
                source, "upsert", false, content, me, clock.instant().plus(lease));
        workToItsEnd(run);
        return run;
    }

    private void workToItsEnd(Run run) {
        try {
            workAt(run);
        } catch (FeedRefused refused) {
            fail(run, refused.code() + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            fail(run, "not_readable: The file cannot be read to its end.");
        } catch (LostLease another) {
            LOG.info("Another node took over a run.");
        } catch (RuntimeException unexpected) {
            if (isAway(unexpected)) {
                throw unexpected;
            }
            LOG.errorf(unexpected, "Run %s cannot be worked at", run.id());
            fail(run, "not_possible: It cannot be worked at; who runs this site finds the reason in its log.");
        }
    }

    private Optional<Run> lease() {
        return database.call(handle -> runs.lease(handle, me, clock.instant(), lease));
    }

    private void fail(Run run, String reason) {
        database.call(handle -> {
            runs.becomes(handle, run.id(), State.FAILED, reason, clock.instant());
            return null;
        });
        files.forget(run.id());
    }

    private void workAt(Run run) throws IOException {
        if (run.is(State.RECEIVED)) {
            if (!run.readingDone()) {
                read(run, source(run));
            }
            Source source = source(run);
            while (database.call(handle -> {
                int planned = planRun.some(handle, run, source, AT_ONCE);
                progress(handle, run, 0, planned, 0, false);
                return planned > 0;
            })) {
                // each chunk is a transaction of its own
            }
            boolean applied = afterPlan(run, source);
            // what is in it is in the plan now
            files.forget(run.id());
            if (!applied) {
                return;
            }
        }
        Source source = source(run);
        for (List<Item> chunk = next(run); !chunk.isEmpty(); chunk = next(run)) {
            apply(run, source, chunk);
        }
        finish(run);
    }

    private void progress(Handle handle, Run run, int read, int planned, int applied, boolean readingDone) {
        runs.progress(handle, run.id(), me, clock.instant().plus(lease), read, planned, applied, readingDone);
    }

    private Source source(Run run) {
        return database.call(handle -> runs.source(handle, run.source()).orElseThrow());
    }

    /** What was read before a crash is read again and left where it is. */
    private void read(Run run, Source source) throws IOException {
        Path file = files.of(run.id());
        Feeds.Format format = Feeds.formatOf(file);
        Chunks chunks = new Chunks(run);
        new Feeds(shapes.shape(), columnMap(source)).read(file, format, chunks::take);
        chunks.end(format);
    }

    private static Map<String, String> columnMap(Source source) {
        if (source.columnMap() == null) {
            return Map.of();
        }
        Map<String, String> map = new java.util.HashMap<>();
        Json.read(source.columnMap())
                .properties()
                .forEach(each -> map.put(each.getKey(), each.getValue().asText()));
        return map;
    }

    /** Gathers records into transactions. */
    private final class Chunks {
        private final Run run;
        private final List<Stated> waiting = new ArrayList<>();
        private int seen;

        Chunks(Run run) {
            this.run = run;
        }

        void take(Stated record) {
            seen++;
            if (seen > run.read()) {
                waiting.add(record);
                if (waiting.size() == AT_ONCE) {
                    write(null);
                }
            } else if (seen % AT_ONCE == 0) {
                database.call(handle -> {
                    progress(handle, run, 0, 0, 0, false);
                    return null;
                });
            }
        }

        /** @param end the file's format, if these are its last records */
        private void write(Feeds.Format end) {
            int from = seen - waiting.size() + 1;
            database.call(handle -> {
                items.insert(handle, run.id(), from, waiting);
                progress(handle, run, waiting.size(), 0, 0, end != null);
                if (end != null) {
                    runs.format(handle, run.id(), end.name().toLowerCase(Locale.ROOT));
                    ownOrganization(handle);
                }
                return null;
            });
            waiting.clear();
        }

        void end(Feeds.Format format) {
            if (seen == 0) {
                throw new FeedRefused("empty", "The delivery has no records. An empty one withdraws nothing.");
            }
            write(format);
        }

        /** The organization of a delivery that is called as the source's own is the source's own. */
        private void ownOrganization(Handle handle) {
            Source source = runs.source(handle, run.source()).orElseThrow();
            if (source.organizationId() != null && source.ownExternalId() == null) {
                List<String> called = items.organizationsCalledLike(handle, run.id(), source.organizationId());
                if (called.size() == 1) {
                    runs.ownIs(handle, run.source(), called.getFirst());
                }
            }
        }
    }

    /** @return whether it is applied now */
    private boolean afterPlan(Run run, Source source) {
        return database.call(handle -> {
            int withdrawn = items.countWithdrawn(handle, run.id());
            if (run.isSnapshot() && withdrawn == 0) {
                int known = items.countRecords(handle, run.source());
                withdrawn = items.withdrawMissing(handle, run.id(), run.source());
                if (withdrawn > Math.max(WITHDRAWN_WITHOUT_ASKING, known * SHARE_WITHDRAWN_WITHOUT_ASKING)
                        && !run.dryRun()) {
                    runs.becomes(
                            handle,
                            run.id(),
                            State.NEEDS_DECISION,
                            "withdraws_many: " + withdrawn + " of " + known + " records would be withdrawn.",
                            null);
                    return false;
                }
            }
            if (run.dryRun()) {
                runs.becomes(handle, run.id(), State.PLANNED, null, null);
                return false;
            }
            runs.becomes(handle, run.id(), State.APPLYING, null, null);
            return true;
        });
    }

    private List<Item> next(Run run) {
        return database.call(handle -> items.unapplied(handle, run.id(), AT_ONCE));
    }

    private void apply(Run run, Source source, List<Item> chunk) {
        try {
            database.call(handle -> {
                applyRun.apply(handle, run, source, chunk);
                progress(handle, run, 0, 0, chunk.size(), false);
                return null;
            });
        } catch (RuntimeException refused) {
            if (!isRefusal(refused)) {
                throw refused;
            }
            chunk.forEach(item -> applyAlone(run, source, item));
        }
    }

    private void applyAlone(Run run, Source source, Item item) {
        try {
            database.call(handle -> {
                applyRun.apply(handle, run, source, List.of(item));
                progress(handle, run, 0, 0, 1, false);
                return null;
            });
        } catch (RuntimeException refused) {
            if (!isRefusal(refused)) {
                throw refused;
            }
            database.call(handle -> {
                applyRun.keepBack(handle, run, source, item);
                progress(handle, run, 0, 0, 1, false);
                return null;
            });
        }
    }

    /** The database did not take a value (class 22) or it clashed (class 23). */
    private static boolean isRefusal(Throwable failure) {
        return Set.of("22", "23").contains(sqlClass(failure));
    }

    /** The database cannot be reached, is full, shuts down, or gave way to another transaction: the next try may go well. */
    private static boolean isAway(Throwable failure) {
        return Set.of("08", "40", "53", "57").contains(sqlClass(failure));
    }

    /** The first two letters of the SQLSTATE, which say what kind of failure it is; empty if it is none of the database's. */
    private static String sqlClass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // the pool's own, without a state, says that no connection was to be had
                return sql.getSQLState() == null ? "08" : sql.getSQLState().substring(0, 2);
            }
        }
        return "";
    }

    private void finish(Run run) {
        database.call(handle -> {
            Map<String, Integer> counts = runs.counts(handle, run.id());
            boolean problems = counts.containsKey("quarantined") || counts.containsKey("skipped");
            Instant now = clock.instant();
            runs.becomes(handle, run.id(), problems ? State.DONE_WITH_PROBLEMS : State.DONE, null, now);
            return null;
        });
        // a crash may have come between the plan and its forgetting
        files.forget(run.id());
    }
}
