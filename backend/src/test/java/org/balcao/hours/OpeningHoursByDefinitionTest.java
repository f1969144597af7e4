package org.balcao.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands of doors nobody thought of, against a second reading of the rules that shares no code with the first. */
class OpeningHoursByDefinitionTest {
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Lisbon"),
            ZoneId.of("Atlantic/Azores"), // its clocks change at midnight
            ZoneId.of("Australia/Lord_Howe")); // half an hour
    /** Weeks with a change of the clocks in one of the zones, and one without. */
    private static final List<LocalDate> WEEKS = List.of(
            LocalDate.of(2026, 3, 27),
            LocalDate.of(2026, 10, 23),
            LocalDate.of(2027, 4, 2),
            LocalDate.of(2026, 10, 2),
            LocalDate.of(2026, 12, 30));

    private final Random random = new Random(20_261_125);

    @Test
    void everyRecurrenceFallsOnTheDaysTheRfcMeans() {
        int found = 0;
        for (int round = 0; round < 6_000; round++) {
            var rule = anyRecurrence().rule();
            var from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_500));
            var to = from.plusDays(random.nextInt(120));
            var days = openOn(rule, from, to);
            assertThat(days).as("%s %s..%s", rule, from, to).isEqualTo(new RecurrenceByDefinition(rule).days(from, to));
            found += days.size();
        }
        assertThat(found).as("days compared").isGreaterThan(20_000);
    }

    @Test
    void aDoorIsOpenWhenTheClockOnItsWallSaysSo() {
        int open = 0;
        for (int round = 0; round < 150; round++) {
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var first = WEEKS.get(random.nextInt(WEEKS.size()));
            var rules = new ArrayList<HoursRule>();
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                rules.add(anyDoor(first));
            }
            var hours = OpeningHours.of(rules, zone, HolidayCalendar.NONE, null, OnHolidays.MAY_DIFFER);
            var expected = new ArrayList<Moments>();
            for (HoursRule rule : rules) {
                for (var day = first.minusDays(1); day.isBefore(first.plusDays(5)); day = day.plusDays(1)) {
                    addMoments(rule, day, zone, expected);
                }
            }
            var spans = hours.spans(first, first.plusDays(4));
            for (var at = first.atStartOfDay(zone).toInstant();
                    at.isBefore(first.plusDays(5).atStartOfDay(zone).toInstant());
                    at = at.plus(5, ChronoUnit.MINUTES)) {
                var moment = at;
                boolean means = expected.stream().anyMatch(each -> each.contain(moment));
                assertThat(hours.isOpenAt(moment))
                        .as("%s in %s at %s", rules, zone, at)
                        .isEqualTo(means);
                assertThat(spans.stream().anyMatch(span -> span.contains(moment)))
                        .as("%s in %s at %s", rules, zone, at)
                        .isEqualTo(means);
                open += means ? 1 : 0;
            }
            assertThat(spans).isSorted();
        }
        assertThat(open).as("open moments compared").isGreaterThan(30_000);
    }

    /** Open from one minute until before another. */
    private record Moments(Instant from, Instant to) {
        boolean contain(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /** Looks at the clock on the wall every minute: open from the first to the last minute that shows a time between the two. */
    private static void addMoments(HoursRule rule, LocalDate day, ZoneId zone, List<Moments> found) {
        var exception =
                rule.exceptions().stream().filter(each -> each.covers(day)).findFirst();
        if (exception.map(HoursException::closed).orElse(false)
                || (exception.isEmpty()
                        && !new RecurrenceByDefinition(rule).days(day, day).contains(day))) {
            return;
        }
        var opensAt = exception.map(HoursException::opensAt).orElse(rule.opensAt());
        var closesAt = exception.map(HoursException::closesAt).orElse(rule.closesAt());
        var opens = day.atTime(opensAt);
        var closes = closesAt.isAfter(opensAt)
                ? day.atTime(closesAt)
                : day.plusDays(1).atTime(closesAt);
        Instant from = null;
        Instant to = null;
        var end = day.plusDays(2).atTime(4, 0).atZone(zone).toInstant();
        for (var at = day.atStartOfDay(zone).toInstant().minus(1, ChronoUnit.HOURS);
                at.isBefore(end);
                at = at.plus(1, ChronoUnit.MINUTES)) {
            var wall = LocalDateTime.ofInstant(at, zone);
            if (from == null && !wall.isBefore(opens)) {
                from = at;
            }
            if (wall.isBefore(closes)) {
                to = at.plus(1, ChronoUnit.MINUTES);
            }
        }
        found.add(new Moments(from, to));
    }

    private HoursRule anyDoor(LocalDate first) {
        var opens = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        var closes = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
        var rule = RuleOf.weekly(someOf(WEEKDAYS)).hours(opens, closes);
        if (random.nextInt(3) == 0) {
            var day = first.plusDays(random.nextInt(5));
            rule = rule.except(
                    random.nextBoolean()
                            ? new HoursException(day, day.plusDays(1), true, null, null, "Obras")
                            : new HoursException(day, day, false, closes, opens, "Festa"));
        }
        return rule.rule();
    }

    private RuleOf anyRecurrence() {
        var start = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_200));
        boolean monthly = random.nextBoolean();
        var rule = monthly
                ? RuleOf.monthly(random.nextInt(3) == 0 ? null : numberedWeekdays())
                : RuleOf.weekly(random.nextInt(5) == 0 ? null : someOf(WEEKDAYS));
        if (monthly && random.nextInt(3) == 0) {
            rule = rule.onMonthDays(someNumbers(31));
        }
        if (random.nextInt(4) == 0) {
            rule = rule.onYearDays(someNumbers(366));
        } else if (random.nextInt(4) == 0) {
            rule = rule.inWeeks(someNumbers(53));
        }
        boolean narrowed = rule.rule().byyearday() != null || rule.rule().byweekno() != null;
        boolean namesDays = rule.rule().byday() != null || rule.rule().bymonthday() != null;
        if (random.nextInt(3) > 0 || !namesDays) {
            rule = rule.from(start);
            if (random.nextBoolean() && (namesDays || !narrowed)) {
                rule = rule.every(1 + random.nextInt(5));
            }
            if (random.nextInt(4) == 0 && !narrowed) {
                rule = rule.times(1 + random.nextInt(200));
            }
        }
        if (random.nextInt(3) == 0) {
            rule = rule.weeksBeginOn(WEEKDAYS.get(random.nextInt(7)));
        }
        return random.nextInt(4) == 0 ? rule.until(start.plusDays(random.nextInt(1_500))) : rule;
    }

    private String numberedWeekdays() {
        return pick(1 + random.nextInt(3), () -> {
            int number = random.nextInt(11) - 5;
            return (number == 0 ? "" : String.valueOf(number)) + WEEKDAYS.get(random.nextInt(7));
        });
    }

    private String someNumbers(int most) {
        return pick(1 + random.nextInt(6), () -> {
            int number = 1 + random.nextInt(most);
            return String.valueOf(random.nextInt(3) == 0 ? -number : number);
        });
    }

    private String someOf(List<String> all) {
        return pick(1 + random.nextInt(all.size()), () -> all.get(random.nextInt(all.size())));
    }

    private static String pick(int count, java.util.function.Supplier<String> one) {
        var picked = new TreeSet<String>();
        for (int each = 0; each < count; each++) {
            picked.add(one.get());
        }
        return String.join(",", picked);
    }

    private static TreeSet<LocalDate> openOn(HoursRule rule, LocalDate from, LocalDate to) {
        return OpeningHours.of(
                        List.of(rule), ZoneId.of("Europe/Lisbon"), HolidayCalendar.NONE, null, OnHolidays.MAY_DIFFER)
                .spans(from, to)
                .stream()
                .map(span -> span.opensAt().toLocalDate())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
