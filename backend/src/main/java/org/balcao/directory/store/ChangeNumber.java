package org.balcao.directory.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The sequence number of the directory's newest change, known in memory. PostgreSQL gives notice at each commit that adds to the change log;
 * the number is asked for at each notice, and four times a second in case a notice was lost. It counts as unknown while the connection is
 * lost, when no answer came for a second, and from {@link #doubt} until it was asked for again.
 */
@ApplicationScoped
public class ChangeNumber {

    /**
     * The number as it was known at one moment.
     *
     * @param seq 0 before the first change
     * @param connection counts the connections to the database: another connection may lead to an older copy of it
     */
    public record Known(long seq, long connection) {}

    private record Confirmed(Known known, long askedAt) {}

    private static final Logger LOG = Logger.getLogger("directory");
    private static final String NEWEST = "select coalesce(max(seq), 0) from directory.change /* change number */";
    private static final int NOTICE_MILLIS = 10;
    private static final int ANSWER_MILLIS = 5_000;

    /**
     * How it is followed.
     *
     * @param askedEvery when it is asked for again without a notice
     * @param heldFor how long it counts after it was asked for
     * @param pause before another connection is tried after one was lost
     */
    record Pace(Duration askedEvery, Duration heldFor, Duration pause) {
        static final Pace USUAL = new Pace(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    private final DataSource database;
    private final ChangeLog log;
    private final boolean wanted;
    private final long askedEvery;
    private final long heldFor;
    private final long pause;
    private volatile Confirmed confirmed;
    private volatile long doubtedAt = System.nanoTime();
    private volatile boolean stopping;
    private volatile Thread thread;
    private long connections;
    private boolean told;

    @Inject
    ChangeNumber(
            DataSource database,
            ChangeLog log,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean wanted) {
        this(database, log, wanted, Pace.USUAL);
    }

    ChangeNumber(DataSource database, ChangeLog log, boolean wanted, Pace pace) {
        this.database = database;
        this.log = log;
        this.wanted = wanted;
        this.askedEvery = pace.askedEvery().toNanos();
        this.heldFor = pace.heldFor().toNanos();
        this.pause = pace.pause().toNanos();
    }

    void onStart(@Observes @Priority(10_000) StartupEvent start) {
        if (wanted) {
            thread = Thread.ofPlatform().name("change-number").daemon().start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            running.join(ANSWER_MILLIS);
        }
    }

    /** @return null while it is not known */
    public Known known() {
        Confirmed latest = confirmed;
        return latest != null && latest.askedAt() - doubtedAt > 0 && System.nanoTime() - latest.askedAt() < heldFor
                ? latest.known()
                : null;
    }

    /** The number if it is known, else as the database has it now. */
    public long newest() {
        Known known = known();
        return known == null ? log.newest() : known.seq();
    }

    /** Says that this program may have written something: the number is unknown until the database was asked again. */
    public void doubt() {
        doubtedAt = System.nanoTime();
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                connections++;
                follow(connection);
            } catch (SQLException | RuntimeException failure) {
                if (!told && !stopping) {
                    LOG.warnf("The change number is not known, so no answer comes from memory: %s", failure.toString());
                }
                told = true;
            } finally {
                confirmed = null;
            }
            if (!stopping) {
                LockSupport.parkNanos(pause);
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Executors.newVirtualThreadPerTaskExecutor(), ANSWER_MILLIS);
        PGConnection notices = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen balcao_change");
            try {
                ask(statement);
                told = false;
                while (!stopping) {
                    var received = notices.getNotifications(NOTICE_MILLIS);
                    long askedAt = confirmed.askedAt();
                    if (received != null && received.length > 0
                            || askedAt - doubtedAt <= 0
                            || System.nanoTime() - askedAt >= askedEvery) {
                        ask(statement);
                    }
                }
            } finally {
                statement.execute("unlisten balcao_change");
            }
        }
    }

    /** The moment of asking counts, because what is committed after it may be missing from the answer. */
    private void ask(Statement statement) throws SQLException {
        long askedAt = System.nanoTime();
        try (ResultSet rows = statement.executeQuery(NEWEST)) {
            rows.next();
            long seq = rows.getLong(1);
            Confirmed before = confirmed;
            Known same = before != null && before.known().seq() == seq ? before.known() : new Known(seq, connections);
            confirmed = new Confirmed(same, askedAt);
        }
    }
}
