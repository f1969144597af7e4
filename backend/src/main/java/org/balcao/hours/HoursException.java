package org.balcao.hours;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Days on which the usual hours of a schedule do not hold.
 *
 * @param from first day
 * @param to last day, the same for one day
 * @param closed true when there are no hours at all; else the times given here hold
 * @param reason why, in words, or null
 */
public record HoursException(
        LocalDate from, LocalDate to, boolean closed, LocalTime opensAt, LocalTime closesAt, String reason) {
    boolean saysTimes() {
        return !closed && opensAt != null && closesAt != null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
