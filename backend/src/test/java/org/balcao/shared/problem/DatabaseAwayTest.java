package org.balcao.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A database that is away is told from a fault of our own, however the failure is wrapped. */
class DatabaseAwayTest {

    @Test
    void aReasonBesideTheFailureCounts() {
        var failure = new IllegalStateException("could not commit");
        failure.addSuppressed(new SQLException("terminating connection due to unexpected postmaster exit", "57P02"));
        assertThat(DatabaseAway.explains(new RuntimeException(failure))).isTrue();
    }

    @Test
    void aPoolThatWaitsInVainCounts() {
        var waited = new SQLException("Acquisition timeout while waiting for new connection", new TimeoutException());
        assertThat(DatabaseAway.explains(new RuntimeException(waited))).isTrue();
    }

    @Test
    void aFaultOfOursDoesNot() {
        assertThat(DatabaseAway.explains(new SQLException("duplicate key", "23505")))
                .isFalse();
        assertThat(DatabaseAway.explains(new IllegalStateException("ours"))).isFalse();
    }
}
