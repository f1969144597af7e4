package org.balcao.web;

import java.text.BreakIterator;
import java.util.Locale;

/** Texts that others wrote, as they may stand in the head of a page. */
final class HeadText {
    private HeadText() {}

    /** One line without control characters; null where nothing is left. */
    static String line(String text) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll("[\\p{Cntrl}\\p{Z}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return line.isEmpty() ? null : line;
    }

    /** At most so many characters, cut between words where that is possible. */
    static String shortened(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(line);
        int end = words.preceding(most);
        if (end <= 0) {
            end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        }
        return line.substring(0, end).replaceAll("[\\s,;:.–-]+$", "") + "…";
    }

    /** Between tags and inside quotation marks. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON inside a script element: nothing in it ends the element, begins a comment or ends a line of script. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
