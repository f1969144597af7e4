package org.balcao.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Schedules for tests: nine to five, and each step changes one thing of it. */
record RuleOf(HoursRule rule) {
    static RuleOf weekly(String byday) {
        return new RuleOf(HoursRule.weekly(byday, LocalTime.of(9, 0), LocalTime.of(17, 0)));
    }

    static RuleOf monthly(String byday) {
        return weekly(byday).freq("MONTHLY");
    }

    RuleOf freq(String freq) {
        return with(freq, rule.interval(), rule.bymonthday(), rule.byweekno(), rule.byyearday(), rule.wkst());
    }

    RuleOf every(Integer interval) {
        return with(rule.freq(), interval, rule.bymonthday(), rule.byweekno(), rule.byyearday(), rule.wkst());
    }

    RuleOf onMonthDays(String days) {
        return with(rule.freq(), rule.interval(), days, rule.byweekno(), rule.byyearday(), rule.wkst());
    }

    RuleOf inWeeks(String weeks) {
        return with(rule.freq(), rule.interval(), rule.bymonthday(), weeks, rule.byyearday(), rule.wkst());
    }

    RuleOf onYearDays(String days) {
        return with(rule.freq(), rule.interval(), rule.bymonthday(), rule.byweekno(), days, rule.wkst());
    }

    RuleOf weeksBeginOn(String weekday) {
        return with(rule.freq(), rule.interval(), rule.bymonthday(), rule.byweekno(), rule.byyearday(), weekday);
    }

    RuleOf from(LocalDate dtstart) {
        return bounded(dtstart, rule.until(), rule.count(), rule.validFrom(), rule.validTo());
    }

    RuleOf until(LocalDate until) {
        return bounded(rule.dtstart(), until, rule.count(), rule.validFrom(), rule.validTo());
    }

    RuleOf times(Integer count) {
        return bounded(rule.dtstart(), rule.until(), count, rule.validFrom(), rule.validTo());
    }

    RuleOf validFrom(LocalDate day) {
        return bounded(rule.dtstart(), rule.until(), rule.count(), day, rule.validTo());
    }

    RuleOf validTo(LocalDate day) {
        return bounded(rule.dtstart(), rule.until(), rule.count(), rule.validFrom(), day);
    }

    RuleOf hours(LocalTime opensAt, LocalTime closesAt) {
        return shown(opensAt, closesAt, rule.byAppointment(), rule.exceptions());
    }

    RuleOf byAppointment() {
        return shown(rule.opensAt(), rule.closesAt(), true, rule.exceptions());
    }

    RuleOf except(HoursException... exceptions) {
        return shown(rule.opensAt(), rule.closesAt(), rule.byAppointment(), List.of(exceptions));
    }

    private RuleOf with(
            String freq, Integer interval, String bymonthday, String byweekno, String byyearday, String wkst) {
        return new RuleOf(new HoursRule(
                freq,
                interval,
                rule.byday(),
                bymonthday,
                byweekno,
                byyearday,
                wkst,
                rule.dtstart(),
                rule.until(),
                rule.count(),
                rule.validFrom(),
                rule.validTo(),
                rule.opensAt(),
                rule.closesAt(),
                rule.byAppointment(),
                rule.exceptions()));
    }

    private RuleOf bounded(LocalDate dtstart, LocalDate until, Integer count, LocalDate validFrom, LocalDate validTo) {
        return new RuleOf(new HoursRule(
                rule.freq(),
                rule.interval(),
                rule.byday(),
                rule.bymonthday(),
                rule.byweekno(),
                rule.byyearday(),
                rule.wkst(),
                dtstart,
                until,
                count,
                validFrom,
                validTo,
                rule.opensAt(),
                rule.closesAt(),
                rule.byAppointment(),
                rule.exceptions()));
    }

    private RuleOf shown(
            LocalTime opensAt, LocalTime closesAt, boolean byAppointment, List<HoursException> exceptions) {
        return new RuleOf(new HoursRule(
                rule.freq(),
                rule.interval(),
                rule.byday(),
                rule.bymonthday(),
                rule.byweekno(),
                rule.byyearday(),
                rule.wkst(),
                rule.dtstart(),
                rule.until(),
                rule.count(),
                rule.validFrom(),
                rule.validTo(),
                opensAt,
                closesAt,
                byAppointment,
                exceptions));
    }
}
