package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.balcao.directory.rest.Answer.TimeSlots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "gzip, deflate, br | true",
                "deflate, GZIP;q=0.5 | true",
                "* | true",
                "x-gzip | true",
                "gzip;q=0 | false",
                "gzip; q=0.000 | false",
                "gzip;q=0, * | false",
                "*, gzip;q=0 | false",
                "deflate, br | false",
                "notgzip | false",
                "identity | false",
            })
    void anAnswerIsCompressedForThoseAloneWhoTakeGzip(String accepted, boolean takes) {
        assertThat(AnswerKey.takesGzip(accepted)).isEqualTo(takes);
    }

    @Test
    void whoSaysNothingOfCompressionGetsNone() {
        assertThat(AnswerKey.takesGzip(null)).isFalse();
        assertThat(AnswerKey.takesGzip("")).isFalse();
    }

    @Test
    void anAnswerOfAMinuteHoldsInNoOther() {
        assertThat(answer(TimeSlots.MINUTES, "2026-11-27T08:59:59Z").holdsAt(Instant.parse("2026-11-27T08:59:00Z")))
                .isTrue();
        assertThat(answer(TimeSlots.MINUTES, "2026-11-27T08:59:59Z").holdsAt(Instant.parse("2026-11-27T09:00:00Z")))
                .isFalse();
    }

    @Test
    void anAnswerOfADayHoldsNotOverMidnight() {
        assertThat(answer(TimeSlots.QUARTERS_OF_AN_HOUR, "2026-11-27T23:59:59Z")
                        .holdsAt(Instant.parse("2026-11-28T00:00:00Z")))
                .isFalse();
    }

    private static Answer answer(TimeSlots slots, String made) {
        return new Answer(null, false, null, "W/\"1\"", "no-cache", null, null, slots, slots.at(Instant.parse(made)));
    }
}
