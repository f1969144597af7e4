package org.balcao.search.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.ChangeLog.Changed;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;

/**
 * Keeps the index on the heels of the directory's change log. An index that is missing, of another mapping, of another database or
 * damaged is begun anew from the start of the log; until it has caught up PostgreSQL answers. A service that cannot be taken in is set
 * aside, and the others go on.
 */
@ApplicationScoped
class IndexFollower {

    private static final Logger LOG = Logger.getLogger("search");
    private static final int TOGETHER = 200;
    private static final int FEW_CHANGES = 2_000;
    private static final int READERS = 2;
    private static final int SECONDS_FOR_THE_SERVER = 10;
    private static final int SETTLED_TOGETHER = 50;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private final ChangeLog log;
    private final Vocabulary vocabulary;
    private final OpeningHoursKeys doors;
    private final Engine engine;
    private final SetAside setAside;
    private final TakeIn takeIn;
    private final boolean wanted;

    private final CountDownLatch serverIsOpen = new CountDownLatch(1);
    private volatile ServiceIndex index;
    private volatile boolean caughtUp;
    private volatile boolean damaged;
    private volatile boolean told;
    private volatile boolean stopping;
    private volatile boolean stalled;
    private volatile long progress;
    private volatile Thread thread;
    private long lookedAt = -1;
    private long wordsPlace = -1;
    private long carefulUntil = -1;

    IndexFollower(
            ChangeLog log,
            ServiceDocuments entries,
            Vocabulary vocabulary,
            OpeningHoursKeys doors,
            Engine engine,
            SetAside setAside,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean wanted) {
        this.log = log;
        this.vocabulary = vocabulary;
        this.doors = doors;
        this.engine = engine;
        this.setAside = setAside;
        this.takeIn = new TakeIn(entries::of, entries::bare, engine::blamesRecord);
        this.wanted = wanted;
    }

    /** After the starter data, so that the first walk through the log finds it all. */
    void onStart(@Observes @Priority(10_000) StartupEvent start) {
        if (wanted) {
            thread = Thread.ofPlatform().name("search-index").daemon().start(() -> {
                awaitServer();
                run();
            });
        }
    }

    void onOpen(@ObservesAsync HttpServerStart open) {
        serverIsOpen.countDown();
    }

    /** The program is to be ready soon, so the index does not take the machine from it before it listens. */
    private void awaitServer() {
        try {
            serverIsOpen.await(SECONDS_FOR_THE_SERVER, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            stopping = true;
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            serverIsOpen.countDown();
            LockSupport.unpark(running);
            running.join(TimeUnit.SECONDS.toMillis(10));
        }
        ServiceIndex open = index;
        if (open != null) {
            open.close();
        }
    }

    /** The index, once it has caught up with what the directory was when it was opened. */
    Optional<ServiceIndex> ready() {
        return caughtUp && !damaged && !stalled ? Optional.ofNullable(index) : Optional.empty();
    }

    /** Whether there is an index to be followed by this process at all. */
    boolean isWanted() {
        return wanted;
    }

    /** The newest change that is in the index; nothing while it is not open. */
    OptionalLong place() {
        ServiceIndex open = index;
        return open == null ? OptionalLong.empty() : OptionalLong.of(open.place());
    }

    /** Another number each time the index has come further, also within a long part of the log. */
    long progress() {
        return progress;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    boolean isDamaged() {
        return damaged;
    }

    /** Has PostgreSQL answer while the index stands still, so that nobody is shown what was true long ago. */
    void standsStill(boolean still) {
        stalled = still;
    }

    /** Says that the index did not answer as an index does; PostgreSQL answers until it does again. */
    void reportDamage(RuntimeException failure) {
        if (!told) {
            LOG.error(
                    "The search index does not answer and is opened or made anew; PostgreSQL answers meanwhile",
                    failure);
        }
        told = true;
        damaged = true;
    }

    private void run() {
        while (!stopping) {
            long pause = PAUSE;
            try {
                if (damaged) {
                    heal();
                }
                if (index == null) {
                    open();
                }
                if (follow()) {
                    pause = 0;
                }
            } catch (SearchException failure) {
                reportDamage(failure);
                pause = PAUSE_AFTER_FAILURE;
            } catch (InternalError pulledAway) { // what Java says of a mapped file that was cut short
                reportDamage(new IllegalStateException(pulledAway));
                pause = PAUSE_AFTER_FAILURE;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
                LOG.warnf("The search index could not follow the directory: %s", failure.toString());
                LOG.debug("The search index could not follow the directory", failure);
                pause = PAUSE_AFTER_FAILURE;
            }
            if (pause > 0 && !stopping) {
                LockSupport.parkNanos(pause);
            }
        }
    }

    private void open() {
        Path folder = engine.folder();
        setAside.load();
        try {
            index = engine.open();
        } catch (RuntimeException unreadable) {
            reportDamage(unreadable);
            throw unreadable;
        }
        if (index.place() > log.newest()) { // the database is an older copy of itself
            beginAnew();
        }
        Folders.deleteOthers(folder);
    }

    private void close() {
        caughtUp = false;
        ServiceIndex old = index;
        index = null;
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException failure) {
                LOG.debug("The index did not close", failure);
            }
        }
    }

