package org.balcao.search.model;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.search.words.Spelling;

/**
 * The names that a word may be "in", "to" or "from" in a language that writes this into the word: {@code lizbonda}, {@code माफ्रामा}, {@code আমোরায়},
 * {@code Лиссабоне}, {@code ببورتو}. The endings are the locative, ablative and dative ones of Turkish, Nepali, Hindi and Bengali, the vowels of
 * Russian and Ukrainian declension, and the particles that Arabic and Tigrinya write before a word; by common grammars.
 */
final class PlaceForms {

    /** Of fewer letters too many words are made: Russian "море", the sea, is not "in Mora". */
    private static final int SHORTEST = 4;

    private static final List<String> TURKISH =
            List.of("daki", "deki", "taki", "teki", "dan", "den", "tan", "ten", "da", "de", "ta", "te", "ya", "ye");

    private static final List<String> DEVANAGARI =
            List.of("\u092e\u093e", "\u092c\u093e\u091f", "\u0915\u094b", "\u0932\u093e\u0908", "\u092e\u0947\u0902");

    private static final List<String> BENGALI = List.of(
            "\u09a4\u09c7", "\u09af\u09bc", "\u09df", "\u09c7", "\u09c7\u09b0", "\u09b0", "\u09a5\u09c7\u0995\u09c7");

    private static final List<String> CYRILLIC =
            List.of("\u043e\u043c", "\u0456", "\u0435", "\u0438", "\u044b", "\u0443", "\u044e", "\u0430", "\u044f");

    /** What a name that lost its last vowel to an ending may have had. */
    private static final List<String> CYRILLIC_NOMINATIVES = List.of("", "\u0430", "\u044f");

    private static final Map<UnicodeScript, List<String>> ENDINGS = Map.of(
            UnicodeScript.LATIN, TURKISH,
            UnicodeScript.DEVANAGARI, DEVANAGARI,
            UnicodeScript.BENGALI, BENGALI,
            UnicodeScript.CYRILLIC, CYRILLIC);

    private static final Map<UnicodeScript, List<String>> BEGINNINGS = Map.of(
            UnicodeScript.ARABIC, List.of("\u0628", "\u0644", "\u0641", "\u0648"),
            UnicodeScript.ETHIOPIC, List.of("\u1265", "\u1295", "\u12ab\u1265"));

    private static final Map<UnicodeScript, Set<String>> LANGUAGES = Map.of(
            UnicodeScript.LATIN, Set.of("tr"),
            UnicodeScript.DEVANAGARI, Set.of("hi", "ne"),
            UnicodeScript.BENGALI, Set.of("bn"),
            UnicodeScript.CYRILLIC, Set.of("ru", "uk"),
            UnicodeScript.ARABIC, Set.of("ar", "fa", "ur"),
            UnicodeScript.ETHIOPIC, Set.of("ti"));

    private PlaceForms() {}

    /** In which languages the names are sought: a Portuguese word is no Turkish one, and "morada" is not "in Mora". */
    static Set<String> languages(String word) {
        return word.isEmpty() ? Set.of() : LANGUAGES.getOrDefault(UnicodeScript.of(word.codePointAt(0)), Set.of());
    }

    /** The names in small Latin letters; none for most words. */
    static Set<String> of(String word) {
        Set<String> names = new LinkedHashSet<>();
        if (word.isEmpty()) {
            return names;
        }
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        for (String ending : ENDINGS.getOrDefault(script, List.of())) {
            if (word.endsWith(ending)) {
                String name = word.substring(0, word.length() - ending.length());
                List<String> vowels = script == UnicodeScript.CYRILLIC ? CYRILLIC_NOMINATIVES : List.of("");
                vowels.forEach(vowel -> add(names, name, vowel));
            }
        }
        for (String beginning : BEGINNINGS.getOrDefault(script, List.of())) {
            if (word.startsWith(beginning)) {
                add(names, word.substring(beginning.length()), "");
            }
        }
        return names;
    }

    private static void add(Set<String> names, String name, String vowel) {
        if (name.length() >= SHORTEST) {
            names.add(Spelling.folded(name + vowel));
        }
    }
}
