package org.balcao.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When one door is open, in its own time zone. */
public final class OpeningHours {
    private static final int DAYS_AHEAD = 31;
    private static final Set<String> WEEKDAYS = Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** A schedule with its days; {@code allDay} are the weekdays on which it is open around the clock, every week without an end. */
    private record Compiled(HoursRule rule, Recurrence days, Set<String> allDay) {}

    private final List<Compiled> compiled;
    private final List<HoursRule> withoutTimes;
    private final ZoneId zone;
    private final HolidayCalendar holidays;
    private final String municipalityCode;
    private final OnHolidays onHolidays;

    private OpeningHours(
            List<Compiled> compiled,
            List<HoursRule> withoutTimes,
            ZoneId zone,
            HolidayCalendar holidays,
            String municipalityCode,
            OnHolidays onHolidays) {
        this.compiled = compiled;
        this.withoutTimes = withoutTimes;
        this.zone = zone;
        this.holidays = holidays;
        this.municipalityCode = municipalityCode;
        this.onHolidays = onHolidays;
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
        var withoutTimes = new ArrayList<HoursRule>();
        for (HoursRule rule : rules) {
            var days = rule.saysTimes() ? Recurrence.of(rule) : null;
            if (days != null) {
                compiled.add(new Compiled(rule, days, allDay(rule)));
            } else {
                withoutTimes.add(rule);
            }
        }
        return new OpeningHours(
                List.copyOf(compiled), List.copyOf(withoutTimes), zone, holidays, municipalityCode, onHolidays);
    }

    public ZoneId zone() {
        return zone;
    }

    /** What decides when it is open, as a text: two doors with the same one are open at the same moments. Empty if it never is. */
    public String key() {
        List<HoursRule> rules = compiled.stream()
                .map(Compiled::rule)
                .filter(rule -> !rule.byAppointment())
                .toList();
        String closing = onHolidays == OnHolidays.CLOSED
                ? holidays.regionsOf(municipalityCode).toString()
                : "";
        return rules.isEmpty() ? "" : zone + " " + closing + " " + rules;
    }

    /** What is known on this day. */
    public Basis basis(LocalDate day) {
        var known = knownOn(day);
        if (known.isEmpty()) {
            return withoutTimes.stream().anyMatch(rule -> rule.byAppointment() && !rule.outOfDate(day))
                    ? Basis.BY_APPOINTMENT
                    : Basis.UNKNOWN;
        }
        if (isAlways(known)) {
            return Basis.ALWAYS;
        }
        return known.stream().allMatch(each -> each.rule().byAppointment()) ? Basis.BY_APPOINTMENT : Basis.SCHEDULE;
    }

    private List<Compiled> knownOn(LocalDate day) {
        return compiled.stream().filter(each -> !each.rule().outOfDate(day)).toList();
    }

    private static boolean isAlways(List<Compiled> known) {
        return known.stream()
                .flatMap(each -> each.allDay().stream())
                .collect(Collectors.toSet())
                .containsAll(WEEKDAYS);
    }

