package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.balcao.sync.format.FeedRefused;
import org.balcao.sync.format.Feeds;
import org.balcao.sync.format.Feeds.Format;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Run.State;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.Stated;
import org.balcao.sync.store.Failure;
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
 * Takes one run to its end: reads it, plans it, applies it, some records in a transaction each, with a note of how far it came. Whoever goes on after a
 * crash begins at the note, and ends where an undisturbed run ends. A record that cannot be taken is kept back, and the others are taken.
 */
@ApplicationScoped
class TakeRun {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final int CHUNK = 500;
    private static final int WITHDRAWN_WITHOUT_ASKING = 5;
    private static final double SHARE_WITHDRAWN_WITHOUT_ASKING = 0.1;
    private static final int MOST_SLOW = 3;
    private static final int MOST_LOGGED = 5;
    /** Spreadsheets and packages are read as a whole: not many at a time, for the memory that they take. */
    private static final int MOST_WHOLE = 2;

    /** Gives each step of a run its turn among those of the others. */
    interface Turns {
        <T> T take(Supplier<T> step);
    }

    /** Of who does not wait for others. */
    static final Turns AT_ONCE = Supplier::get;

    private final SyncDatabase database;
    private final Runs runs;
    private final Items items;
    private final Parents parents;
    private final PlanRun planRun;
    private final ApplyRun applyRun;
    private final RawFiles files;
    private final Shapes shapes;
    private final Clock clock;
    private final Duration lease;
    private final Semaphore whole = new Semaphore(MOST_WHOLE, true);

    TakeRun(
            SyncDatabase database,
            Runs runs,
            Items items,
            Parents parents,
            PlanRun planRun,
            ApplyRun applyRun,
            RawFiles files,
            Shapes shapes,
            Clock clock,
            @ConfigProperty(name = "balcao.sync.lease") Duration lease) {
        this.database = database;
        this.runs = runs;
        this.items = items;
        this.parents = parents;
        this.planRun = planRun;
        this.applyRun = applyRun;
        this.files = files;
        this.shapes = shapes;
        this.clock = clock;
        this.lease = lease;
    }

