package org.balcao.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.balcao.launch.EmbeddedPostgres.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes with Balcão: it keeps what it was given, whatever dies. */
class EmbeddedPostgresIT {
    private static final Path BINARIES = Path.of("target/postgres");

    @TempDir
    Path home;

    @Test
    void keepsItsDataFromOneStartToTheNext() throws Exception {
        try (var first = start()) {
            execute(first, "create table kept as select 'olá' as word");
        }
        try (var second = start()) {
            assertThat(word(second)).isEqualTo("olá");
        }
        assertThat(Postmaster.of(home.resolve("database/data"))).isEmpty();
    }

    @Test
    void aKilledPostgresIsStartedAgainOnTheSameAddressWithNothingLost() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "create table kept as select 'olá' as word");
            long killed = postgres.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            ProcessHandle.of(killed).ifPresent(process -> process.onExit().join());

            assertThat(word(postgres)).isEqualTo("olá");
            assertThat(postgres.pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void twoProgramsCannotShareOneHome() {
        try (var first = start()) {
            assertThat(first.address()).isNotNull();
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Balcão is running");
        }
    }

    @Test
    void aCommandFindsTheDatabaseOfTheProgramThatRuns() throws Exception {
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
        try (var postgres = start()) {
            assertThat(EmbeddedPostgres.running(home)).contains(postgres.address());
        }
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void aProcessNumberTakenByAStrangerDoesNotBarTheStart() throws Exception {
        try (var first = start()) {
            execute(first, "create table kept as select 'olá' as word");
        }
        Files.writeString(
                home.resolve("database/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + home.resolve("database/data")
                        + "\n0\n1\n\n127.0.0.1\n0 0\nready\n");
        try (var second = start()) {
            assertThat(word(second)).isEqualTo("olá");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (var postgres = start()) {
            var address = postgres.address();
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, BINARIES, Durability.KEPT);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        var address = postgres.address();
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asks until the database answers: one that was killed needs a moment. */
    private static String word(EmbeddedPostgres postgres) throws SQLException {
        var address = postgres.address();
        SQLException last = new SQLException("never asked");
        for (int attempt = 0; attempt < 20_000; attempt++) {
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("select word from kept")) {
                found.next();
                return found.getString(1);
            } catch (SQLException away) {
                last = away;
            }
        }
        throw last;
    }
}
