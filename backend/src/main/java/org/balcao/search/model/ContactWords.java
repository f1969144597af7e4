package org.balcao.search.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers, e-mail addresses and web sites, in one spelling for whoever writes them otherwise: of a number of Portugal its nine digits, of
 * another all digits, of an address the small letters, of a site its host without {@code www}.
 */
public final class ContactWords {
    private static final Pattern NUMBER =
            Pattern.compile("[+(]?\\p{Nd}(?:[ \\u00A0\\u2009().\\-\\u2010-\\u2015/]*\\p{Nd}){2,}");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern SITE = Pattern.compile(
            "(?:https?://)?(?:www\\.)?((?:[a-z0-9-]+\\.)+(?:pt|com|org|net|eu|info|gov|edu|int|app|io))(?:/\\S*)?");
    private static final String COUNTRY = "351";
    private static final int NATIONAL_DIGITS = 9;

    /**
     * A way to reach somebody, in what was typed.
     *
     * @param word in the one spelling
     * @param start where it begins in the text
     * @param end behind its last letter
     * @param number whether it is a telephone number
     */
    public record Typed(String word, int start, int end, boolean number) {}

    private ContactWords() {}

    /** Those in a text; a number has three digits at least. */
    public static List<Typed> in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        List<Typed> found = new ArrayList<>();
        add(found, EMAIL.matcher(small), false);
        Matcher site = SITE.matcher(small);
        while (site.find()) {
            if (free(found, site.start(), site.end())) {
                found.add(new Typed(site.group(1), site.start(), site.end(), false));
            }
        }
        Matcher number = NUMBER.matcher(small);
        while (number.find()) {
            if (free(found, number.start(), number.end())) {
                found.add(new Typed(ofNumber(number.group()), number.start(), number.end(), true));
            }
        }
        return found;
    }

    private static void add(List<Typed> found, Matcher matcher, boolean number) {
        while (matcher.find()) {
            found.add(new Typed(matcher.group(), matcher.start(), matcher.end(), number));
        }
    }

    private static boolean free(List<Typed> found, int start, int end) {
        return found.stream().allMatch(each -> each.end() <= start || each.start() >= end);
    }

    /** The digits of a number, in any script; without the country's, and without the zero that some write before the area. */
    public static String ofNumber(String written) {
        var digits = new StringBuilder();
        written.codePoints().filter(Character::isDigit).forEach(each -> digits.append(Character.digit(each, 10)));
        String all = digits.toString();
        String bare = all.startsWith("00") ? all.substring(2) : all;
        if (bare.startsWith(COUNTRY) && bare.length() > NATIONAL_DIGITS) {
            bare = bare.substring(COUNTRY.length());
            return bare.startsWith("0") ? bare.substring(1) : bare;
        }
        return bare;
    }

    /** The spellings by which what a listing says is found. */
    public static Set<String> of(List<String> numbers, List<String> emails, List<String> sites) {
        Set<String> words = new LinkedHashSet<>();
        numbers.forEach(each -> words.add(ofNumber(each)));
        for (String each : emails) {
            String small = each.toLowerCase(Locale.ROOT);
            words.add(small);
            words.add(small.substring(small.indexOf('@') + 1));
        }
        sites.forEach(each -> host(each).ifPresent(words::add));
        words.remove("");
        return words;
    }

    private static Optional<String> host(String site) {
        try {
            return Optional.ofNullable(URI.create(site).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
