package org.balcao.referral.model;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code with which a person follows a referral, as it is printed: sixteen symbols in four groups. Six find it, nine are secret, the
 * last tells a slip of the pen from a wrong code. The alphabet leaves out what is mistaken for something else: 0 O 1 I L.
 *
 * @param locator six symbols, 29 bits
 * @param secret nine symbols, 44 bits
 */
public record PaperCode(String locator, String secret) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LOCATOR = 6;
    private static final int SECRET = 9;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A code that nobody can guess. */
    public static PaperCode made() {
        return new PaperCode(symbols(LOCATOR), symbols(SECRET));
    }

    private static String symbols(int count) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < count; i++) {
            symbols.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return symbols.toString();
    }

    /** Reads what somebody typed, with any spaces, hyphens and small letters; nothing if it cannot be a code. */
    public static Optional<PaperCode> typed(String text) {
        if (text == null || text.length() > 64) {
            return Optional.empty();
        }
        String symbols = text.replaceAll("[\\s\u2010-\u2015-]", "").toUpperCase(Locale.ROOT);
        if (symbols.length() != LOCATOR + SECRET + 1
                || !symbols.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0)) {
            return Optional.empty();
        }
        PaperCode code = new PaperCode(symbols.substring(0, LOCATOR), symbols.substring(LOCATOR, LOCATOR + SECRET));
        return code.check() == symbols.charAt(LOCATOR + SECRET) ? Optional.of(code) : Optional.empty();
    }

    /** A weighted sum modulo 31, a prime: it notices each wrong symbol and each exchange of two. */
    private char check() {
        String symbols = locator + secret;
        int sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            sum += (i + 2) * ALPHABET.indexOf(symbols.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    /** As it is printed. */
    public String printed() {
        String symbols = locator + secret + check();
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < symbols.length(); i += GROUP) {
            printed.append(i == 0 ? "" : "-").append(symbols, i, i + GROUP);
        }
        return printed.toString();
    }

    /** It is a secret, so it does not print itself. */
    @Override
    public String toString() {
        return "***";
    }
}
