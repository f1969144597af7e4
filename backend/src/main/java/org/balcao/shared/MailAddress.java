package org.balcao.shared;

import java.util.regex.Pattern;

/** Addresses of mail that others write, which the page puts into a link. */
public final class MailAddress {
    /** Letters and digits of any script, and of the signs of RFC 5322 those that mean nothing in a mailto link (RFC 6068). */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{N}!#$'*+/=^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$'*+/=^_`{|}~-]+)*@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,190})\\.\\p{L}[\\p{L}\\p{N}-]{1,23}");

    private static final int LONGEST = 254;

    private MailAddress() {}

    /** Whether it is one address, and nothing else. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches() && !text.contains("..");
    }
}
