package org.balcao.referral.note;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as the rules read it: compatibility forms made plain (Unicode NFKC), Latin, Greek and Arabic letters without their marks, signs without width taken away, the digits of every script
 * written 0 to 9, every space a space, every dash a hyphen, every full stop a full stop.
 */
final class PlainText {
    /** Digits of Chinese and Japanese, which Unicode counts among the letters. */
    private static final Map<Integer, Integer> HAN = Map.ofEntries(
            Map.entry((int) '〇', 0),
            Map.entry((int) '零', 0),
            Map.entry((int) '一', 1),
            Map.entry((int) '二', 2),
            Map.entry((int) '三', 3),
            Map.entry((int) '四', 4),
            Map.entry((int) '五', 5),
            Map.entry((int) '六', 6),
            Map.entry((int) '七', 7),
            Map.entry((int) '八', 8),
            Map.entry((int) '九', 9));

    private static final Map<Integer, Integer> SAME = Map.of(
            (int) 'ي', (int) 'ی', (int) 'ى', (int) 'ی', (int) 'ك', (int) 'ک', (int) 'ٱ', (int) 'ا', (int) 'ہ',
            (int) 'ه', (int) 'ھ', (int) 'ه');

    /** Marks on a digit, such as a stroke through it. */
    private static final Pattern MARK_ON_DIGIT = Pattern.compile("(?<=\\d)[\\p{Mn}\\p{Me}]+");

    private static final Pattern ONE_BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[lI|](?=\\d)");
    private static final Pattern ZERO_BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[oO](?=\\d)");
    private static final Pattern IDEOGRAPHIC_STOP = Pattern.compile("(?<=[a-zA-Z0-9])[。｡](?=[a-zA-Z0-9])");

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        folded(text).codePoints().forEach(each -> append(plain, each));
        String marked = MARK_ON_DIGIT.matcher(plain).replaceAll("");
        String ones = ONE_BETWEEN_DIGITS.matcher(marked).replaceAll("1");
        String zeros = ZERO_BETWEEN_DIGITS.matcher(ones).replaceAll("0");
        return IDEOGRAPHIC_STOP.matcher(zeros).replaceAll(".").strip();
    }

    /**
     * Letters without the marks that people leave out (março, marco; أربعة, اربعة), and one letter where two look the same. Expressions that
     * are compared with a plain text go through it too.
     */
    static String folded(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(parted.length());
        boolean afterLatin = false;
        for (int i = 0; i < parted.length(); ) {
            int point = parted.codePointAt(i);
            i += Character.charCount(point);
            boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
            if (!(mark && afterLatin) && !isArabicMark(point)) {
                folded.appendCodePoint(SAME.getOrDefault(point, point));
            }
            if (!mark) {
                Character.UnicodeScript script = Character.UnicodeScript.of(point);
                afterLatin = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** A vowel sign, a hamza over its letter, or the line that stretches a word. */
    private static boolean isArabicMark(int point) {
        return (point >= 0x064B && point <= 0x0655) || point == 0x0670 || point == 0x0640;
    }

    private static void append(StringBuilder plain, int point) {
        int digit = digit(point);
        int type = Character.getType(point);
        if (digit >= 0) {
            plain.append(digit);
        } else if (type == Character.DASH_PUNCTUATION || point == '−') {
            plain.append('-');
        } else if (type == Character.SPACE_SEPARATOR || Character.isWhitespace(point)) {
            plain.append(' ');
        } else if (type == Character.CONTROL || type == Character.UNASSIGNED || type == Character.PRIVATE_USE) {
            plain.append(' ');
        } else if (type != Character.FORMAT && !isFiller(point)) {
            plain.appendCodePoint(point);
        }
    }

    /** Letters that show nothing, and choices of a shape. */
    private static boolean isFiller(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0x034F
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    /** The value of a digit of any script, also in a circle or of Ethiopia; -1 for what is none. */
    private static int digit(int point) {
        Integer han = HAN.get(point);
        if (han != null) {
            return han;
        }
        int type = Character.getType(point);
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            return Character.digit(point, 10);
        }
        if (type == Character.OTHER_NUMBER) {
            int value = Character.getNumericValue(point);
            return value >= 0 && value <= 9 ? value : -1;
        }
        return -1;
    }
}
