package org.balcao.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that were written to do harm: each question about them has an end, and none fails. */
class HostileRulesTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    static Stream<HoursRule> rules() {
        LocalDate first = LocalDate.of(1, 1, 1);
        String everyDay = "MO,TU,WE,TH,FR,SA,SU";
        return Stream.of(
                rule("WEEKLY", 1, everyDay, null, first, null, Integer.MAX_VALUE),
                rule("WEEKLY", 520, "MO", null, first, null, null),
                rule("WEEKLY", 1, everyDay, null, LocalDate.MIN, null, null),
                rule("WEEKLY", 1, everyDay, null, LocalDate.MAX, null, null),
                rule("WEEKLY", 1, everyDay, null, LocalDate.of(-4712, 1, 1), null, null),
                rule("WEEKLY", 1, everyDay, null, LocalDate.of(12_000, 1, 1), null, null),
                rule("WEEKLY", 1, everyDay, null, LocalDate.of(9999, 12, 31), LocalDate.MAX, null),
                rule("WEEKLY", 1, everyDay, null, null, LocalDate.MIN, null),
                rule("WEEKLY", Integer.MAX_VALUE, everyDay, null, first, null, null),
                rule("MONTHLY", 12, "-5MO", "31", first, null, null),
                rule("MONTHLY", 520, null, "31", LocalDate.of(1, 2, 1), null, null),
                rule("MONTHLY", 1, "999999999MO", null, first, null, null),
                rule("MONTHLY", 1, null, "99999999999999999999", first, null, null),
                rule("SECONDLY", 1, everyDay, null, first, null, null),
                rule("MINUTELY", 1, null, null, first, null, Integer.MAX_VALUE),
                rule("DAILY", 1, null, null, first, null, Integer.MAX_VALUE),
                rule("YEARLY", 1, "MO", null, first, null, null),
                rule("WEEKLY", 1, "MO,".repeat(50_000) + "MO", null, first, null, null),
                rule("WEEKLY;COUNT=1", 1, "MO;FREQ=SECONDLY", null, first, null, null),
                rule("", 1, "\u0000", "\uD800", null, null, null),
                new HoursRule(
                        "WEEKLY",
                        1,
                        "MO",
                        null,
                        "1,".repeat(50_000) + "1",
                        "366,-366,0",
                        "XX",
                        first,
                        null,
                        null,
                        LocalDate.MIN,
                        LocalDate.MAX,
                        LocalTime.MAX,
                        LocalTime.MIN,
                        false,
                        List.of(new HoursException(LocalDate.MIN, LocalDate.MAX, true, null, null, null))));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyQuestionHasAnAnswer(HoursRule rule) {
        OpeningHours hours = OpeningHours.of(List.of(rule), ZONE, HolidayCalendar.NONE, null, OnHolidays.MAY_DIFFER);
        var now = ZonedDateTime.of(2026, 11, 26, 10, 0, 0, 0, ZONE).toInstant();
        assertThat(hours.spans(DAY, DAY.plusDays(13))).hasSizeLessThan(40);
        assertThat(hours.closures(DAY, DAY.plusDays(13))).hasSizeLessThan(40);
        assertThat(hours.basis(DAY)).isNotNull();
        assertThat(hours.key()).isNotNull();
        assertThatCode(() -> hours.nextOpening(now)).doesNotThrowAnyException();
        assertThatCode(() -> hours.isOpenAt(now)).doesNotThrowAnyException();
    }

    @Test
    void aRuleThatBeganInTheYearOneIsStillTrue() {
        HoursRule rule = rule("WEEKLY", 1, "TH", null, LocalDate.of(1, 1, 1), null, null);
        OpeningHours hours = OpeningHours.of(List.of(rule), ZONE, HolidayCalendar.NONE, null, OnHolidays.MAY_DIFFER);
        assertThat(hours.spans(DAY, DAY)).hasSize(1);
    }

    private static HoursRule rule(
            String freq,
            Integer interval,
            String byday,
            String bymonthday,
            LocalDate dtstart,
            LocalDate until,
            Integer count) {
        return new HoursRule(
                freq,
                interval,
                byday,
                bymonthday,
                null,
                null,
                null,
                dtstart,
                until,
                count,
                null,
                null,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                false,
                List.of());
    }
}
