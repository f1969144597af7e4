package org.balcao.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The days of an RRULE (RFC 5545). HSDS has {@code byweekno} and {@code byyearday} beside weekly and monthly rules, where the RFC does not
 * allow them; there they can only mean that the rule's days count in those weeks or on those days.
 */
final class Recurrence {
    private static final int MOST_STEPS = 20_000;
    /** Ten years of weeks; beyond, the library loses its way. */
    private static final int LONGEST_INTERVAL = 520;

    /** Of letters; the days of a year take half as many. */
    private static final int LONGEST_PART = 2_000;

    /** Hours come back on days; what comes back every second would be walked through for centuries. */
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final RecurrenceRule rule;
    private final LocalDate start;
    private final LocalDate until;
    private final Predicate<LocalDate> counts;

    private Recurrence(RecurrenceRule rule, LocalDate start, LocalDate until, Predicate<LocalDate> counts) {
        this.rule = rule;
        this.start = start;
        this.until = until;
        this.counts = counts;
    }

    /** The recurrence of a schedule, or null if its parts make no rule. */
    static Recurrence of(HoursRule schedule) {
        var byday = part(schedule.byday());
        var bymonthday = part(schedule.bymonthday());
        var byweekno = part(schedule.byweekno());
        var byyearday = part(schedule.byyearday());
        boolean namesDays = byday != null || bymonthday != null;
        boolean begins = schedule.dtstart() != null;
        boolean everyTime = schedule.interval() == null || schedule.interval() == 1;
        boolean narrowed = byweekno != null || byyearday != null;
        if (!isSensible(schedule, byday, bymonthday, byweekno, byyearday)
                || (!begins && (!everyTime || schedule.count() != null))
                || (schedule.interval() != null && schedule.interval() > LONGEST_INTERVAL)
                || (narrowed && schedule.count() != null)
                || (!namesDays && byyearday == null && !begins)) {
            return null;
        }
        var parts = new ArrayList<String>();
        if (!namesDays && byyearday != null && everyTime) {
            parts.add("FREQ=DAILY");
        } else {
            add(parts, "FREQ", schedule.freq() == null ? "WEEKLY" : part(schedule.freq()));
            add(parts, "INTERVAL", schedule.interval());
            add(parts, "BYDAY", byday);
            add(parts, "BYMONTHDAY", bymonthday);
            add(parts, "WKST", part(schedule.wkst()));
            add(parts, "COUNT", schedule.count());
        }
        try {
            var rule = new RecurrenceRule(String.join(";", parts), RecurrenceRule.RfcMode.RFC5545_STRICT);
            return new Recurrence(
                    rule,
                    schedule.dtstart(),
                    schedule.until(),
                    inWeeks(byweekno, part(schedule.wkst())).and(onDaysOfYear(byyearday)));
        } catch (InvalidRecurrenceRuleException | RuntimeException noRule) {
            return null;
        }
    }

    /** It comes back after days at the soonest, no part is longer than it can be, and it begins in a year of four digits, as RFC 5545 writes dates. */
    private static boolean isSensible(HoursRule schedule, String... parts) {
        for (String part : parts) {
            if (part != null && part.length() > LONGEST_PART) {
                return false;
            }
        }
        String freq = part(schedule.freq());
        if (freq != null && !FREQUENCIES.contains(freq)) {
            return false;
        }
        int year = schedule.dtstart() == null ? LAST_YEAR : schedule.dtstart().getYear();
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    private static String part(String given) {
        return given == null || given.isBlank() ? null : given.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }

    private static Predicate<LocalDate> inWeeks(String byweekno, String wkst) {
        if (byweekno == null) {
            return day -> true;
        }
        var weeks = numbers(byweekno, 53);
        var first = wkst == null ? DayOfWeek.MONDAY : DayOfWeek.of(1 + WEEKDAYS.indexOf(wkst));
        var fields = WeekFields.of(first, 4);
        return day -> {
            int week = day.get(fields.weekOfWeekBasedYear());
            int all = (int) day.range(fields.weekOfWeekBasedYear()).getMaximum();
            return weeks.contains(week) || weeks.contains(week - all - 1);
        };
    }

    private static Predicate<LocalDate> onDaysOfYear(String byyearday) {
        if (byyearday == null) {
            return day -> true;
        }
        var days = numbers(byyearday, 366);
        return day -> days.contains(day.getDayOfYear()) || days.contains(day.getDayOfYear() - day.lengthOfYear() - 1);
    }

    private static Set<Integer> numbers(String list, int most) {
        var numbers = new HashSet<Integer>();
        for (int number :
                Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray()) {
            if (number == 0 || Math.abs(number) > most) {
                throw new IllegalArgumentException("no such number: " + number);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** The days of this recurrence from one day to another, both included. */
    Set<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new HashSet<LocalDate>();
        var last = until != null && until.isBefore(to) ? until : to;
        var begin = start == null ? from : start;
        if (last.isBefore(from) || begin.isAfter(last)) {
            return days;
        }
        try {
            RecurrenceRuleIterator walk = rule.iterator(dateOf(begin));
            if (rule.getCount() == null && from.isAfter(begin)) {
                walk.fastForward(dateOf(from));
            }
            for (int step = 0; walk.hasNext() && step < MOST_STEPS; step++) {
                var next = walk.nextDateTime();
                var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
                if (day.isAfter(last)) {
                    break;
                }
                if (!day.isBefore(from) && counts.test(day)) {
                    days.add(day);
                }
            }
        } catch (RuntimeException noSuchDay) {
            // a rule may be sound and yet meet no day at all, such as the 31st of every twelfth month from February, or
            // be too much for
            // the library: what it found until then is true
            return days;
        }
        return days;
    }

    private static DateTime dateOf(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