    /**
     * When it is open for whoever comes, from one day to another (both included), in order. Spans that touch are one, except at
     * midnight, so that each day shows its own. A night that began the day before and reaches into the first day is among them.
     */
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
                addSpans(each, from.minusDays(1), to, found);
            }
        }
        var begin = from.atStartOfDay(zone).toInstant();
        return joined(found, false).stream()
                .filter(span -> span.closesAt().toInstant().isAfter(begin))
                .toList();
    }

    private void addSpans(Compiled each, LocalDate from, LocalDate to, List<Span> found) {
        Set<LocalDate> usual = each.days().days(from, to);
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (each.rule().outOfDate(day)) {
                continue;
            }
            var exceptions = exceptionsOn(each.rule(), day);
            if (exceptions.stream().anyMatch(HoursException::closed)) {
                continue;
            }
            for (HoursException other : exceptions) {
                if (other.saysTimes()) {
                    addSpan(day, other.opensAt(), other.closesAt(), found);
                }
            }
            if (exceptions.isEmpty() && usual.contains(day) && !closedByHoliday(day)) {
                addSpan(day, each.rule().opensAt(), each.rule().closesAt(), found);
            }
        }
    }

    /** The days that are not as usual, from one day to another (both included), in order. */
    public List<Closure> closures(LocalDate from, LocalDate to) {
        var found = new ArrayList<Closure>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var date = day;
            var known = knownOn(day);
            var exceptions = known.stream()
                    .flatMap(each -> exceptionsOn(each.rule(), date).stream())
                    .toList();
            exceptions.stream()
                    .map(exception -> new Closure(date, "exception", exception.reason()))
                    .distinct()
                    .forEach(found::add);
            if (!known.isEmpty() && !isAlways(known) && exceptions.stream().noneMatch(HoursException::saysTimes)) {
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
        return spans(day, day).stream().anyMatch(span -> span.contains(moment));
    }

    /** The next moment after this one at which it opens, looking a month ahead. */
    public Optional<ZonedDateTime> nextOpening(Instant moment) {
        var day = LocalDate.ofInstant(moment, zone);
        return joined(new ArrayList<>(spans(day, day.plusDays(DAYS_AHEAD))), true).stream()
                .map(Span::opensAt)
                .filter(opening -> opening.toInstant().isAfter(moment))
                .findFirst();
    }

    private boolean closedByHoliday(LocalDate day) {
        return holidays.on(day, municipalityCode).stream().anyMatch(this::closes) && !isAlways(knownOn(day));
    }

    /** A municipality's own day is optional by law, so even a public office may be open on it. */
    private boolean closes(Holiday holiday) {
        return onHolidays == OnHolidays.CLOSED && !holiday.kind().equals("municipal");
    }

    private static List<HoursException> exceptionsOn(HoursRule rule, LocalDate day) {
        return rule.exceptions().stream()
                .filter(exception -> exception.covers(day))
                .toList();
    }

    /**
     * As somebody with a clock on the wall would see it: it opens when the clock first shows the opening time or has jumped over it, and
     * closes when the clock has shown the closing time, or jumped over it, for the last time. Hours that the clock jumps over do not happen.
     */
    private void addSpan(LocalDate day, LocalTime opensAt, LocalTime closesAt, List<Span> found) {
        boolean untilMidnight = closesAt.isAfter(LocalTime.of(23, 58)) && opensAt.isBefore(closesAt);
        var lastDay = untilMidnight || !closesAt.isAfter(opensAt) ? day.plusDays(1) : day;
        var lastTime = untilMidnight ? LocalTime.MIDNIGHT : closesAt;
        var span = new Span(
                shown(day.atTime(opensAt)).withEarlierOffsetAtOverlap(),
                shown(lastDay.atTime(lastTime)).withLaterOffsetAtOverlap());
        if (span.opensAt().isBefore(span.closesAt())) {
            found.add(span);
        }
    }

    private ZonedDateTime shown(LocalDateTime wall) {
        var jump = zone.getRules().getTransition(wall);
        return jump != null && jump.isGap() ? jump.getInstant().atZone(zone) : wall.atZone(zone);
    }

    private static List<Span> joined(List<Span> spans, boolean overMidnight) {
        Collections.sort(spans);
        var joined = new ArrayList<Span>();
        for (Span next : spans) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && (last.overlaps(next) || (last.touches(next) && (overMidnight || !next.beginsTheDay())))) {
                joined.set(joined.size() - 1, last.joinedWith(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static Set<String> allDay(HoursRule rule) {
        boolean everyWeek = (rule.freq() == null || rule.freq().equals("WEEKLY"))
                && (rule.interval() == null || rule.interval() == 1)
                && Stream.of(rule.byweekno(), rule.byyearday(), rule.dtstart(), rule.until(), rule.count())
                        .allMatch(Objects::isNull);
        return everyWeek && rule.aroundTheClock() && rule.byday() != null && !rule.byAppointment()
                ? new HashSet<>(Arrays.asList(
                        rule.byday().replace(" ", "").toUpperCase(Locale.ROOT).split(",")))
                : Set.of();
    }
}