    private void beginAnew() {
        close();
        engine.discard();
        index = engine.open();
    }

    private void heal() {
        close();
        engine.heal();
        damaged = false;
    }

    /** Takes in the next changes; true if there may be more. */
    private boolean follow() {
        ServiceIndex open = index;
        long newest = log.newest();
        if (newest != lookedAt) {
            long words = log.newestOfTermsAndPlaces();
            if (words != wordsPlace) {
                vocabulary.renew();
                wordsPlace = words;
            }
            lookedAt = newest;
        }
        if (newest == open.place()) {
            if (!caughtUp) {
                doors.learn(open);
                caughtUp = true;
                told = false;
            }
            return false;
        }
        if (newest - open.place() > FEW_CHANGES && open.place() >= carefulUntil) {
            takeMany(open, newest);
        } else {
            take(open, read(changes(open.place(), newest)));
        }
        progress++;
        return true;
    }

    private void take(ServiceIndex open, Part part) {
        Map<UUID, String> refused = takeIn.into(open::take, part.read());
        settled(part, refused);
        open.moveTo(part.place());
    }

    /** Notes which services the index has not whole, before its place moves on. */
    private void settled(Part part, Map<UUID, String> refused) {
        setAside.add(refused, part.place());
        setAside.remove(
                part.services().stream().filter(id -> !refused.containsKey(id)).toList());
    }

    /**
     * Takes in a long part of the log: the next services are read while the index works on the ones before. If it refuses some, what it
     * has not on the disk is taken in again by small steps.
     */
    private void takeMany(ServiceIndex open, long until) {
        try (ExecutorService reading = Executors.newFixedThreadPool(READERS)) {
            Deque<Future<Part>> ahead = new ArrayDeque<>();
            long asked = open.place();
            long taken = asked;
            int unsettled = 0;
            while (!stopping && !damaged && (asked < until || !ahead.isEmpty())) {
                while (asked < until && ahead.size() <= READERS) {
                    Changes changes = changes(asked, until);
                    ahead.add(reading.submit(() -> read(changes)));
                    asked = changes.place();
                }
                Part part = ahead.remove().get();
                try {
                    open.takeForNow(part.read().present().values(), part.read().removed());
                } catch (RuntimeException failure) {
                    if (!engine.blamesRecord(failure)) {
                        throw failure;
                    }
                    carefulUntil = part.place();
                    return;
                }
                settled(part, part.read().refused());
                taken = part.place();
                progress++;
                if (++unsettled == SETTLED_TOGETHER) {
                    open.settle(taken);
                    unsettled = 0;
                }
            }
            open.tidy();
            open.settle(taken);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Services that changed, and the place in the log after that. */
    private record Changes(Set<UUID> services, long place) {}

    /** The same services as they are now. */
    private record Part(Set<UUID> services, TakeIn.Read read, long place) {}

    private Changes changes(long after, long until) {
        List<Changed> changed = log.services(after, until, TOGETHER);
        Set<UUID> services = new LinkedHashSet<>();
        changed.forEach(each -> services.add(each.id()));
        return new Changes(
                services, changed.size() < TOGETHER ? until : changed.getLast().seq());
    }

    private Part read(Changes changes) {
        return new Part(changes.services(), takeIn.read(changes.services()), changes.place());
    }
}
