package org.balcao.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The recurrence rule a second time, from the words of RFC 5545: it asks of every day of the calendar whether the rule means it. Slow, without
 * any library, and written apart from the one under test.
 */
record RecurrenceByDefinition(HoursRule rule) {
    private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    Set<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new TreeSet<LocalDate>();
        int counted = 0;
        var begin = rule.dtstart() == null ? from : rule.dtstart();
        for (var day = begin; !day.isAfter(to); day = day.plusDays(1)) {
            if (!matches(day) || (rule.until() != null && day.isAfter(rule.until()))) {
                continue;
            }
            counted++;
            if (!day.isBefore(from) && (rule.count() == null || counted <= rule.count())) {
                days.add(day);
            }
        }
        return days;
    }

    private boolean matches(LocalDate day) {
        boolean meantByPeriod = "MONTHLY".equals(rule.freq()) ? inMonth(day) : inWeek(day);
        return meantByPeriod && inWeekOfYear(day) && onDayOfYear(day);
    }

    private boolean inWeek(LocalDate day) {
        if (rule.interval() != null
                && ChronoUnit.WEEKS.between(beginOfWeek(rule.dtstart()), beginOfWeek(day)) % rule.interval() != 0) {
            return false;
        }
        var name = NAMES.get(day.getDayOfWeek().ordinal());
        return rule.byday() != null
                ? List.of(rule.byday().split(",")).contains(name)
                : rule.byyearday() != null
                        || day.getDayOfWeek() == rule.dtstart().getDayOfWeek();
    }

    private boolean inMonth(LocalDate day) {
        if (rule.interval() != null
                && ChronoUnit.MONTHS.between(YearMonth.from(rule.dtstart()), YearMonth.from(day)) % rule.interval()
                        != 0) {
            return false;
        }
        boolean onNumber = rule.bymonthday() == null
                || numbers(rule.bymonthday()).contains(day.getDayOfMonth())
                || numbers(rule.bymonthday()).contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
        boolean onWeekday = rule.byday() == null
                || Arrays.stream(rule.byday().split(",")).anyMatch(each -> isWeekdayOfMonth(day, each));
        boolean onBeginning = rule.bymonthday() != null
                || rule.byday() != null
                || rule.byyearday() != null
                || day.getDayOfMonth() == rule.dtstart().getDayOfMonth();
        return onNumber && onWeekday && onBeginning;
    }

    private static boolean isWeekdayOfMonth(LocalDate day, String byday) {
        var weekday = DayOfWeek.of(1 + NAMES.indexOf(byday.substring(byday.length() - 2)));
        var number = byday.substring(0, byday.length() - 2);
        if (day.getDayOfWeek() != weekday || number.isEmpty()) {
            return day.getDayOfWeek() == weekday;
        }
        int which = Integer.parseInt(number);
        int fromBegin = (day.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = (day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1;
        return which > 0 ? which == fromBegin : -which == fromEnd;
    }

    private boolean inWeekOfYear(LocalDate day) {
        if (rule.byweekno() == null) {
            return true;
        }
        // the fourth day of a week says to which year it belongs
        var fourth = beginOfWeek(day).plusDays(3);
        int week = (fourth.getDayOfYear() - 1) / 7 + 1;
        int fromEnd = -((fourth.lengthOfYear() - fourth.getDayOfYear()) / 7 + 1);
        return numbers(rule.byweekno()).contains(week)
                || numbers(rule.byweekno()).contains(fromEnd);
    }

    private boolean onDayOfYear(LocalDate day) {
        return rule.byyearday() == null
                || numbers(rule.byyearday()).contains(day.getDayOfYear())
                || numbers(rule.byyearday()).contains(day.getDayOfYear() - day.lengthOfYear() - 1);
    }

    private LocalDate beginOfWeek(LocalDate day) {
        var first = rule.wkst() == null ? DayOfWeek.MONDAY : DayOfWeek.of(1 + NAMES.indexOf(rule.wkst()));
        return day.with(TemporalAdjusters.previousOrSame(first));
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }
}
