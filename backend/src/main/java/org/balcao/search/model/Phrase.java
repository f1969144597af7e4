package org.balcao.search.model;

import java.util.List;
import org.balcao.search.words.Word;

/**
 * Words that mean something together.
 *
 * @param text as it is written in its language
 * @param language ISO 639-1
 */
public record Phrase(String text, String language, List<Word> words, Meaning meaning) {

    public Phrase {
        words = List.copyOf(words);
    }
}
