package org.balcao.referral.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of the calendar around midnight. */
class DeadlinesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-10T22:59:59Z, 2026-07-10",
        "2026-07-10T23:30:00Z, 2026-07-10",
        "2026-07-11T00:00:00Z, 2026-07-11",
        "2026-01-10T23:59:59Z, 2026-01-10",
        "2026-01-11T00:30:00Z, 2026-01-10",
        "2026-01-11T01:00:00Z, 2026-01-11"
    })
    void whoeverSentSomethingMayHaveActedOnTheDayOfTheirOwnCalendar(Instant sent, LocalDate earliest) {
        assertThat(Deadlines.earliestDay(sent)).isEqualTo(earliest);
        for (ZoneId zone : new ZoneId[] {Deadlines.HERE, ZoneOffset.UTC, ZoneId.of("Atlantic/Azores")}) {
            assertThat(LocalDate.ofInstant(sent, zone)).isBetween(earliest, LocalDate.ofInstant(sent, Deadlines.HERE));
        }
    }
}
