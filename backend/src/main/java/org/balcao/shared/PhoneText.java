package org.balcao.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write where a telephone number belongs: {@code +351 (0)21 384 7020}, {@code 213 847 020/1/2}, {@code 21 384 70 20 ext. 12
 * (chamada para a rede fixa nacional)}.
 *
 * @param number the first number, as it is written, without what does not belong to it; null if there is none
 * @param extension that is dialled after it; null if there is none
 * @param others further numbers in the same text
 * @param words what else it says, such as what a call costs; null if nothing
 */
public record PhoneText(String number, Integer extension, List<String> others, String words) {
    private static final int LONGEST = 500;
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;
    private static final int PORTUGUESE_DIGITS = 9;

    /** Zero-width, marks and embeddings of direction, soft hyphen: what copying from elsewhere brings along. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u00ad]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\r\\n]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)[,;]?\\s*\\(?(?:(?:ext(?:ens(?:ão|ao|ion))?|ramal|interno|int)\\b\\s*[.:=]*\\s*|(?<=\\d)\\s*x\\s*|(?<=\\d)\\s*#\\s*)(\\d{1,6})(?!\\d)\\)?");
    private static final Pattern TRUNK_ZERO = Pattern.compile("((?:\\+|00)\\s?\\d{1,3}[ )-]*)\\(0\\)\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\(?\\+?\\(?\\d(?:[ ().-]{0,3}\\d)*[*#]?");
    private static final Pattern SERIES = Pattern.compile("\\s*/\\s*(\\d{1,3})(?!\\d)");
    private static final Pattern NO_WORDS =
            Pattern.compile("(?iu)^(?:tel(?:efone|emóvel|ef|m)?|tlf|tlm|phone|fax)?[\\s:;,./()|-]*$");
    private static final Pattern EDGES = Pattern.compile("^[\\s:;,./()|-]+|[\\s:;,./()|-]+$");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");

    /** Takes such a text apart. */
    public static PhoneText of(String text) {
        String rest = plain(text);
        Integer extension = null;
        Matcher inside = EXTENSION.matcher(rest);
        if (inside.find()) {
            extension = Integer.valueOf(inside.group(1));
            rest = rest.substring(0, inside.start()) + " " + rest.substring(inside.end());
        }
        rest = TRUNK_ZERO.matcher(rest).replaceAll("$1 ");
        List<String> numbers = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int from = 0;
        Matcher each = NUMBER.matcher(rest);
        while (each.find(from)) {
            int digits = digitsOf(each.group()).length();
            if (digits < FEWEST_DIGITS || digits > 2 * PORTUGUESE_DIGITS) {
                words.append(rest, from, each.end());
                from = each.end();
                continue;
            }
            words.append(rest, from, each.start()).append(' ');
            numbers.addAll(apart(each.group()));
            from = each.end();
            Matcher more = SERIES.matcher(rest);
            while (from < rest.length() && more.find(from) && more.start() == from) {
                numbers.add(withEnd(numbers.getFirst(), more.group(1)));
                from = more.end();
            }
        }
        words.append(rest.substring(from));
        String left = SPACES.matcher(words).replaceAll(" ").strip();
        boolean saysMore = !NO_WORDS.matcher(left).matches() && left.chars().anyMatch(Character::isLetter);
        return new PhoneText(
                numbers.isEmpty() ? null : numbers.getFirst(),
                extension,
                numbers.size() < 2 ? List.of() : List.copyOf(numbers.subList(1, numbers.size())),
                saysMore ? EDGES.matcher(left).replaceAll("") : null);
    }

    /** What is dialled: the digits of the number and the plus before them; of a text without a number all its digits. */
    public String digits() {
        return number == null ? "" : number.replaceAll("[^0-9+*#]", "");
    }

    private static String plain(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String visible = INVISIBLE.matcher(shown).replaceAll("");
        String spaced = SPACES.matcher(visible).replaceAll(" ");
        StringBuilder plain = new StringBuilder();
        DASHES.matcher(Normalizer.normalize(spaced, Normalizer.Form.NFC))
                .replaceAll("-")
                .codePoints()
                .map(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                        ? '0' + Character.digit(c, 10)
                        : c == 0xff0b ? '+' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** Two numbers of nine digits with nothing but a space between them are two. */
    private static List<String> apart(String written) {
        String number = written.strip().replaceAll("^\\((?=[^)]*$)", "").replaceAll("[ .-]+$", "");
        String digits = digitsOf(number);
        if (digits.length() <= MOST_DIGITS) {
            return List.of(number);
        }
        return List.of(digits.substring(0, PORTUGUESE_DIGITS), digits.substring(PORTUGUESE_DIGITS));
    }

    private static String withEnd(String number, String end) {
        String digits = number.replaceAll("[^0-9+]", "");
        return digits.substring(0, digits.length() - end.length()) + end;
    }

    private static String digitsOf(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }
}
