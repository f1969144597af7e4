package org.balcao.search.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One plain spelling for every word: small Latin letters and digits, by ICU's romanization of all other scripts. */
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final String RULES = "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower";
    private static final Transliterator TO_LATIN = Transliterator.getInstance(RULES);
    private static final int MOST_HELD = 50_000;
    private static final Cache<String, String> HELD =
            Words.forgetful().maximumSize(MOST_HELD).build();

    private Folding() {}

    static String fold(String word) {
        String small = MARKS.matcher(
                        Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
        for (int i = 0; i < small.length(); i++) {
            if (small.charAt(i) > 127) {
                return HELD.get(word, Folding::romanized);
            }
        }
        return NO_LETTERS.matcher(small).replaceAll("");
    }

    private static synchronized String romanized(String word) {
        String latin = TO_LATIN.transliterate(Normalizer.normalize(word, Normalizer.Form.NFKC));
        return NO_LETTERS.matcher(latin).replaceAll("");
    }
}
