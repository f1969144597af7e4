package org.balcao.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day or an hour that somebody names is a moment on the clock of the place. */
class DaysTest {

    /** 27 November 2026 is a Friday; the clocks go forward on 28 March 2027. */
    @ParameterizedTest
    @CsvSource({
        "open_now, 2026-11-27T11:00:00Z, Europe/Lisbon,   2026-11-27T11:00:00Z",
        "tonight,  2026-11-27T11:00:00Z, Europe/Lisbon,   2026-11-27T22:00:00Z",
        "tonight,  2026-11-27T11:00:00Z, Atlantic/Azores, 2026-11-27T23:00:00Z",
        "tonight,  2026-07-01T11:00:00Z, Europe/Lisbon,   2026-07-01T21:00:00Z",
        "tonight,  2026-11-27T23:30:00Z, Europe/Lisbon,   2026-11-27T23:30:00Z",
        "tomorrow, 2026-11-27T11:00:00Z, Europe/Lisbon,   2026-11-28T10:30:00Z",
        "tomorrow, 2026-11-28T00:30:00Z, Atlantic/Azores, 2026-11-28T11:30:00Z",
        "tomorrow, 2027-03-27T11:00:00Z, Europe/Lisbon,   2027-03-28T09:30:00Z",
        "saturday, 2026-11-27T11:00:00Z, Europe/Lisbon,   2026-11-28T10:30:00Z",
        "saturday, 2026-11-27T11:00:00Z, Atlantic/Azores, 2026-11-28T11:30:00Z",
        "saturday, 2026-11-29T00:30:00Z, Europe/Lisbon,   2026-12-05T10:30:00Z",
        "saturday, 2026-11-29T00:30:00Z, Atlantic/Azores, 2026-11-28T11:30:00Z",
        "weekend,  2026-11-27T11:00:00Z, Europe/Lisbon,   2026-11-28T10:30:00Z",
        "free,     2026-11-27T11:00:00Z, Europe/Lisbon,   ",
    })
    void isAMomentThere(String said, Instant now, ZoneId zone, Instant moment) {
        assertThat(Days.moment(said, now, zone).orElse(null)).isEqualTo(moment);
    }
}
