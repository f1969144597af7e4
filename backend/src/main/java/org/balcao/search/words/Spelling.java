package org.balcao.search.words;

import java.util.ArrayList;
import java.util.List;

/** How words are written, whatever the language: runs of letters, in plain small Latin letters. */
public final class Spelling {

    private Spelling() {}

    /** The runs of letters, digits and marks of a text; an apostrophe ends one. */
    public static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        int from = -1;
        for (int at = 0; at <= text.length(); ) {
            int letter = at < text.length() ? text.codePointAt(at) : ' ';
            boolean inside = Character.isLetterOrDigit(letter) || isMark(letter);
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                runs.add(text.substring(from, at));
                from = -1;
            }
            at += Character.charCount(letter);
        }
        return runs;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || letter == 0x200C;
    }

    /** A word in small Latin letters and digits, by ICU's romanization of all other scripts; empty if nothing is left. */
    public static String folded(String word) {
        return Folding.fold(word);
    }
}
