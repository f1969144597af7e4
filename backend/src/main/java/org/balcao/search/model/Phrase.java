package org.balcao.search.model;

import java.util.List;
import org.balcao.search.words.Word;

/**
 * Words that mean something together.
 *
 * @param text as it is written in its language
 * @param language ISO 639-1
 * @param exact whether it is met only as it is written: no other form, no sound, no mistake
 */
public record Phrase(String text, String language, List<Word> words, Meaning meaning, boolean exact) {

    public Phrase {
        words = List.copyOf(words);
    }
}
