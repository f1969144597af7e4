package org.balcao.search.words;

import java.lang.Character.UnicodeScript;

/** Apostrophes of every kind in words of the Latin script, where they join a short word or an ending to a word: l'avocat, Porto'da. */
final class Apostrophes {

    private static final String ALL = "'\u2019\u2018\u02BC\u02BB`\u00B4\u2032\uFF07";

    private Apostrophes() {}

    /** Where the longest part of a word begins and ends; all of it in other scripts, where an apostrophe is a letter of the word. */
    static int[] core(String word) {
        int[] longest = {0, 0};
        int from = 0;
        for (int at = 0; at <= word.length(); at++) {
            if (at == word.length() || ALL.indexOf(word.charAt(at)) >= 0) {
                if (at - from > longest[1] - longest[0]) {
                    longest = new int[] {from, at};
                }
                from = at + 1;
            }
        }
        boolean latin =
                longest[1] > longest[0] && UnicodeScript.of(word.codePointAt(longest[0])) == UnicodeScript.LATIN;
        return latin ? longest : new int[] {0, word.length()};
    }
}
