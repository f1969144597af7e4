package org.balcao.directory.rest.asked;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** How the texts in an address are understood, strictly: what is not plainly a number is not a number. */
final class ParameterParsers {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,12})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}");
    private static final Pattern LOST_PLUS = Pattern.compile("(T[0-9:.]+) ([0-9]{2}:?[0-9]{2})$");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private ParameterParsers() {}

    static Parameter.Reading<Integer> whole(int minimum, int maximum) {
        return text -> {
            long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
            if (value < minimum || value > maximum) {
                throw new Unreadable("a whole number from " + minimum + " to " + maximum + " is needed");
            }
            return (int) value;
        };
    }

    static Parameter.Reading<Double> decimal(double minimum, double maximum) {
        return text -> {
            double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!(value >= minimum && value <= maximum)) {
                throw new Unreadable("a number from " + plain(minimum) + " to " + plain(maximum) + " is needed");
            }
            return value;
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static boolean yesOrNo(String text) throws Unreadable {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable("true or false is needed");
        };
    }

    static Parameter.Reading<String> text(int longest) {
        return text -> {
            if (text.length() > longest) {
                throw new Unreadable("at most " + longest + " characters are read");
            }
            return text.strip();
        };
    }

    static Parameter.Reading<String> oneOf(List<String> values) {
        return text -> {
            if (!values.contains(text)) {
                throw new Unreadable("one of " + String.join(", ", values) + " is needed");
            }
            return text;
        };
    }

    static UUID uuid(String text) throws Unreadable {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new Unreadable("a UUID is needed");
        }
        return UUID.fromString(text);
    }

    /** An RFC 3339 moment, with its offset; a plus sign that an address turned into a space is put back. */
    static Instant moment(String text) throws Unreadable {
        try {
            Instant moment = OffsetDateTime.parse(LOST_PLUS.matcher(text).replaceFirst("$1+$2"))
                    .toInstant();
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 0 && year <= 9999) {
                return moment;
            }
        } catch (DateTimeException unreadable) {
            // said below, with an example
        }
        throw new Unreadable("a moment such as 2026-01-31T10:00:00Z is needed");
    }

    static LocalDate date(String text) throws Unreadable {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 0 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // said below, with an example
        }
        throw new Unreadable("a date such as 2026-01-31 is needed");
    }

    static LocalTime time(String text) throws Unreadable {
        if (!TIME.matcher(text).matches()) {
            throw new Unreadable("a time such as 09:00 is needed");
        }
        return LocalTime.parse(text);
    }

    /** A weekday as iCalendar writes it, or in English. */
    static DayOfWeek day(String text) throws Unreadable {
        String upper = text.toUpperCase(Locale.ROOT);
        int at = DAYS.indexOf(upper);
        if (at >= 0) {
            return DayOfWeek.of(at + 1);
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(upper)) {
                return day;
            }
        }
        throw new Unreadable("one of " + String.join(", ", DAYS) + " is needed");
    }

    static String languageCode(String text) throws Unreadable {
        if (!LANGUAGE_TAG.matcher(text).matches()) {
            throw new Unreadable("a language code such as uk or pt is needed");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    static List<String> languageTags(String text) throws Unreadable {
        List<String> tags = new ArrayList<>();
        for (String tag : text.split(",", -1)) {
            String stripped = tag.strip();
            if (tags.size() == 20 || !LANGUAGE_TAG.matcher(stripped).matches()) {
                throw new Unreadable("language tags separated by commas are needed, such as ar,en,pt");
            }
            tags.add(stripped.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(tags);
    }
}
