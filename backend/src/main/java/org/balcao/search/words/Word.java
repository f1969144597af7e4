package org.balcao.search.words;

import java.util.Set;

/**
 * A word of a text.
 *
 * @param typed as it stands there
 * @param folded in small Latin letters without accents, whatever script it is in
 * @param stems its stems, each marked with its language as in {@code pt~aul}
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 */
public record Word(String typed, String folded, Set<String> stems, int start, int end) {

    public Word {
        stems = Set.copyOf(stems);
    }

    /** The same word in a longer text. */
    public Word movedBy(int units) {
        return units == 0 ? this : new Word(typed, folded, stems, start + units, end + units);
    }

    /** Whether both are the same word in some form. */
    public boolean resembles(Word other) {
        return folded.equals(other.folded) || stems.stream().anyMatch(other.stems::contains);
    }
}
