package org.balcao.search.model;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.balcao.search.words.Spelling;

/** Which country is spoken of, by its name in any of some languages (Unicode's, CLDR) or a word made of it: {@code Índia, indiano, भारतीय}. */
public final class Countries {
    private static final String HERE = "PT";
    private static final int SHORTEST = 4;

    /** Languages of one country that their letters tell from those that share some: CLDR's exemplar characters. */
    private static final List<Letters> LETTERS = List.of(new Letters("UA", "іїєґ", "ыэёўъәғқңөұүһјѣ"));

    /**
     * How a language is known by its letters.
     *
     * @param some of which one has to be there
     * @param none of which none may be: Belarusian and Kazakh have {@code і} too
     */
    private record Letters(String country, String some, String none) {
        boolean are(String text) {
            return text.chars().anyMatch(letter -> some.indexOf(letter) >= 0)
                    && text.chars().noneMatch(letter -> none.indexOf(letter) >= 0);
        }
    }

    /** By the first letters of a name, the names and what they name. */
    private final Map<String, List<Name>> names = new HashMap<>();

    private record Name(List<String> words, String country) {}

    /** @param languages in which they are known */
    public Countries(Collection<String> languages) {
        for (String country : Locale.getISOCountries()) {
            for (String language : languages) {
                List<String> words = folded(ULocale.getDisplayCountry("und-" + country, language));
                if (!country.equals(HERE)
                        && !words.isEmpty()
                        && words.getFirst().length() >= SHORTEST) {
                    names.computeIfAbsent(beginning(words.getFirst()), each -> new ArrayList<>())
                            .add(new Name(words, country));
                }
            }
        }
    }

    /** The first country that a text speaks of, as the people of Portugal call it. */
    public Optional<String> in(String text) {
        List<String> words = folded(text);
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).length() >= SHORTEST) {
                for (Name name : names.getOrDefault(beginning(words.get(at)), List.of())) {
                    if (begins(words, at, name.words())) {
                        return Optional.of(ULocale.getDisplayCountry("und-" + name.country(), "pt"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The country whose language the letters of a text tell, as the people of Portugal call it. */
    public Optional<String> whoseLanguage(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return LETTERS.stream()
                .filter(each -> each.are(small))
                .map(each -> ULocale.getDisplayCountry("und-" + each.country(), "pt"))
                .findFirst();
    }

    private static boolean begins(List<String> words, int at, List<String> name) {
        if (at + name.size() > words.size()) {
            return false;
        }
        for (int n = 0; n < name.size(); n++) {
            if (!words.get(at + n).startsWith(stem(name.get(n)))) {
                return false;
            }
        }
        return true;
    }

    private static String stem(String word) {
        return word.length() > SHORTEST ? word.substring(0, word.length() - 1) : word;
    }

    private static String beginning(String word) {
        return word.substring(0, SHORTEST - 1);
    }

    private static List<String> folded(String text) {
        return Spelling.runs(text).stream()
                .map(Spelling::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
