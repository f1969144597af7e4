package org.balcao.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.balcao.search.words.Spelling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of places with "in", "to" or "from" written into them. */
class PlaceFormsTest {

    @ParameterizedTest
    @CsvSource({
        "lizbonda,  lizbon",
        "portodan,  porto",
        "माफ्रामा,    माफ्रा",
        "लिस्बनबाट,  लिस्बन",
        "লিসবনে,    লিসবন",
        "পোর্তোতে,   পোর্তো",
        "лиссабоне, лиссабон",
        "брагансі,  браганса",
        "ببورتو,    بورتو",
    })
    void theNameIsAmongThose(String word, String name) {
        assertThat(PlaceForms.of(word)).contains(Spelling.folded(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "porto", "de", "море", "里斯本", "4000"})
    void mostWordsHaveNone(String word) {
        assertThat(PlaceForms.of(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"morada", "caminhada", "tabuada"})
    void aPortugueseWordIsNoTownWithATurkishEnding(String word) {
        assertThat(PlaceForms.languages(word)).containsExactly("tr");
    }
}
