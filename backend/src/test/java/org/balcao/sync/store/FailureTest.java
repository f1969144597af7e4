package org.balcao.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "08006, AWAY",
        "53100, AWAY",
        "40P01, AWAY",
        "57P01, AWAY",
        "55P03, AWAY",
        "57014, TOO_SLOW",
        "42P01, OURS",
        "22P05, OF_THE_RECORD",
        "23503, OF_THE_RECORD",
        "54000, OF_THE_RECORD",
        "P0001, OF_THE_RECORD"
    })
    void theSqlstateSaysWhoseFailureItIs(String state, Failure expected) {
        assertThat(Failure.of(new IllegalStateException(new SQLException("no", state))))
                .isEqualTo(expected);
    }

    @Test
    void withoutAStateThePoolHasNoConnection() {
        assertThat(Failure.of(new SQLException("Acquisition timeout"))).isEqualTo(Failure.AWAY);
    }

    @Test
    void aFailureOfTheProgramIsOfTheRecord() {
        assertThat(Failure.of(new NoSuchElementException())).isEqualTo(Failure.OF_THE_RECORD);
    }
}
