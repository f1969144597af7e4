package org.balcao.search.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the index on the heels of the directory's change log. An index that is missing, of another mapping, of another database or
 * damaged is begun anew from the start of the log; until it has caught up PostgreSQL answers.
 */
@ApplicationScoped
class IndexFollower {

    private static final Logger LOG = Logger.getLogger("search");
    private static final int TOGETHER = 200;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

    private static final String CHANGED = """
            select record_id, max(seq) as seq from directory.change
            where seq > :place and seq <= :newest and kind = 'service' group by record_id order by max(seq) limit :most""";
    private static final String WORDS_CHANGED = """
            select coalesce(max(seq), 0) from directory.change where seq > :place and kind in ('taxonomy', 'taxonomy_term', 'place')""";

    private final EntityManager entities;
    private final Entries entries;
    private final Vocabulary vocabulary;
    private final Path home;
    private final boolean wanted;

    private volatile ServiceIndex index;
    private volatile boolean caughtUp;
    private volatile boolean damaged;
    private volatile boolean stopping;
    private volatile Thread thread;
    private long wordsPlace = -1;

    IndexFollower(
            EntityManager entities,
            Entries entries,
            Vocabulary vocabulary,
            @ConfigProperty(name = "balcao.search.directory") Path home,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean wanted) {
        this.entities = entities;
        this.entries = entries;
        this.vocabulary = vocabulary;
        this.home = home;
        this.wanted = wanted;
    }

    /** After the starter data, so that the first walk through the log finds it all. */
    void onStart(@Observes @Priority(10_000) StartupEvent start) {
        if (wanted) {
            thread = Thread.ofPlatform().name("search-index").daemon().start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
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
        return caughtUp && !damaged ? Optional.ofNullable(index) : Optional.empty();
    }

    /** Says that the index did not answer as an index does; it is begun anew. */
    void reportDamage(RuntimeException failure) {
        LOG.error("The search index is damaged and is made anew; PostgreSQL answers meanwhile", failure);
        damaged = true;
    }

    private void run() {
        while (!stopping) {
            long pause = PAUSE;
            try {
                if (damaged) {
                    beginAnew();
                }
                if (index == null) {
                    open();
                }
                if (follow()) {
                    pause = 0;
                }
            } catch (RuntimeException failure) {
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
        Path folder = home.resolve(ServiceEntry.INDEX + "-" + identity());
        try {
            index = ServiceIndex.open(folder);
        } catch (RuntimeException unreadable) {
            reportDamage(unreadable);
            delete(folder);
            damaged = false;
            index = ServiceIndex.open(folder);
        }
        if (index.place() > newest()) { // the database is an older copy of itself
            beginAnew();
        }
        deleteOthers(folder);
    }

    private void beginAnew() {
        caughtUp = false;
        ServiceIndex old = index;
        index = null;
        if (old != null) {
            try {
                old.close();
            } catch (RuntimeException failure) {
                LOG.debug("The damaged index did not close", failure);
            }
        }
        Path folder = home.resolve(ServiceEntry.INDEX + "-" + identity());
        delete(folder);
        damaged = false;
        index = ServiceIndex.open(folder);
    }

    /** Takes in the next changes; true if there may be more. */
    private boolean follow() {
        ServiceIndex open = index;
        long newest = newest();
        if (wordsPlace < 0 || wordsChangedAfter(wordsPlace)) {
            reading(() -> vocabulary.renew(newest));
            wordsPlace = newest;
        }
        if (newest == open.place()) {
            caughtUp = true;
            return false;
        }
        List<Tuple> changed = changed(open.place(), newest);
        List<UUID> ids = new ArrayList<>();
        changed.forEach(row -> ids.add(row.get("record_id", UUID.class)));
        Map<UUID, ServiceEntry> present = reading(() -> entries.of(ids));
        List<UUID> removed = ids.stream().filter(id -> !present.containsKey(id)).toList();
        boolean all = changed.size() < TOGETHER;
        long place = all ? newest : ((Number) changed.getLast().get("seq")).longValue();
        open.take(present.values(), removed, place);
        return true;
    }

    private static <T> T reading(Callable<T> question) {
        return QuarkusTransaction.requiringNew().timeout(600).call(question);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> changed(long place, long newest) {
        return reading(() -> entities.createNativeQuery(CHANGED, Tuple.class)
                .setParameter("place", place)
                .setParameter("newest", newest)
                .setParameter("most", TOGETHER)
                .getResultList());
    }

    private long newest() {
        return number("select coalesce(max(seq), 0) from directory.change", -1);
    }

    private boolean wordsChangedAfter(long place) {
        return number(WORDS_CHANGED, place) > place;
    }

    private long number(String sql, long place) {
        return reading(() -> {
            var query = entities.createNativeQuery(sql);
            if (place >= 0) {
                query.setParameter("place", place);
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }

    private String identity() {
        return reading(() -> entities.createNativeQuery("select cast(id as text) from directory.identity")
                .getSingleResult()
                .toString());
    }

    private void deleteOthers(Path kept) {
        try (var folders = Files.list(home)) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("services-") && !folder.equals(kept))
                    .forEach(IndexFollower::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
