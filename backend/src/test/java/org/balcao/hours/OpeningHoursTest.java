package org.balcao.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.balcao.directory.feed.HolidayFile;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId AZORES = ZoneId.of("Atlantic/Azores");
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);
    private static final String LISBOA = "1106";
    private final HolidayCalendar holidays = HolidayFile.read();

    @Test
    void aLunchBreakIsTwoSpans() {
        var hours = publicOffice(
                HoursRule.weekly("MO,TU,WE,TH,FR", NINE, LocalTime.of(12, 30)),
                HoursRule.weekly("MO,TU,WE,TH,FR", LocalTime.of(14, 0), FIVE));
        assertThat(show(hours, "2026-11-27", "2026-11-30"))
                .isEqualTo(
                        "2026-11-27T09:00Z/12:30Z 2026-11-27T14:00Z/17:00Z 2026-11-30T09:00Z/12:30Z 2026-11-30T14:00Z/17:00Z");
        assertThat(hours.isOpenAt(Instant.parse("2026-11-27T12:29:59Z"))).isTrue();
        assertThat(hours.isOpenAt(Instant.parse("2026-11-27T12:30:00Z"))).isFalse();
        assertThat(hours.nextOpening(Instant.parse("2026-11-27T17:00:00Z"))
                        .orElseThrow()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void aPublicOfficeIsClosedOnANationalHolidayAndOthersOnlyWarn() {
        var rule = HoursRule.weekly("MO,TU,WE,TH,FR", NINE, FIVE);
        var restoration = LocalDate.of(2026, 12, 1);
        assertThat(publicOffice(rule).spans(restoration, restoration)).isEmpty();
        assertThat(publicOffice(rule).closures(restoration, restoration))
                .containsExactly(new Closure(restoration, "public_holiday", "Restauração da Independência"));
        var association = OpeningHours.of(List.of(rule), LISBON, holidays, LISBOA, OnHolidays.MAY_DIFFER);
        assertThat(association.spans(restoration, restoration)).hasSize(1);
        assertThat(association.closures(restoration, restoration))
                .containsExactly(
                        new Closure(restoration, "public_holiday_hours_may_differ", "Restauração da Independência"));
    }

    @Test
    void aMunicipalHolidayOnlyWarns() {
        var saintAnthony = LocalDate.of(2025, 6, 13);
        var office = publicOffice(HoursRule.weekly("FR", NINE, FIVE));
        assertThat(office.spans(saintAnthony, saintAnthony)).hasSize(1);
        assertThat(office.closures(saintAnthony, saintAnthony))
                .extracting(Closure::reason)
                .containsExactly("public_holiday_hours_may_differ");
    }

    @Test
    void anEmergencyLineIsAlwaysOpen() {
        var line = publicOffice(HoursRule.weekly("MO,TU,WE,TH,FR,SA,SU", LocalTime.MIDNIGHT, LocalTime.of(23, 59)));
        assertThat(line.basis(LocalDate.of(2026, 12, 25))).isEqualTo(Basis.ALWAYS);
        assertThat(line.isOpenAt(Instant.parse("2026-12-25T23:59:30Z"))).isTrue();
        assertThat(line.closures(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 25)))
                .isEmpty();
    }

    @Test
    void aNightIsOneSpanAcrossMidnight() {
        var shelter = publicOffice(HoursRule.weekly("SA", LocalTime.of(20, 0), LocalTime.of(8, 0)));
        assertThat(show(shelter, "2026-11-28", "2026-11-28")).isEqualTo("2026-11-28T20:00Z/08:00Z");
        assertThat(shelter.isOpenAt(Instant.parse("2026-11-29T07:59:00Z"))).isTrue();
        assertThat(shelter.isOpenAt(Instant.parse("2026-11-28T07:59:00Z"))).isFalse();
    }

    @Test
    void clocksGoForwardInTheNight() {
        var night = publicOffice(HoursRule.weekly("SU", LocalTime.MIDNIGHT, LocalTime.of(3, 0)));
        assertThat(minutes(night, "2026-03-29")).isEqualTo(120);
        var inTheGap = publicOffice(HoursRule.weekly("SU", LocalTime.of(1, 30), LocalTime.of(4, 0)));
        assertThat(show(inTheGap, "2026-03-29", "2026-03-29")).isEqualTo("2026-03-29T02:00+01:00/04:00+01:00");
    }

    @Test
    void clocksGoBackInTheNight() {
        var night = publicOffice(HoursRule.weekly("SU", LocalTime.MIDNIGHT, LocalTime.of(3, 0)));
        assertThat(minutes(night, "2026-10-25")).isEqualTo(240);
        var twice = publicOffice(HoursRule.weekly("SU", LocalTime.of(0, 30), LocalTime.of(1, 30)));
        assertThat(show(twice, "2026-10-25", "2026-10-25")).isEqualTo("2026-10-25T00:30+01:00/01:30Z");
    }

    @Test
    void theAzoresOpenAnHourLater() {
        var rule = HoursRule.weekly("WE", NINE, FIVE);
        var azores = OpeningHours.of(List.of(rule), AZORES, holidays, "4203", OnHolidays.CLOSED);
        assertThat(azores.isOpenAt(Instant.parse("2026-11-25T09:30:00Z"))).isFalse();
        assertThat(azores.isOpenAt(Instant.parse("2026-11-25T10:30:00Z"))).isTrue();
        assertThat(publicOffice(rule).isOpenAt(Instant.parse("2026-11-25T09:30:00Z")))
                .isTrue();
        assertThat(show(azores, "2026-07-01", "2026-07-01")).isEqualTo("2026-07-01T09:00Z/17:00Z");
    }

    @Test
    void theFirstSaturdayOfAMonth() {
        var monthly = RuleOf.monthly("1SA").rule();
        assertThat(days(publicOffice(monthly), "2026-09-01", "2026-12-31"))
                .isEqualTo("2026-09-05 2026-10-03 2026-11-07 2026-12-05");
        var last = RuleOf.monthly("-1FR").rule();
        assertThat(days(publicOffice(last), "2026-10-01", "2026-11-30")).isEqualTo("2026-10-30 2026-11-27");
    }

    @Test
    void outOfDateIsUnknownAndEndedIsEnded() {
        var validTo = RuleOf.weekly("WE").validTo(LocalDate.of(2025, 6, 30)).rule();
        var until = RuleOf.weekly("WE").until(LocalDate.of(2025, 6, 30)).rule();
        var today = LocalDate.of(2026, 11, 25);
        assertThat(publicOffice(validTo).basis(today)).isEqualTo(Basis.UNKNOWN);
        assertThat(publicOffice(until).basis(today)).isEqualTo(Basis.SCHEDULE);
        assertThat(publicOffice(until).spans(today, today)).isEmpty();
    }

    @Test
    void byAppointmentIsNeitherOpenNorUnknown() {
        var rule = RuleOf.weekly("WE").byAppointment().rule();
        var hours = publicOffice(rule);
        assertThat(hours.basis(LocalDate.of(2026, 11, 25))).isEqualTo(Basis.BY_APPOINTMENT);
        assertThat(hours.isOpenAt(Instant.parse("2026-11-25T10:00:00Z"))).isFalse();
        assertThat(hours.appointmentSpans(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25)))
                .hasSize(1);
    }

    @Test
    void aSummerClosureAndOtherHoursOnOneDay() {
        var rule = RuleOf.weekly("MO")
                .except(
                        new HoursException(
                                LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 14), true, null, null, "Férias"),
                        new HoursException(
                                LocalDate.of(2026, 8, 22),
                                LocalDate.of(2026, 8, 22),
                                false,
                                NINE,
                                LocalTime.NOON,
                                "Sábado aberto"))
                .rule();
        assertThat(days(publicOffice(rule), "2026-08-01", "2026-08-31"))
                .isEqualTo("2026-08-17 2026-08-22 2026-08-24 2026-08-31");
        assertThat(publicOffice(rule).closures(LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 14)))
                .containsExactly(new Closure(LocalDate.of(2026, 8, 14), "exception", "Férias"));
    }

    @Test
    void aNightThatBeganYesterdayIsStillOpenThisMorning() {
        var shelter = publicOffice(HoursRule.weekly("SA", LocalTime.of(20, 0), LocalTime.of(8, 0)));
        assertThat(show(shelter, "2026-11-29", "2026-11-30")).isEqualTo("2026-11-28T20:00Z/08:00Z");
        assertThat(show(shelter, "2026-11-30", "2026-12-01")).isEmpty();
    }

    @Test
    void roundTheClockShowsOnEveryDay() {
        var line = publicOffice(HoursRule.weekly("MO,TU", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        assertThat(show(line, "2026-11-23", "2026-11-24"))
                .isEqualTo("2026-11-23T00:00Z/00:00Z 2026-11-24T00:00Z/00:00Z");
        assertThat(line.nextOpening(Instant.parse("2026-11-23T12:00:00Z"))
                        .orElseThrow()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void alwaysOpenIsKnownOnlyAsLongAsEveryDayOfItIs() {
        var until = LocalDate.of(2026, 6, 30);
        var line = publicOffice(
                RuleOf.weekly("MO,TU,WE,TH,FR")
                        .hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                        .rule(),
                RuleOf.weekly("SA,SU")
                        .hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                        .validTo(until)
                        .rule());
        assertThat(line.basis(until)).isEqualTo(Basis.ALWAYS);
        assertThat(line.basis(until.plusDays(1))).isEqualTo(Basis.SCHEDULE);
    }

    @Test
    void hoursThatTheClockJumpsOverDoNotHappen() {
        var change = LocalDate.of(2026, 3, 29);
        var inside = publicOffice(HoursRule.weekly("SU", LocalTime.of(1, 10), LocalTime.of(1, 50)));
        assertThat(inside.spans(change, change)).isEmpty();
        var beyond = publicOffice(HoursRule.weekly("SU", LocalTime.of(1, 30), LocalTime.of(2, 15)));
        assertThat(show(beyond, "2026-03-29", "2026-03-29")).isEqualTo("2026-03-29T02:00+01:00/02:15+01:00");
    }

    @Test
    void whoNamesNoBeginningHasNoEveryOtherWeek() {
        var week = RuleOf.weekly("WE").every(2);
        var day = LocalDate.of(2026, 11, 25);
        assertThat(publicOffice(week.rule()).basis(day)).isEqualTo(Basis.UNKNOWN);
        assertThat(days(publicOffice(week.from(day).rule()), "2026-11-01", "2026-12-31"))
                .isEqualTo("2026-11-25 2026-12-09 2026-12-23");
    }

    @Test
    void anAppointmentWithoutHoursIsStillAnAppointment() {
        var hours = publicOffice(
                RuleOf.weekly("WE").hours(null, null).byAppointment().rule());
        assertThat(hours.basis(LocalDate.of(2026, 11, 25))).isEqualTo(Basis.BY_APPOINTMENT);
    }

    @Test
    void anExceptionMayOpenOnAHolidayAndInTwoParts() {
        var restoration = LocalDate.of(2026, 12, 1);
        var hours = publicOffice(RuleOf.weekly("TU")
                .except(
                        new HoursException(restoration, restoration, false, NINE, LocalTime.NOON, "Dia aberto"),
                        new HoursException(restoration, restoration, false, LocalTime.of(14, 0), FIVE, "Dia aberto"))
                .rule());
        assertThat(show(hours, "2026-12-01", "2026-12-01"))
                .isEqualTo("2026-12-01T09:00Z/12:00Z 2026-12-01T14:00Z/17:00Z");
        assertThat(hours.closures(restoration, restoration))
                .containsExactly(new Closure(restoration, "exception", "Dia aberto"));
    }

    @Test
    void theAzoresKeepTheMondayOfTheHolySpirit() {
        var monday = LocalDate.of(2026, 5, 25);
        var rule = RuleOf.weekly("MO").rule();
        assertThat(publicOffice(rule).spans(monday, monday)).hasSize(1);
        assertThat(OpeningHours.of(List.of(rule), AZORES, holidays, "4203", OnHolidays.CLOSED)
                        .spans(monday, monday))
                .isEmpty();
    }

    @Test
    void nonsenseIsUnknownAndNeverAnError() {
        for (String byday : List.of("Segunda", "XX", "MO;TU", "", ",,,", "99MO")) {
            assertThat(publicOffice(HoursRule.weekly(byday, NINE, FIVE))
                            .spans(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 29))
                            .size())
                    .isLessThanOrEqualTo(7);
        }
        assertThat(publicOffice(HoursRule.weekly("Segunda", NINE, FIVE)).basis(LocalDate.of(2026, 11, 23)))
                .isEqualTo(Basis.UNKNOWN);
    }

    @Test
    void aBeginningLongAgoIsNoTrouble() {
        var old = RuleOf.weekly("MO").from(LocalDate.of(1, 1, 1)).every(2);
        assertThat(publicOffice(old.rule())
                        .spans(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aRuleThatMeetsNoDayIsNeverOpen() {
        var never = RuleOf.monthly(null).onMonthDays("31").every(12).from(LocalDate.of(2026, 2, 1));
        var far = RuleOf.weekly("MO").every(Integer.MAX_VALUE).from(LocalDate.of(2026, 2, 1));
        for (HoursRule rule : List.of(
                never.rule(),
                far.rule(),
                RuleOf.monthly("MO").onMonthDays("0").rule(),
                RuleOf.weekly("MO").inWeeks("54").rule(),
                RuleOf.weekly("MO").inWeeks("first").rule(),
                RuleOf.weekly("MO").inWeeks("1").weeksBeginOn("XX").rule(),
                RuleOf.weekly("MO").every(0).from(LocalDate.of(2026, 2, 1)).rule(),
                RuleOf.weekly("MO").times(-1).from(LocalDate.of(2026, 2, 1)).rule())) {
            assertThat(publicOffice(rule).spans(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31)))
                    .as("%s", rule)
                    .isEmpty();
        }
    }

    private OpeningHours publicOffice(HoursRule... rules) {
        return OpeningHours.of(List.of(rules), LISBON, holidays, LISBOA, OnHolidays.CLOSED);
    }

    private static long minutes(OpeningHours hours, String day) {
        var date = LocalDate.parse(day);
        return hours.spans(date, date).stream()
                .mapToLong(span -> java.time.Duration.between(span.opensAt(), span.closesAt())
                        .toMinutes())
                .sum();
    }

    private static String days(OpeningHours hours, String from, String to) {
        return hours.spans(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(span -> span.opensAt().toLocalDate().toString())
                .collect(Collectors.joining(" "));
    }

    private static String show(OpeningHours hours, String from, String to) {
        var shown = new ArrayList<String>();
        for (Span span : hours.spans(LocalDate.parse(from), LocalDate.parse(to))) {
            shown.add(span.opensAt().toOffsetDateTime() + "/"
                    + span.closesAt().toOffsetDateTime().toOffsetTime());
        }
        return String.join(" ", shown);
    }
}