    /** The program ends; the run goes on when it starts again. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A step took too long again and again: the delivery ends, so that it does not take the database from the others. */
    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param worker who has its lease */
    void toItsEnd(Run run, UUID worker, Turns turns) {
        try {
            new Work(run, worker, turns).toItsEnd();
        } catch (FeedRefused refused) {
            fail(run, refused.code() + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            fail(run, "not_readable: The file cannot be read to its end.");
        } catch (LostLease another) {
            LOG.info("A run was cancelled, or another node took it over.");
        } catch (Stopped stopped) {
            throw stopped;
        } catch (RuntimeException | StackOverflowError unexpected) {
            Failure failure = unexpected instanceof TooSlow ? Failure.TOO_SLOW : Failure.of(unexpected);
            if (failure == Failure.AWAY && unexpected instanceof RuntimeException away) {
                throw away;
            }
            if (failure == Failure.TOO_SLOW) {
                fail(
                        run,
                        "takes_too_long: A step took longer than the database may work at one. Deliver fewer records at once, or later.");
            } else {
                LOG.errorf(unexpected, "Run %s cannot be worked at", run.id());
                fail(run, "not_possible: It cannot be worked at; who runs this site finds the reason in its log.");
            }
        }
    }

    private void fail(Run run, String reason) {
        try {
            database.call(handle -> {
                runs.becomes(handle, run.id(), State.FAILED, reason, clock.instant());
                return null;
            });
        } catch (LostLease cancelled) {
            LOG.debugf(cancelled, "Run %s was cancelled before it failed", run.id());
        }
        files.forget(run.id());
    }

    /** The work at one run. */
    private final class Work {
        private final Run run;
        private final UUID worker;
        private final Turns turns;
        private int slow;
        private int logged;

        Work(Run run, UUID worker, Turns turns) {
            this.run = run;
            this.worker = worker;
            this.turns = turns;
        }

        private <T> T step(Function<Handle, T> work) {
            return turns.take(() -> database.call(work));
        }

        private void does(Consumer<Handle> work) {
            step(handle -> {
                work.accept(handle);
                return null;
            });
        }

        private void progress(Handle handle, int read, int planned, int applied, boolean readingDone) {
            runs.progress(handle, run.id(), worker, clock.instant().plus(lease), read, planned, applied, readingDone);
        }

        private Source source() {
            return step(handle -> runs.source(handle, run.source()).orElseThrow());
        }

        void toItsEnd() throws IOException {
            if (run.is(State.RECEIVED)) {
                if (!run.readingDone()) {
                    read(source());
                }
                if (run.planned() == 0) {
                    does(handle -> {
                        parents.order(handle, run);
                        progress(handle, 0, 0, 0, false);
                    });
                }
                Source source = source();
                while (plan(source)) {
                    // each chunk is a transaction of its own
                }
                boolean applied = afterPlan();
                // what is in it is in the plan now
                files.forget(run.id());
                if (!applied) {
                    return;
                }
            }
            Source source = source();
            for (List<Item> chunk = next(); !chunk.isEmpty(); chunk = next()) {
                apply(source, chunk);
            }
            finish();
        }

        /** What was read before a crash is read again and left where it is. */
        private void read(Source source) throws IOException {
            Path file = files.of(run.id());
            Format format = Feeds.formatOf(file);
            Chunks chunks = new Chunks();
            boolean asWhole = format != Format.JSON && format != Format.JSON_LINES;
            if (asWhole) {
                whole.acquireUninterruptibly();
            }
            try {
                new Feeds(shapes.shape(), columnMap(source)).read(file, format, chunks::take);
            } finally {
                if (asWhole) {
                    whole.release();
                }
            }
            chunks.end(format);
        }

        /** Gathers records into transactions. */
        private final class Chunks {
            private final List<Stated> waiting = new ArrayList<>();
            private int seen;
            private String unread = "";
            private int unreadThere;

            void take(Stated record) {
                seen++;
                Stated named = record.body() == null ? namedApart(record) : record;
                if (seen > run.read()) {
                    waiting.add(named);
                    if (waiting.size() == CHUNK) {
                        write();
                    }
                } else if (seen % CHUNK == 0) {
                    does(handle -> progress(handle, 0, 0, 0, false));
                }
            }

            /** What cannot be read is called by its line; of one line there may be several. */
            private Stated namedApart(Stated record) {
                unreadThere = record.externalId().equals(unread) ? unreadThere + 1 : 1;
                unread = record.externalId();
                return unreadThere == 1
                        ? record
                        : new Stated(
                                record.kind(),
                                unread + " (" + unreadThere + ")",
                                record.thin(),
                                record.line(),
                                null,
                                record.problems());
            }

            private void write() {
                int from = seen - waiting.size() + 1;
                List<Stated> records = List.copyOf(waiting);
                waiting.clear();
                try {
                    write(from, records);
                } catch (RuntimeException odd) {
                    passOn(odd);
                    for (int i = 0; i < records.size(); i++) {
                        alone(from + i, records.get(i));
                    }
                }
            }

            private void write(int from, List<Stated> records) {
                does(handle -> {
                    items.insert(handle, run.id(), from, records);
                    progress(handle, records.size(), 0, 0, false);
                });
            }

            private void alone(int seq, Stated record) {
                try {
                    write(seq, List.of(record));
                } catch (RuntimeException odd) {
                    Problem reason = reason(odd, record.kind(), seq, "read");
                    write(
                            seq,
                            List.of(new Stated(
                                    record.kind(), "record " + seq, false, record.line(), null, List.of(reason))));
                }
            }

            void end(Format format) {
                if (seen == 0) {
                    throw new FeedRefused("empty", "The delivery has no records. An empty one withdraws nothing.");
                }
                write();
                does(handle -> {
                    runs.format(handle, run.id(), format.name().toLowerCase(Locale.ROOT));
                    ownOrganization(handle);
                    progress(handle, 0, 0, 0, true);
                });
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

        /** @return false once all is decided */
        private boolean plan(Source source) {
            List<Item> open = step(handle -> planRun.next(handle, run, CHUNK));
            if (open.isEmpty()) {
                return false;
            }
            try {
                plan(source, open);
            } catch (RuntimeException odd) {
                passOn(odd);
                for (Item item : open) {
                    planAlone(source, item);
                }
            }
            return true;
        }

        private void plan(Source source, List<Item> open) {
            does(handle -> {
                planRun.plan(handle, run, source, open);
                progress(handle, 0, open.size(), 0, false);
            });
        }

        private void planAlone(Source source, Item item) {
            try {
                plan(source, List.of(item));
            } catch (RuntimeException odd) {
                Problem reason = reason(odd, item.kind(), item.seq(), "planned");
                does(handle -> {
                    planRun.keepBack(handle, run, item, reason);
                    progress(handle, 0, 1, 0, false);
                });
            }
        }

        /** @return whether it is applied now */
        private boolean afterPlan() {
            return step(handle -> {
                int withdrawn = items.countWithdrawn(handle, run.id());
                if (run.isSnapshot() && withdrawn == 0) {
                    int known = items.countRecords(handle, run.source());
                    withdrawn = items.withdrawMissing(handle, run.id(), run.source());
                    int unread = items.countUnread(handle, run.id());
                    boolean many =
                            withdrawn > Math.max(WITHDRAWN_WITHOUT_ASKING, known * SHARE_WITHDRAWN_WITHOUT_ASKING);
                    if ((many || withdrawn > 0 && unread > 0) && !run.dryRun()) {
                        runs.becomes(
                                handle,
                                run.id(),
                                State.NEEDS_DECISION,
                                many
                                        ? "withdraws_many: " + withdrawn + " of " + known
                                                + " records would be withdrawn."
                                        : "not_all_read: " + unread + " records could not be read, and " + withdrawn
                                                + " would be withdrawn, which these may be.",
                                null);
                        return false;
                    }
                }
                runs.becomes(handle, run.id(), run.dryRun() ? State.PLANNED : State.APPLYING, null, null);
                return !run.dryRun();
            });
        }

        private List<Item> next() {
            return step(handle -> items.unapplied(handle, run.id(), CHUNK));
        }

        private void apply(Source source, List<Item> chunk) {
            try {
                applied(source, chunk);
            } catch (RuntimeException odd) {
                passOn(odd);
                for (Item item : chunk) {
                    applyAlone(source, item);
                }
            }
        }

        private void applied(Source source, List<Item> chunk) {
            does(handle -> {
                applyRun.apply(handle, run, source, chunk);
                progress(handle, 0, 0, chunk.size(), false);
            });
        }

        private void applyAlone(Source source, Item item) {
            try {
                applied(source, List.of(item));
            } catch (RuntimeException odd) {
                reason(odd, item.kind(), item.seq(), "applied");
                does(handle -> {
                    applyRun.keepBack(handle, run, source, item);
                    progress(handle, 0, 0, 1, false);
                });
            }
        }

        private void finish() {
            does(handle -> {
                Map<String, Integer> counts = runs.counts(handle, run.id());
                boolean problems = counts.containsKey("quarantined") || counts.containsKey("skipped");
                Instant now = clock.instant();
                runs.becomes(handle, run.id(), problems ? State.DONE_WITH_PROBLEMS : State.DONE, null, now);
            });
            // a crash may have come between the plan and its forgetting
            files.forget(run.id());
        }

        /** What has nothing to do with single records ends the work. */
        private void passOn(RuntimeException odd) {
            Failure failure = Failure.of(odd);
            if (odd instanceof LostLease
                    || odd instanceof Stopped
                    || failure == Failure.AWAY
                    || failure == Failure.OURS) {
                throw odd;
            }
        }

        /** Why a record cannot be taken; where the reason is not the record, the work ends. */
        private Problem reason(RuntimeException odd, Kind kind, int seq, String done) {
            passOn(odd);
            if (Failure.of(odd) == Failure.TOO_SLOW) {
                slow++;
                if (slow >= MOST_SLOW) {
                    throw new TooSlow();
                }
                return Problem.error("", "takes_too_long", "takes the database longer than it may work at one record");
            }
            logged++;
            if (logged <= MOST_LOGGED) {
                LOG.warnf(odd, "Record %d (%s) of run %s cannot be %s", seq, kind.word(), run.id(), done);
            }
            return Problem.error("", "not_possible", "cannot be taken as it is; tell us its line, and we look why");
        }
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
}
