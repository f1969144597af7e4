package org.balcao.directory.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of an RRULE (RFC 5545); expansion is the library's, this only writes the rule and walks it. */
final class Recurrence {
    /** A Monday, for rules that name no beginning: weekdays fall the same whichever week it is. */
    private static final LocalDate NO_BEGINNING = LocalDate.of(2020, 1, 6);

    private static final int MOST_STEPS = 20_000;

    private final RecurrenceRule rule;
    private final LocalDate start;

    private Recurrence(RecurrenceRule rule, LocalDate start) {
        this.rule = rule;
        this.start = start;
    }

    /** The recurrence of a schedule, or null if its parts make no rule. */
    static Recurrence of(HoursRule schedule) {
        var parts = new ArrayList<String>();
        add(parts, "FREQ", schedule.freq() == null ? "WEEKLY" : schedule.freq().strip());
        add(parts, "INTERVAL", schedule.interval());
        add(parts, "BYDAY", schedule.byday());
        add(parts, "BYMONTHDAY", schedule.bymonthday());
        add(parts, "BYWEEKNO", schedule.byweekno());
        add(parts, "BYYEARDAY", schedule.byyearday());
        add(parts, "WKST", schedule.wkst());
        add(parts, "COUNT", schedule.count());
        if (schedule.count() == null && schedule.until() != null) {
            add(parts, "UNTIL", schedule.until().toString().replace("-", ""));
        }
        try {
            var rule = new RecurrenceRule(String.join(";", parts), RecurrenceRule.RfcMode.RFC5545_STRICT);
            var start = schedule.dtstart() != null
                    ? schedule.dtstart()
                    : schedule.validFrom() != null ? schedule.validFrom() : NO_BEGINNING;
            return new Recurrence(rule, start);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException noRule) {
            return null;
        }
    }

    private static void add(List<String> parts, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            parts.add(name + "=" + value.toString().replace(" ", ""));
        }
    }

    /** The days of this recurrence from one day to another, both included. */
    Set<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new HashSet<LocalDate>();
        RecurrenceRuleIterator walk = rule.iterator(dateOf(start));
        if (rule.getCount() == null && from.isAfter(start)) {
            walk.fastForward(dateOf(from));
        }
        for (int step = 0; walk.hasNext() && step < MOST_STEPS; step++) {
            var next = walk.nextDateTime();
            var day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (day.isAfter(to)) {
                break;
            }
            if (!day.isBefore(from)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DateTime dateOf(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
