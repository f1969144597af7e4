package org.balcao.directory.rest.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old a date is that may be a year, a month or a day. */
class SourceDateTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2013, true",
        "2025, true",
        "2026, false",
        "2026-04, true",
        "2026-06, false",
        "2026-05-30, true",
        "2026-05-31, false",
        "2026-11-27, false"
    })
    void itsLastDayCounts(String date, boolean old) {
        assertThat(SourceDate.isOlder(date, NOW)).isEqualTo(old);
    }

    @Test
    void whatIsNoDateSaysNothing() {
        assertThat(SourceDate.isOlder(null, NOW)).isFalse();
        assertThat(SourceDate.isOlder("last week", NOW)).isFalse();
    }
}
