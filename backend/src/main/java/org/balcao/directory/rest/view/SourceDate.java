package org.balcao.directory.rest.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Dates of sources, as exact as they are. */
final class SourceDate {
    /** As a listing is marked that nobody has looked at for as long (docs/upkeep.md). */
    private static final int FRESH_DAYS = 180;

    private SourceDate() {}

    /** Whether the last day that the date can mean is half a year ago. A source without a date says nothing. */
    static boolean isOlder(String date, Instant now) {
        if (date == null) {
            return false;
        }
        try {
            LocalDate last = switch (date.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
                case 7 -> YearMonth.parse(date).atEndOfMonth();
                default -> LocalDate.parse(date);
            };
            return last.plusDays(FRESH_DAYS).isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException another) {
            return false;
        }
    }
}
