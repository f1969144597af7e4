package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @Test
    void daysAndMomentsOfOurTimeAreRead() {
        assertThat(Dates.day("2026-11-26")).contains(LocalDate.of(2026, 11, 26));
        assertThat(Dates.day("1900-01-01")).isPresent();
        assertThat(Dates.day("2199-12-31")).isPresent();
        assertThat(Dates.moment("2026-11-26T10:00:00Z")).contains(Instant.parse("2026-11-26T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-99999999-01-01",
                "+999999999-12-31",
                "-4800-01-01",
                "0001-01-01",
                "1899-12-31",
                "2200-01-01",
                "2026-02-30",
                "26/11/2026",
                "",
                "2026-11-26T10:00:00Z",
                "٢٠٢٦-١١-٢٦"
            })
    void otherDaysAreNotRead(String text) {
        assertThat(Dates.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "now",
                ""
            })
    void otherMomentsAreNotRead(String text) {
        assertThat(Dates.moment(text)).isEmpty();
    }
}
