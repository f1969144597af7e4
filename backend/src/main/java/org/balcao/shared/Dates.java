package org.balcao.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Days and moments that requests may name: those of the years 1900 to 2199 (Gregorian). Java reads years up to ±999999999, and PostgreSQL and
 * sums of days fail on them.
 */
public final class Dates {
    /** What a field must be, to follow its name. */
    public static final String WANTED_DAY = "must be a date such as 2026-11-26";

    /** What a field must be, to follow its name. */
    public static final String WANTED_MOMENT = "must be a moment such as 2026-11-26T10:00:00Z";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Dates() {}

    /** An ISO 8601 day; nothing if the text is none, or of another time. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Dates::isOfOurTime);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** An RFC 3339 moment in UTC; nothing if the text is none, or of another time. */
    public static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> isOfOurTime(LocalDate.ofInstant(moment, ZoneOffset.UTC)));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    public static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
