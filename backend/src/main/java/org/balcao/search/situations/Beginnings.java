package org.balcao.search.situations;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * By what the words of a text are told apart: how they begin, in Arabic script their pieces of three letters, as beginnings and endings are written
 * onto words there. A device without a network cuts a text just so ({@code frontend/src/sw/dangers.ts}): it has no romanization and no
 * dictionary.
 */
final class Beginnings {

    private static final int LETTERS = 5;
    private static final int SIGNS = 2;
    private static final int PIECE = 3;

    /** Marks that change a letter little, of the scripts that can be read without them; the vowels of others are marks too, and stay. */
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:[\u0648\u0641\u0628\u0643\u0644]?\u0627\u0644|\u0644\u0644)(?=.{3})");
    private static final Pattern PREFIX = Pattern.compile("^[\u0648\u0641\u0628\u064a\u062a\u0646](?=.{3})");

    private Beginnings() {}

    /**
     * The first five letters of each word; in Arabic script each three letters that follow each other, without the article and one letter before the word; of
     * what is written without spaces, each sign and each two that follow each other.
     */
    static Set<String> of(String text) {
        Set<String> beginnings = new TreeSet<>();
        for (String word : words(text)) {
            if (isAll(word, UnicodeScript.HAN)) {
                for (int from = 0; from < word.length(); from++) {
                    beginnings.add(word.substring(from, from + 1));
                    beginnings.add(word.substring(from, Math.min(word.length(), from + SIGNS)));
                }
            } else if (isAll(word, UnicodeScript.ARABIC)) {
                String core =
                        PREFIX.matcher(ARTICLE.matcher(word).replaceFirst("")).replaceFirst("");
                for (int from = 0; from == 0 || from + PIECE <= core.length(); from++) {
                    beginnings.add(core.substring(from, Math.min(core.length(), from + PIECE)));
                }
            } else {
                beginnings.add(word.substring(0, Math.min(LETTERS, word.length())));
            }
        }
        return beginnings;
    }

    private static boolean isAll(String word, UnicodeScript script) {
        return word.codePoints().allMatch(sign -> UnicodeScript.of(sign) == script);
    }

    private static List<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String small = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(small))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
