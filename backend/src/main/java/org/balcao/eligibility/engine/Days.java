package org.balcao.eligibility.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Civil dates as days since 1970-01-01 in the proleptic Gregorian calendar; no time of day and no zone. The conversions are Howard
 * Hinnant's, <a href="https://howardhinnant.github.io/date_algorithms.html">chrono-compatible low-level date algorithms</a>.
 */
public final class Days {

    /** The first day that a date may be: 1900-01-01. */
    public static final int FIRST = -25_567;

    /** The last one: 2199-12-31. */
    public static final int LAST = 84_005;

    private static final int MONTHS = 12;
    private static final int ERA = 146_097;
    private static final int EPOCH = 719_468;
    private static final int MARCH = 3;
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    private static final double MONTHS_A_DAY = 12 / 365.2425;

    /** The first day of each month that a date can be in, and of the one after them. */
    private static final int[] STARTS = starts();

    private Days() {}

    private static int[] starts() {
        int[] starts = new int[(2200 - 1900) * MONTHS + 1];
        for (int month = 0; month < starts.length; month++) {
            starts[month] = of(1900 + month / MONTHS, month % MONTHS + 1, 1);
        }
        return starts;
    }

    public static int of(int year, int month, int day) {
        int y = month < MARCH ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month < MARCH ? 9 : -3)) + 2) / 5 + day - 1;
        return era * ERA + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - EPOCH;
    }

    /** Year, month and day in one number: year × 10000 + month × 100 + day. */
    static int civil(int days) {
        int z = days + EPOCH;
        int era = Math.floorDiv(z, ERA);
        int ofEra = z - era * ERA;
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * shifted + 2) / 5 + 1;
        int month = shifted < 10 ? shifted + MARCH : shifted - 9;
        int year = yearOfEra + era * 400 + (month < MARCH ? 1 : 0);
        return year * 10_000 + month * 100 + day;
    }

    static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : LENGTHS[month - 1];
    }

    /**
     * The same day of a later or earlier month.
     *
     * @param clamp where that month has no such day: its last day, else the first of the next
     */
    public static int plusMonths(int days, int months, boolean clamp) {
        int month = days < FIRST || days > LAST ? -1 : month(days);
        int target = month + months;
        if (month < 0 || target < 0 || target >= STARTS.length - 1) {
            return plusMonthsAnywhere(days, months, clamp);
        }
        int day = days - STARTS[month];
        int next = STARTS[target + 1];
        return day < next - STARTS[target] ? STARTS[target] + day : clamp ? next - 1 : next;
    }

    /** Where a day's month is among {@link #STARTS}. */
    private static int month(int days) {
        int month = (int) ((days - FIRST) * MONTHS_A_DAY);
        while (STARTS[month + 1] <= days) {
            month++;
        }
        while (STARTS[month] > days) {
            month--;
        }
        return month;
    }

    private static int plusMonthsAnywhere(int days, int months, boolean clamp) {
        int civil = civil(days);
        int month = civil / 10_000 * MONTHS + civil / 100 % 100 - 1 + months;
        int year = Math.floorDiv(month, MONTHS);
        int ofYear = Math.floorMod(month, MONTHS) + 1;
        int day = civil % 100;
        int length = length(year, ofYear);
        return day <= length || clamp ? of(year, ofYear, Math.min(day, length)) : of(year, ofYear, length) + 1;
    }

    /** A date as ISO 8601 writes it. */
    public static String text(int days) {
        int civil = civil(days);
        return "%04d-%02d-%02d".formatted(civil / 10_000, civil / 100 % 100, civil % 100);
    }

    /**
     * The first and last day of {@code 2024}, {@code 2024-08} or {@code 2024-08-31}.
     *
     * @return null if it is no date, or none between {@link #FIRST} and {@link #LAST}
     */
    public static int[] span(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return null;
        }
        int year = Integer.parseInt(written.group(1));
        int month = written.group(2) == null ? 0 : Integer.parseInt(written.group(2));
        int day = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
        if (written.group(2) != null && (month < 1 || month > MONTHS)
                || written.group(3) != null && (day < 1 || day > length(year, month))) {
            return null;
        }
        int[] span = month == 0
                ? new int[] {of(year, 1, 1), of(year, MONTHS, 31)}
                : day == 0
                        ? new int[] {of(year, month, 1), of(year, month, length(year, month))}
                        : new int[] {of(year, month, day), of(year, month, day)};
        return span[0] < FIRST || span[1] > LAST ? null : span;
    }

    /** One day, or null. */
    static Integer day(String text) {
        int[] span = span(text);
        return span == null || text.length() != 10 ? null : Integer.valueOf(span[0]);
    }
}
