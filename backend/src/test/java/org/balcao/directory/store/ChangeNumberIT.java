package org.balcao.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.balcao.directory.store.ChangeNumber.Known;
import org.balcao.directory.store.ChangeNumber.Pace;
import org.balcao.fixture.TestDatabase;
import org.balcao.launch.DatabaseAddress;
import org.balcao.launch.DatabaseRoles;
import org.balcao.search.Searching;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** How nodes come to know of a change: by its notice, by asking where a notice is lost, and never by guessing. */
class ChangeNumberIT {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(20);

    private static TestDatabase database;

    private final List<ChangeNumber> nodes = new ArrayList<>();

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        DatabaseRoles.prepare(new DatabaseAddress(database.url(), database.user(), database.password()));
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas("directory")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (ChangeNumber node : nodes) {
            node.onStop(new ShutdownEvent());
        }
    }

    private ChangeNumber node(Duration askedEvery, Duration heldFor, Duration pause) {
        var source = new PGSimpleDataSource();
        source.setURL(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        var node = new ChangeNumber(source, new ChangeLog(null, source), true, new Pace(askedEvery, heldFor, pause));
        nodes.add(node);
        node.onStart(new StartupEvent());
        return node;
    }

    /** One reading that fits: the number may be unknown again the moment after. */
    private static Known awaited(ChangeNumber node, Predicate<Known> fits) {
        AtomicReference<Known> read = new AtomicReference<>();
        Searching.await(() -> {
            read.set(node.known());
            return read.get() != null && fits.test(read.get());
        });
        return read.get();
    }

    private static Known known(ChangeNumber node) {
        return awaited(node, known -> true);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void change() throws SQLException {
        execute("insert into directory.organization (id, name, description) values ('" + UUID.randomUUID()
                + "', 'Casa', 'Ajuda.')");
    }

    private static void cut() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and query like '%/* change number */%' and pid <> pg_backend_pid()");
    }

    @Test
    void aNoticeTellsEveryNode() throws SQLException {
        ChangeNumber one = node(NEVER, NEVER, NEVER);
        ChangeNumber two = node(NEVER, NEVER, NEVER);
        for (int i = 0; i < 5; i++) {
            long before = Math.max(known(one).seq(), known(two).seq());
            change();
            Searching.await(() -> known(one).seq() > before && known(two).seq() > before);
            assertThat(known(one).seq()).isEqualTo(known(two).seq());
        }
    }

    @Test
    void aChangeWhoseNoticeIsLostIsFoundByAsking() throws SQLException {
        execute("alter table directory.change disable trigger tell_of_change");
        try {
            ChangeNumber node = node(SOON, NEVER, NEVER);
            long before = known(node).seq();
            change();
            Searching.await(() -> known(node).seq() > before);
        } finally {
            execute("alter table directory.change enable trigger tell_of_change");
        }
    }

    @Test
    void theNumberIsUnknownWhenTheConnectionIsLost() throws SQLException {
        ChangeNumber node = node(NEVER, NEVER, NEVER);
        known(node);
        cut();
        Searching.await(() -> node.known() == null);
        change();
        assertThat(node.known()).isNull();
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("select max(seq) from directory.change")) {
            rows.next();
            assertThat(node.newest()).isEqualTo(rows.getLong(1));
        }
    }

    @Test
    void anotherConnectionTellsThatItIsAnother() throws SQLException {
        ChangeNumber node = node(NEVER, NEVER, SOON);
        Known before = known(node);
        cut();
        Known after = awaited(node, known -> !known.equals(before));
        assertThat(after.seq()).isEqualTo(before.seq());
        assertThat(after.connection()).isGreaterThan(before.connection());
    }

    @Test
    void theNumberIsUnknownOnceItWasNotAskedForLongEnough() {
        ChangeNumber node = node(NEVER, Duration.ofMillis(500), NEVER);
        known(node);
        Searching.await(() -> node.known() == null);
    }

    @Test
    void theNumberUsuallyCountsForASecondAtMostAndIsAskedForSooner() {
        assertThat(Pace.USUAL.heldFor()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.USUAL.askedEvery()).isLessThan(Pace.USUAL.heldFor());
    }

    @Test
    void afterADoubtTheNumberIsKnownOnlyAsItIsThen() throws SQLException {
        execute("alter table directory.change disable trigger tell_of_change");
        try {
            ChangeNumber node = node(NEVER, NEVER, NEVER);
            for (int i = 0; i < 20; i++) {
                long before = known(node).seq();
                change();
                assertThat(known(node).seq()).as("nobody told it").isEqualTo(before);
                node.doubt();
                assertThat(known(node).seq()).isGreaterThan(before);
            }
        } finally {
            execute("alter table directory.change enable trigger tell_of_change");
        }
    }

    @Test
    void anAskingThatChangesNothingLeavesWhatIsKept() {
        ChangeNumber node = node(NEVER, NEVER, NEVER);
        Known before = known(node);
        node.doubt();
        assertThat(known(node)).isEqualTo(before);
    }
}
