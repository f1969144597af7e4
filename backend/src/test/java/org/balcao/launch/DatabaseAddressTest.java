package org.balcao.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator names a PostgreSQL of their own. */
class DatabaseAddressTest {
    @Test
    void nothingNamedMeansTheEmbeddedOne() {
        assertThat(DatabaseAddress.fromEnvironment(Map.of())).isEmpty();
        assertThat(DatabaseAddress.fromEnvironment(Map.of("DATABASE_URL", " "))).isEmpty();
    }

    @Test
    void userAndPasswordMayStandInTheAddress() {
        assertThat(named("postgresql://desk:p%40ss+w%2Bd@db.example:5433/balcao?sslmode=require"))
                .isEqualTo(new DatabaseAddress(
                        "jdbc:postgresql://db.example:5433/balcao?sslmode=require", "desk", "p@ss+w+d"));
    }

    @Test
    void aJdbcAddressIsTakenAsItIs() {
        assertThat(DatabaseAddress.fromEnvironment(Map.of(
                        "DATABASE_URL",
                        "jdbc:postgresql://db/balcao",
                        "DATABASE_USER",
                        "desk",
                        "DATABASE_PASSWORD",
                        "secret")))
                .contains(new DatabaseAddress("jdbc:postgresql://db/balcao", "desk", "secret"));
    }

    @Test
    void whatIsSaidApartWins() {
        assertThat(DatabaseAddress.fromEnvironment(
                        Map.of("DATABASE_URL", "postgres://one:two@[::1]:5432/balcao", "DATABASE_USER", "desk")))
                .contains(new DatabaseAddress("jdbc:postgresql://[::1]:5432/balcao", "desk", "two"));
    }

    @Test
    void itDoesNotPrintItsPassword() {
        assertThat(named("postgresql://desk:secret@db/balcao?password=secret").toString())
                .isEqualTo("jdbc:postgresql://db/balcao");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://db/balcao",
                "db/balcao",
                "postgresql://db",
                "postgresql:///balcao",
                "postgresql://a b/c",
                "jdbc:h2:mem"
            })
    void whatIsNoPostgresqlIsRefusedInOneLine(String address) {
        assertThatThrownBy(() -> named(address))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("DATABASE_URL")
                .hasMessageNotContaining("\n");
    }

    private static DatabaseAddress named(String address) {
        return DatabaseAddress.fromEnvironment(Map.of("DATABASE_URL", address)).orElseThrow();
    }
}
