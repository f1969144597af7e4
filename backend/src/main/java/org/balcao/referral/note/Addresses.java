package org.balcao.referral.note;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Addresses of mail and of the web, with and without a scheme, also spelled out. */
final class Addresses {
    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private static final Pattern MAIL = Pattern.compile(
            "@|[(\\[{]\\s?(?:at|arroba|a|chez)\\s?[)\\]}]|\\barroba\\b|\\barobas\\b|\\b(?:at|a) [\\w.-]{2,40} (?:dot|ponto|punto|point) ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SCHEME =
            Pattern.compile("[a-z][a-z0-9+.-]{1,12}://|\\bwww\\s?\\.", Pattern.CASE_INSENSITIVE);

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}_-]";

    /** A host, and what follows it. */
    private static final Pattern HOST = Pattern.compile("(?<![\\p{L}\\p{N}])((?:" + LABEL
            + "{1,63} ?\\.){1,6})([\\p{L}\\p{M}]" + LABEL + "{1,62})(?![\\p{L}\\p{M}])(/\\S)?");

    /** A full stop in words, with the end of a host that is no word of the same language. */
    private static final Pattern SPELLED = Pattern.compile(
            "\\w{2,40}\\s?(?:[(\\[]\\s?(?:dot|ponto|punto|point)\\s?[)\\]]|\\s(?:dot|ponto|punto|point))\\s(?:pt|net|org|eu|br|info|gov|io|com(?=\\s?(?:$|[.,;:!?/)]|barra\\b|slash\\b)))(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private Addresses() {}

    static boolean hasMail(String text) {
        return MAIL.matcher(text).find();
    }

    static boolean hasWeb(String text) {
        if (SCHEME.matcher(text).find() || SPELLED.matcher(text).find()) {
            return true;
        }
        Matcher hosts = HOST.matcher(text);
        while (hosts.find()) {
            if (isHost(hosts.group(1), hosts.group(2), hosts.group(3) != null)) {
                return true;
            }
        }
        return false;
    }

    /** "bem.Precisa" is the end of a sentence; "exemplo.pt", "EXEMPLO.PT" and "exemplo.qualquer/coisa" are not. */
    private static boolean isHost(String before, String last, boolean hasPath) {
        boolean newSentence =
                Character.isUpperCase(last.codePointAt(0)) && !before.equals(before.toUpperCase(Locale.ROOT));
        if (newSentence || before.chars().noneMatch(Character::isLetter)) {
            return false;
        }
        return hasPath || SUFFIXES.matches(last.toLowerCase(Locale.ROOT));
    }
}
