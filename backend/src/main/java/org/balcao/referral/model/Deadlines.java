package org.balcao.referral.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * By when things have to happen: hours by the clock for emergencies and urgent needs, working days for the rest. A working day is none of
 * Saturday, Sunday and the national holidays, in Lisbon; what is due on a day is due at its end.
 */
public final class Deadlines {
    public static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    /** Where in the country a day begins and ends last. */
    private static final ZoneId LAST = ZoneId.of("Atlantic/Azores");

    private static final int NORMAL_DAYS = 10;
    private static final int NORMAL_EXPIRY_DAYS = 20;
    private static final int URGENT_FIRST_CONTACT_DAYS = 3;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration THREE_DAYS = Duration.ofHours(72);

    private final Predicate<LocalDate> holiday;

    /** @param holiday whether a day is a national holiday */
    public Deadlines(Predicate<LocalDate> holiday) {
        this.holiday = holiday;
    }

    /** When the receiver has to have answered. */
    public Instant answerBy(Priority priority, Instant sent) {
        return switch (priority) {
            case EMERGENCY -> sent.plus(DAY);
            case URGENT -> sent.plus(THREE_DAYS);
            case NORMAL -> endOfWorkingDay(sent, NORMAL_DAYS);
        };
    }

    /** When a receiver who studies it has to have decided. */
    public Instant decideBy(Priority priority, Instant studied) {
        return answerBy(priority, studied);
    }

    /** When the person has to have been reached, after acceptance. */
    public Instant contactBy(Priority priority, Instant accepted) {
        return switch (priority) {
            case EMERGENCY -> endOfWorkingDay(accepted, 0);
            case URGENT -> accepted.plus(Duration.ofDays(URGENT_FIRST_CONTACT_DAYS));
            case NORMAL -> endOfWorkingDay(accepted, NORMAL_DAYS);
        };
    }

    /** When an answer is no longer awaited. */
    public Instant expiresAt(Priority priority, Instant sent) {
        return switch (priority) {
            case EMERGENCY -> sent.plus(Duration.ofHours(48));
            case URGENT -> sent.plus(Duration.ofDays(7));
            case NORMAL -> endOfWorkingDay(sent, NORMAL_EXPIRY_DAYS);
        };
    }

    /** When the receiver is reminded. */
    public List<Instant> reminders(Priority priority, Instant sent) {
        return switch (priority) {
            case EMERGENCY ->
                List.of(
                        sent.plus(Duration.ofHours(4)),
                        sent.plus(Duration.ofHours(12)),
                        sent.plus(Duration.ofHours(20)));
            case URGENT -> List.of(sent.plus(DAY), sent.plus(Duration.ofHours(48)), answerBy(priority, sent));
            case NORMAL ->
                List.of(
                        endOfWorkingDay(sent, 5),
                        endOfWorkingDay(sent, 8),
                        endOfWorkingDay(sent, 10),
                        endOfWorkingDay(sent, 15));
        };
    }

    /**
     * The earliest day that somebody may have on the calendar at a moment: on the Azores it is yesterday for an hour after midnight in Lisbon,
     * and in summer it is so in the UTC that systems count by.
     */
    public static LocalDate earliestDay(Instant moment) {
        return LocalDate.ofInstant(moment, LAST);
    }

    /** The end of the day that lies so many working days after a moment's own day. */
    Instant endOfWorkingDay(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, HERE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return ZonedDateTime.of(day, LocalTime.MAX.withNano(0), HERE).toInstant();
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }
}
