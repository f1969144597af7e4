package org.balcao.sync.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Portuguese tax number (NIF, of organizations NIPC): nine digits, the last of which checks the others. Rule: OECD, Information on Tax
 * Identification Numbers, Portugal (oecd.org/tax/automatic-exchange, Portugal-TIN.pdf): weights 9 to 2, modulo 11; 0 where the difference to 11 is 10 or 11.
 */
final class Nif {
    private static final Pattern WRITTEN = Pattern.compile("(?:PT)?[ .-]?(\\d{3})[ .-]?(\\d{3})[ .-]?(\\d{3})");
    private static final int HIGHEST_WEIGHT = 9;
    private static final int MODULUS = 11;
    private static final int TEN = 10;

    private Nif() {}

    /** Whether a text is written as such a number is, right or wrong. */
    static boolean looksLike(String text) {
        return WRITTEN.matcher(text.strip()).matches();
    }

    static boolean isRight(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return false;
        }
        String digits = written.group(1) + written.group(2) + written.group(3);
        int sum = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            sum += Character.digit(digits.charAt(i), TEN) * (HIGHEST_WEIGHT - i);
        }
        int check = MODULUS - sum % MODULUS;
        return digits.charAt(0) != '0'
                && Character.digit(digits.charAt(digits.length() - 1), TEN) == (check >= TEN ? 0 : check);
    }
}
