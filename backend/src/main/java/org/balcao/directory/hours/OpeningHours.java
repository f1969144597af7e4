package org.balcao.directory.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When one door is open, in its own time zone. */
public final class OpeningHours {
    private static final int DAYS_AHEAD = 31;

    private record Compiled(HoursRule rule, Recurrence days) {}

    private final List<Compiled> compiled;
    private final ZoneId zone;
    private final HolidayCalendar holidays;
    private final String municipalityCode;
    private final OnHolidays onHolidays;
    private final boolean always;

    private OpeningHours(
            List<Compiled> compiled,
            ZoneId zone,
            HolidayCalendar holidays,
            String municipalityCode,
            OnHolidays onHolidays,
            boolean always) {
        this.compiled = compiled;
        this.zone = zone;
        this.holidays = holidays;
        this.municipalityCode = municipalityCode;
        this.onHolidays = onHolidays;
        this.always = always;
    }

    /**
     * The hours of one door.
     *
     * @param rules its schedules; those that say no times or make no rule are passed over
     * @param municipalityCode whose own holiday holds there, or null
     */
    public static OpeningHours of(
            List<HoursRule> rules,
            ZoneId zone,
            HolidayCalendar holidays,
            String municipalityCode,
            OnHolidays onHolidays) {
        var compiled = new ArrayList<Compiled>();
        for (HoursRule rule : rules) {
            var days = rule.saysTimes() ? Recurrence.of(rule) : null;
            if (days != null) {
                compiled.add(new Compiled(rule, days));
            }
        }
        return new OpeningHours(
                List.copyOf(compiled), zone, holidays, municipalityCode, onHolidays, alwaysOpen(compiled));
    }

    public ZoneId zone() {
        return zone;
    }

    /** What is known on this day. */
    public Basis basis(LocalDate day) {
        var known =
                compiled.stream().filter(each -> !each.rule().outOfDate(day)).toList();
        if (known.isEmpty()) {
            return Basis.UNKNOWN;
        }
        if (always) {
            return Basis.ALWAYS;
        }
        return known.stream().allMatch(each -> each.rule().byAppointment()) ? Basis.BY_APPOINTMENT : Basis.SCHEDULE;
    }

    /** When it is open for whoever comes, from one day to another (both included), in order; touching spans are one. */
    public List<Span> spans(LocalDate from, LocalDate to) {
        return spans(from, to, false);
    }

    /** When one is received by appointment only. */
    public List<Span> appointmentSpans(LocalDate from, LocalDate to) {
        return spans(from, to, true);
    }

    private List<Span> spans(LocalDate from, LocalDate to, boolean byAppointment) {
        var found = new ArrayList<Span>();
        for (Compiled each : compiled) {
            if (each.rule().byAppointment() == byAppointment) {
                addSpans(each, from, to, found);
            }
        }
        return joined(found);
    }

    private void addSpans(Compiled each, LocalDate from, LocalDate to, List<Span> found) {
        Set<LocalDate> usual = each.days().days(from, to);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (each.rule().outOfDate(day)) {
                continue;
            }
            var exception = exceptionOn(each.rule(), day);
            if (exception.isPresent()) {
                var other = exception.get();
                if (!other.closed() && other.opensAt() != null && other.closesAt() != null) {
                    found.add(span(day, other.opensAt(), other.closesAt()));
                }
            } else if (usual.contains(day) && !closedByHoliday(day)) {
                found.add(span(day, each.rule().opensAt(), each.rule().closesAt()));
            }
        }
    }

    /** The days that are not as usual, from one day to another (both included), in order. */
    public List<Closure> closures(LocalDate from, LocalDate to) {
        var found = new ArrayList<Closure>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var date = day;
            compiled.stream()
                    .flatMap(each -> exceptionOn(each.rule(), date).stream())
                    .map(exception -> new Closure(date, "exception", exception.reason()))
                    .distinct()
                    .forEach(found::add);
            if (!always && !compiled.isEmpty()) {
                holidays.on(day, municipalityCode)
                        .forEach(holiday -> found.add(new Closure(
                                date,
                                closes(holiday) ? "public_holiday" : "public_holiday_hours_may_differ",
                                holiday.name())));
            }
        }
        return found;
    }

    /** True if somebody who comes at this moment finds it open; unknown and by appointment are not open. */
    public boolean isOpenAt(Instant moment) {
        var day = LocalDate.ofInstant(moment, zone);
        return spans(day.minusDays(1), day).stream().anyMatch(span -> span.contains(moment));
    }

    /** The next moment after this one at which it opens, looking a month ahead. */
    public Optional<ZonedDateTime> nextOpening(Instant moment) {
        var day = LocalDate.ofInstant(moment, zone);
        return spans(day, day.plusDays(DAYS_AHEAD)).stream()
                .map(Span::opensAt)
                .filter(opening -> opening.toInstant().isAfter(moment))
                .findFirst();
    }

    private boolean closedByHoliday(LocalDate day) {
        return !always && holidays.on(day, municipalityCode).stream().anyMatch(this::closes);
    }

    /** A municipality's own day is optional by law, so even a public office may be open on it. */
    private boolean closes(Holiday holiday) {
        return onHolidays == OnHolidays.CLOSED && !holiday.kind().equals("municipal");
    }

    private static Optional<HoursException> exceptionOn(HoursRule rule, LocalDate day) {
        return rule.exceptions().stream()
                .filter(exception -> exception.covers(day))
                .findFirst();
    }

    /** A wall time that the clock change skips is the moment after it; one that comes twice opens at the first and closes at the second. */
    private Span span(LocalDate day, LocalTime opensAt, LocalTime closesAt) {
        boolean untilMidnight = closesAt.isAfter(LocalTime.of(23, 58)) && opensAt.isBefore(closesAt);
        var lastDay = untilMidnight || !closesAt.isAfter(opensAt) ? day.plusDays(1) : day;
        var lastTime = untilMidnight ? LocalTime.MIDNIGHT : closesAt;
        return new Span(
                day.atTime(opensAt).atZone(zone).withEarlierOffsetAtOverlap(),
                lastDay.atTime(lastTime).atZone(zone).withLaterOffsetAtOverlap());
    }

    private static List<Span> joined(List<Span> spans) {
        Collections.sort(spans);
        var joined = new ArrayList<Span>();
        for (Span next : spans) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && !next.opensAt().toInstant().isAfter(last.closesAt().toInstant())) {
                var later = next.closesAt().toInstant().isAfter(last.closesAt().toInstant()) ? next : last;
                joined.set(joined.size() - 1, new Span(last.opensAt(), later.closesAt()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean alwaysOpen(List<Compiled> compiled) {
        var days = compiled.stream()
                .map(Compiled::rule)
                .filter(rule -> rule.aroundTheClock() && rule.byday() != null && !rule.byAppointment())
                .filter(rule -> rule.freq() == null || rule.freq().equals("WEEKLY"))
                .filter(rule -> rule.interval() == null || rule.interval() == 1)
                .filter(rule -> rule.until() == null && rule.count() == null)
                .flatMap(rule -> List.of(rule.byday().replace(" ", "").split(",")).stream())
                .collect(Collectors.toSet());
        return days.containsAll(Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"));
    }
}
