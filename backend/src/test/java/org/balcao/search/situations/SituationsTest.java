package org.balcao.search.situations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.balcao.search.Certainty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which situation a sentence speaks of, and whether the bank is whole. */
class SituationsTest {
    private static final int FEWEST_SENTENCES = 400;
    private static final Situations SITUATIONS = new Situations();

    @BeforeAll
    static void read() {
        SITUATIONS.read();
    }

    static List<String> languages() {
        return SituationBank.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSpeaksOfEverySituation(String language) {
        Set<String> ids = new HashSet<>();
        SITUATIONS.all().forEach(each -> ids.add(each.id()));
        List<String[]> lines = SituationBank.lines(language);
        assertThat(lines).hasSizeGreaterThanOrEqualTo(FEWEST_SENTENCES).allMatch(line -> line.length == 2);
        assertThat(lines)
                .extracting(line -> line[0])
                .containsOnlyElementsOf(ids)
                .containsAll(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "dor de dentes,                              dentist,          SURE",
        "agendamento na aima,                        aima_appointment, SURE",
        "aprender português pela internet,           portuguese_online, SURE",
        "le propriétaire garde ma caution,           deposit,          SURE",
        "продовжити тимчасовий захист,               ukraine_renew,    SURE",
        "the embassy of my country,                  own_consulate,    SURE",
        "un lit pour ce soir,                        no_bed,           SURE",
        "mon propriétaire veut m'expulser,           landlord_eviction, SURE",
        "abrir conta no banco,                       outside_bank,     OUTSIDE",
        "ajuda,                                      help,             UNSURE",
    })
    void aSentenceGoesToItsSituation(String text, String situation, Certainty certainty) {
        Situations.Guess guess = SITUATIONS.guess(text);
        assertThat(guess.situation().id()).isEqualTo(situation);
        assertThat(guess.certainty()).isEqualTo(certainty);
    }

    @Test
    void whatIsNoWordIsNotKnown() {
        Situations.Guess guess = SITUATIONS.guess("qwrtzplk zimbralhada");
        assertThat(guess.certainty()).isEqualTo(Certainty.UNSURE);
        assertThat(SITUATIONS.knowsLittle(guess)).isTrue();
    }

    @Test
    void wordsAndWhatTheyMeanAgreeWhereBothSpeakOfTheSameDoors() {
        assertThat(SITUATIONS.guess("dor de dentes").agreed()).isTrue();
        assertThat(SITUATIONS.guess("qwrtzplk zimbralhada").agreed()).isFalse();
        // known by its pieces alone: no concept is in it
        assertThat(SITUATIONS.guess("autorizacoesresidencia").agreed()).isFalse();
    }

    @Test
    void theOfficesOfACountryAreThoseOfTheCountryThatIsNamed() {
        assertThat(SITUATIONS.named("own_consulate").byCountry()).isTrue();
        assertThat(SITUATIONS.named("lost_documents").byCountry()).isFalse();
    }
}
