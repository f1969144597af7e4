package org.balcao.hours;

import java.time.LocalDate;

/**
 * A day that is not as usual.
 *
 * @param reason {@code public_holiday} (closed), {@code public_holiday_hours_may_differ} (the hours stand, but ask) or {@code exception}
 * @param name the holiday's name or the exception's reason, or null
 */
public record Closure(LocalDate date, String reason, String name) {}
