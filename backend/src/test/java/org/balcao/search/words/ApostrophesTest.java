package org.balcao.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part of a word with an apostrophe is the word. */
class ApostrophesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "l'avocat,      avocat",
                "l’hôpital,     hopital",
                "qu’ils,        ils",
                "dell'alloggio, alloggio",
                "Porto'da,      porto",
                "Lisbon's,      lisbon",
                "здоров'я,      zdorova",
                "casa,          casa",
                "',             \"\"",
            })
    void theLongestPartOfALatinWordIsTheWord(String typed, String word) {
        assertThat(Words.typed(typed).stream().map(Word::folded).findFirst().orElse(""))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"l'avocat, 2, 8", "Porto'da, 0, 5", "здоров'я, 0, 8"})
    void itStandsWhereItsPartStands(String typed, int start, int end) {
        Word word = Words.typed(typed).getFirst();
        assertThat(word.start()).isEqualTo(start);
        assertThat(word.end()).isEqualTo(end);
    }
}
