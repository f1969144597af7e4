package org.balcao.sync.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.balcao.shared.MailAddress;
import org.balcao.shared.PhoneText;
import org.balcao.shared.WebAddress;
import org.balcao.sync.model.Columns;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Shape.Type;

/** Reads one value of a feed for one column, and says what is wrong with it or what was made of it. */
final class Values {
    private static final JsonMapper LIST = new JsonMapper();
    private static final int LONGEST = 20_000;
    private static final int LONGEST_LIST = 500;
    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal MOST_NUMBER = new BigDecimal("1e15");
    private static final int MOST_DIGITS = 1_000;
    /** More than a nanometre of a coordinate. */
    private static final int MOST_DECIMALS = 15;

    /** Spaces of every kind and invisible marks around a value. */
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private static final Pattern NO_MAIL = Pattern.compile("^(?i:mailto:)\\s*|[.,;]+$|\\p{Cf}");
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z!/?]");
    private static final Pattern BYDAY =
            Pattern.compile("(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*");
    /** What a record may be called. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern NUMBERS = Pattern.compile("[+-]?\\d{1,3}(,[+-]?\\d{1,3}){0,365}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DIGITS = Pattern.compile("[^\\d]");
    private static final int SHORT_NUMBER = 6;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> FROM_ABROAD = Set.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP);
    private static final List<DateTimeFormatter> OTHER_DATES = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu"),
            DateTimeFormatter.ofPattern("M/d/uuuu"),
            DateTimeFormatter.ofPattern("d-M-uuuu"),
            DateTimeFormatter.ofPattern("d.M.uuuu"),
            DateTimeFormatter.ofPattern("uuuu/M/d"),
            DateTimeFormatter.ofPattern("MMMM dd, uuuu", Locale.ENGLISH));
    private static final List<DateTimeFormatter> OTHER_TIMES = List.of(
            DateTimeFormatter.ofPattern("h:mma", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("h:mm a", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("ha", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("H:mm"),
            DateTimeFormatter.ofPattern("H'h'mm"),
            DateTimeFormatter.ofPattern("H'h'"));

    private final List<Problem> problems;

    /** @param problems where they are told */
    Values(List<Problem> problems) {
        this.problems = problems;
    }

    private void wrong(String pointer, String code, String message, String nearest) {
        problems.add(new Problem("error", pointer, code, message, nearest));
    }

    /** What was meant is clear: it is taken, and told. */
    private JsonNode takenAs(String meant, String pointer) {
        problems.add(new Problem("warning", pointer, "taken_as", "was taken as " + meant, meant));
        return TextNode.valueOf(meant);
    }

    private void told(String pointer, String code, String message) {
        problems.add(Problem.warning(pointer, code, message));
    }

    /** @return null if there is nothing, or nothing that can be taken */
    JsonNode read(String table, String column, Type type, JsonNode given, String pointer) {
        if (type == Type.TEXTS) {
            return texts(table, column, given, pointer);
        }
        if (given.isContainerNode()) {
            wrong(pointer, "not_a_value", "is a list or an object; a single value is expected", null);
            return null;
        }
        String text = given.asText();
        if (text.isBlank()) {
            return null;
        }
        return switch (type) {
            case TEXT -> text(table, column, given, text, pointer);
            case REFERENCE -> reference(text.strip(), pointer);
            case INTEGER, NUMBER -> number(table, column, type, given, text, pointer);
            case DATE -> date(text.strip(), pointer);
            case TIME -> time(text.strip(), pointer);
            case YES_OR_NO -> yesOrNo(given, text.strip(), pointer);
            case TEXTS -> throw new IllegalStateException("read above");
        };
    }

    private JsonNode text(String table, String column, JsonNode given, String raw, String pointer) {
        if (given.isNumber() || given.isBoolean()) {
            told(pointer, "taken_as_text", "is a number or yes-or-no; it was taken as text");
        }
        String text = EDGES.matcher(raw).replaceAll("");
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() != raw.length()) {
            told(pointer, "trimmed", "had spaces around it");
        }
        if (!isClean(text, pointer)) {
            return null;
        }
        Set<String> words = Columns.words(table, column);
        if (!words.isEmpty() && !words.contains(text)) {
            Optional<String> same =
                    words.stream().filter(text::equalsIgnoreCase).findFirst();
            if (same.isPresent()) {
                told(pointer, "taken_as", "was taken as " + same.get());
                return TextNode.valueOf(same.get());
            }
            wrong(
                    pointer,
                    "not_a_word",
                    "must be one of "
                            + String.join(", ", words.stream().sorted().toList()),
                    nearest(text, words));
            return null;
        }
        if (column.equals("email") || column.equals("assurer_email")) {
            if (MailAddress.isOne(text)) {
                return TextNode.valueOf(text);
            }
            String meant = NO_MAIL.matcher(text).replaceAll("").split("[\\s,;]+(?=\\S+@)", 2)[0];
            if (MailAddress.isOne(meant)) {
                return takenAs(meant, pointer);
            }
            wrong(pointer, "not_an_email", "must be an e-mail address, such as desk@example.org", null);
            return null;
        }
        if (Columns.isAddress(table, column)) {
            return address(text, pointer);
        }
        if (column.equals("timezone_name")) {
            return timezone(text, pointer);
        }
        return switch (table + "." + column) {
            case "schedule.byweekno", "schedule.bymonthday", "schedule.byyearday" ->
                matching(NUMBERS, text, pointer, "not_numbers", "must be a list of numbers, such as 1,15", null);
            case "phone.number" -> phone(text, pointer);
            case "schedule.byday" -> days(text, pointer);
            case "language.code", "translation.language" ->
                matching(LANGUAGE, text, pointer, "not_a_language", "must be the code of a language, such as pt", null);
            case "address.country" ->
                matching(
                        COUNTRY,
                        text,
                        pointer,
                        "not_a_country",
                        "must be the code of a country, such as PT",
                        text.length() == 2 ? text.toUpperCase(Locale.ROOT) : null);
            default -> TextNode.valueOf(text);
        };
    }

    private JsonNode days(String text, String pointer) {
        String meant = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return BYDAY.matcher(meant).matches() && !meant.equals(text)
                ? takenAs(meant, pointer)
                : matching(BYDAY, text, pointer, "not_days", "must be a list of days, such as MO,TU or 1FR", null);
    }

    private JsonNode reference(String text, String pointer) {
        return matching(ID, text, pointer, "not_an_id", "is not made of letters, digits and . _ : / @ -", null);
    }

    private JsonNode timezone(String text, String pointer) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return TextNode.valueOf(text);
        }
        wrong(pointer, "not_a_timezone", "must be a time zone, such as Europe/Lisbon", null);
        return null;
    }

    /** Plain text, of which a browser, a terminal and a spreadsheet make nothing else. */
    private boolean isClean(String text, String pointer) {
        if (text.length() > LONGEST) {
            wrong(pointer, "too_long", "has more than " + LONGEST + " characters", null);
            return false;
        }
        boolean control = text.chars()
                .anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f || isOverride(c));
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (control || broken || text.indexOf('\ufffd') >= 0) {
            wrong(pointer, "not_text", "holds a character that is not text, or was written in another encoding", null);
            return false;
        }
        if (MARKUP.matcher(text).find()) {
            wrong(pointer, "markup", "holds markup; plain text is expected", null);
            return false;
        }
        if (text.charAt(0) == '=') {
            wrong(pointer, "formula", "begins as a formula of a spreadsheet", null);
            return false;
        }
        return true;
    }

    /** Characters that turn the direction of what follows, with which a text can pass for another. */
    private static boolean isOverride(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }

    private JsonNode matching(
            Pattern pattern, String text, String pointer, String code, String message, String nearest) {
        if (pattern.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        wrong(pointer, code, message, nearest);
        return null;
    }

    private JsonNode address(String text, String pointer) {
        if (WebAddress.forReaders(text).isPresent()) {
            return TextNode.valueOf(text);
        }
        boolean bare = text.matches("[A-Za-z0-9.-]+\\.[a-z]{2,24}(/\\S*)?");
        if (bare && WebAddress.forReaders("https://" + text).isPresent()) {
            return takenAs("https://" + text, pointer);
        }
        wrong(pointer, "not_a_web_address", "must be a web address, such as https://example.org", null);
        return null;
    }

    private JsonNode phone(String written, String pointer) {
        String text = Objects.requireNonNullElse(PhoneText.of(written).number(), written);
        int digits = DIGITS.matcher(text).replaceAll("").length();
        if (digits < 3 || digits > 20 || !text.matches("[+0-9 ()./x-]+")) {
            wrong(pointer, "not_a_telephone", "must be a telephone number, such as +351 217 115 000", null);
            return null;
        }
        if (digits < SHORT_NUMBER) {
            return TextNode.valueOf(text);
        }
        try {
            var number = PHONES.parse(text, "PT");
            boolean fromAbroad = FROM_ABROAD.contains(PHONES.getNumberType(number));
            if (PHONES.isValidNumber(number) && (text.startsWith("+") || !fromAbroad)) {
                // a free line has no number that can be dialled from abroad
                return TextNode.valueOf(text);
            }
            if (PHONES.isValidNumber(number)) {
                String standard = PHONES.format(number, PhoneNumberFormat.INTERNATIONAL);
                if (!standard.equals(text)) {
                    told(pointer, "telephone_written_out", "was written as " + standard);
                }
                return TextNode.valueOf(standard);
            }
        } catch (NumberParseException notKnown) {
            // said below
        }
        told(pointer, "telephone_not_known", "is in no numbering plan; it was taken as it is");
        return TextNode.valueOf(text);
    }

    private JsonNode number(String table, String column, Type type, JsonNode given, String text, String pointer) {
        try {
            if (text.length() > MOST_DIGITS) {
                throw new NumberFormatException("too long");
            }
            BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
            if (number.abs().compareTo(MOST_NUMBER) > 0 || number.scale() > MOST_DIGITS) {
                throw new NumberFormatException("too large, or next to nothing");
            }
            if (type == Type.INTEGER
                    && (number.scale() > 0
                            || number.compareTo(LEAST_INTEGER) < 0
                            || number.compareTo(MOST_INTEGER) > 0)) {
                throw new NumberFormatException("no integer");
            }
            if (number.scale() > MOST_DECIMALS) {
                told(pointer, "rounded", "has more than " + MOST_DECIMALS + " decimals, and was rounded");
                number = number.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
            }
            Integer least = Columns.least(table, column);
            if (least != null && number.compareTo(BigDecimal.valueOf(least)) < 0) {
                wrong(pointer, "not_a_number", "is below " + least, null);
                return null;
            }
            return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
        } catch (ArithmeticException | NumberFormatException noNumber) {
            wrong(pointer, "not_a_number", type == Type.INTEGER ? "must be a whole number" : "must be a number", null);
            return null;
        }
    }

    private JsonNode date(String text, String pointer) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new DateTimeException("no year of ours");
            }
            return TextNode.valueOf(date.toString());
        } catch (DateTimeException another) {
            wrong(pointer, "not_a_date", "must be a date, such as 2026-11-26", otherDate(text));
            return null;
        }
    }

    private static String otherDate(String text) {
        for (DateTimeFormatter format : OTHER_DATES) {
            try {
                return LocalDate.parse(text, format).toString();
            } catch (DateTimeException notSo) {
                // the next may fit
            }
        }
        return null;
    }

    private JsonNode time(String text, String pointer) {
        if (TIME.matcher(text).matches()) {
            String plain = text.replaceAll("(Z|[+-]\\d{2}:?\\d{2})$", "");
            if (plain.length() != text.length()) {
                told(pointer, "offset_left_out", "has an offset; times are those of the place");
            }
            return TextNode.valueOf(plain.length() == 5 ? plain + ":00" : plain);
        }
        if (text.equals("24:00") || text.equals("24:00:00")) {
            takenAs("23:59", pointer);
            return TextNode.valueOf("23:59:00");
        }
        for (DateTimeFormatter format : OTHER_TIMES) {
            try {
                LocalTime meant = LocalTime.parse(text.toUpperCase(Locale.ROOT).replace('H', 'h'), format);
                takenAs(meant.toString(), pointer);
                return TextNode.valueOf(meant + ":00");
            } catch (DateTimeException notSo) {
                // the next may fit
            }
        }
        wrong(pointer, "not_a_time", "must be a time, such as 09:30", null);
        return null;
    }

    private JsonNode yesOrNo(JsonNode given, String text, String pointer) {
        if (given.isBoolean()) {
            return given;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes", "sim" -> BooleanNode.TRUE;
            case "false", "f", "0", "no", "não" -> BooleanNode.FALSE;
            default -> {
                wrong(pointer, "not_yes_or_no", "is neither true nor false", null);
                yield null;
            }
        };
    }

    /** What cannot be taken of a list is left out by itself. */
    private JsonNode texts(String table, String column, JsonNode stated, String pointer) {
        JsonNode given = stated.isTextual() ? listIn(stated.textValue()) : stated;
        if (!given.isArray() || given.size() > LONGEST_LIST) {
            wrong(pointer, "not_a_list", "must be a list of at most " + LONGEST_LIST + " entries", null);
            return null;
        }
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            JsonNode each = given.get(i);
            List<Problem> found = new ArrayList<>();
            JsonNode text = each.isTextual() && !each.textValue().isBlank()
                    ? new Values(found).text(table, column, each, each.textValue(), pointer + "/" + i)
                    : null;
            if (text != null) {
                texts.add(text);
            } else if (found.isEmpty()) {
                found.add(Problem.error(pointer + "/" + i, "not_text", "must be a text"));
            }
            found.forEach(problem -> problems.add(problem.keepsBack() ? problem.leavesOut() : problem));
        }
        return texts.isEmpty() && !given.isEmpty() ? null : texts;
    }

    /** In tables a list is written as JSON. */
    private static JsonNode listIn(String cell) {
        try {
            return LIST.readTree(cell);
        } catch (JsonProcessingException noList) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    /** The word that differs least, if it is near. */
    private static String nearest(String text, Set<String> words) {
        return words.stream()
                .filter(word -> distance(text.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
                        <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> distance(text.toLowerCase(Locale.ROOT), word))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    /** Levenshtein's, of words that are short. */
    private static int distance(String one, String other) {
        if (one.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? corner : corner + 1;
                corner = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
