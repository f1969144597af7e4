package org.balcao.referral.note;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Addresses of mail and of the web, with and without a scheme, also spelled out. */
final class Addresses {
    /** Last labels of hosts, from the public suffix list that comes with the HTTP client. */
    private static final Set<String> LAST_LABELS = lastLabels();

    private static final Pattern MAIL = Pattern.compile(
            "@|[(\\[{]\\s?(?:at|arroba|a|chez)\\s?[)\\]}]|\\barroba\\b|\\barobas\\b|\\b(?:at|a) [\\w.-]{2,40} (?:dot|ponto|punto|point) ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SCHEME =
            Pattern.compile("[a-z][a-z0-9+.-]{1,12}\\s?:\\s?/\\s?/|\\bwww\\s?\\.", Pattern.CASE_INSENSITIVE);

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}_-]";

    /** A host, and what follows it. */
    private static final Pattern HOST = Pattern.compile("(?<![\\p{L}\\p{N}])((?:" + LABEL
            + "{1,63} ?\\.){1,6})([\\p{L}\\p{M}]" + LABEL + "{1,62})(?![\\p{L}\\p{M}])(\\s?/\\s?\\S)?");

    /** The same with spaces around its full stop, as nobody ends a sentence. */
    private static final Pattern PARTED_HOST =
            Pattern.compile(LABEL + "\\s\\.\\s([\\p{L}\\p{M}]{2,20})(?![\\p{L}\\p{M}])");

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
        if (PARTED_HOST.matcher(text).results().anyMatch(host -> isLastLabel(host.group(1)))) {
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
        return hasPath || isLastLabel(last);
    }

    private static boolean isLastLabel(String label) {
        return LAST_LABELS.contains(PlainText.folded(label.toLowerCase(Locale.ROOT)));
    }

    private static Set<String> lastLabels() {
        try (InputStream list =
                PublicSuffixMatcherLoader.class.getResourceAsStream("/org/publicsuffix/list/effective_tld_names.dat")) {
            return new PublicSuffixListParser()
                    .parse(new InputStreamReader(list, StandardCharsets.UTF_8)).getRules().stream()
                            .filter(rule -> rule.indexOf('.') < 0)
                            .map(PlainText::folded)
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
