package org.balcao.search.situations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What words mean in any language, and whether the lists are whole. */
class ConceptsTest {
    private static final Concepts CONCEPTS = Concepts.ofResources();
    private static final List<String> IDS = TabSeparated.lines("/search/concepts.tsv").stream()
            .map(line -> line[0])
            .toList();

    static List<String> languages() {
        return SituationBank.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasWordsForEveryConceptOnce(String language) {
        List<String> named = TabSeparated.lines("/search/concepts/" + language + ".tsv").stream()
                .map(line -> line[0])
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @ParameterizedTest
    @CsvSource({
        "o senhorio mudou a fechadura, landlord",
        "mon propriétaire,             landlord",
        "хозяин квартиры,              landlord",
        "房东,                          landlord",
        "i want to kill myself,        suicide",
        "dentista,                     dentist",
        "диабет,                       diabetes",
    })
    void wordsOfEachLanguageMeanTheSameConcept(String text, String concept) {
        assertThat(of(CONCEPTS.in(text))).contains(concept);
    }

    @Test
    void aWordThatIsNotListedCountsAsOneThatBeginsLikeIt() {
        assertThat(of(CONCEPTS.in("dentistazinho"))).doesNotContain("dentist");
        assertThat(of(CONCEPTS.in("dentistona"))).contains("dentist");
    }

    @Test
    void aWordThatSeveralLanguagesHaveIsReadInTheLanguageOfTheOthers() {
        assertThat(of(CONCEPTS.in("mi bebé no come nada desde ayer")))
                .contains("eat")
                .doesNotContain("go");
        assertThat(of(CONCEPTS.in("my brother will come tomorrow")))
                .contains("go")
                .doesNotContain("eat");
    }

    @Test
    void whatNoLanguageHasMeansNothing() {
        assertThat(CONCEPTS.in("qwrtzplk zimbralhada")).isEmpty();
        assertThat(CONCEPTS.in("")).isEmpty();
    }

    private static Set<String> of(List<Integer> concepts) {
        Set<String> ids = new HashSet<>();
        concepts.forEach(each -> ids.add(IDS.get(each)));
        return ids;
    }
}
