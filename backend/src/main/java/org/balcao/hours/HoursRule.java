package org.balcao.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * One HSDS schedule: usual hours as an RRULE in parts (RFC 5545). Any part may be null. Nothing can be computed from one that names no
 * days or no times, that has an {@code interval} or a {@code count} but no beginning to count from, or whose parts make no rule: its hours
 * are then unknown.
 *
 * @param freq {@code WEEKLY} or {@code MONTHLY}; null counts as weekly
 * @param byday {@code MO,WE} or, monthly, {@code 1SA,-1FR}
 * @param byweekno only in these weeks of the year, as {@code wkst} begins them
 * @param byyearday only on these days of the year
 * @param until the last day of the recurrence; afterwards it has ended
 * @param validFrom the first day for which anything is known
 * @param validTo the last day for which anything is known; afterwards the hours are unknown
 * @param byAppointment in these hours one is received by appointment only; without hours, always
 * @param exceptions days on which other hours hold, or none
 */
public record HoursRule(
        String freq,
        Integer interval,
        String byday,
        String bymonthday,
        String byweekno,
        String byyearday,
        String wkst,
        LocalDate dtstart,
        LocalDate until,
        Integer count,
        LocalDate validFrom,
        LocalDate validTo,
        LocalTime opensAt,
        LocalTime closesAt,
        boolean byAppointment,
        List<HoursException> exceptions) {

    public HoursRule {
        exceptions = List.copyOf(exceptions);
    }

    /** Every week on these days, from one time to another. */
    public static HoursRule weekly(String byday, LocalTime opensAt, LocalTime closesAt) {
        return new HoursRule(
                "WEEKLY", null, byday, null, null, null, null, null, null, null, null, null, opensAt, closesAt, false,
                List.of());
    }

    boolean saysTimes() {
        return opensAt != null && closesAt != null;
    }

    boolean aroundTheClock() {
        return LocalTime.MIDNIGHT.equals(opensAt)
                && (LocalTime.MIDNIGHT.equals(closesAt) || !closesAt.isBefore(LocalTime.of(23, 59)));
    }

    /** True if the published hours are out of date on this day: nothing is known any more, or not yet. */
    boolean outOfDate(LocalDate day) {
        return (validTo != null && day.isAfter(validTo)) || (validFrom != null && day.isBefore(validFrom));
    }
}
