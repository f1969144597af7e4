package org.balcao.eligibility.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules have to answer their own examples, and every small change of a rule has to be noticed by one of them. */
class RulesOfPortugalTest {

    private static final RuleFolder RULES = RuleFolder.ofPortugal();
    private static final Pack PACK = PackReader.read(RULES.pack());

    @TestFactory
    Stream<DynamicTest> everyExample() {
        return RULES.examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name(),
                        () -> assertThat(example.asAnsweredBy(PACK)).isEqualTo(example.expected())));
    }

    @Test
    void everyProgrammeHasExamplesOfAYesANoAndWhatIsNotKnown() {
        for (Programme programme : PACK.programmes()) {
            List<String> outcomes = RULES.examples().stream()
                    .filter(example -> example.programme().equals(programme.id()))
                    .map(example -> example.expected().get("outcome").textValue())
                    .toList();
            assertThat(outcomes)
                    .as(programme.id())
                    .contains("no", "not-known")
                    .anyMatch(outcome -> outcome.startsWith("yes") || outcome.startsWith("possible"));
        }
    }

    @Test
    void everyMutantIsNoticed() {
        List<String> alive = new ArrayList<>();
        int mutants = 0;
        for (Mutants.Mutant mutant : Mutants.of(RULES.json())) {
            mutants++;
            Pack mutated = PackReader.read(CanonicalJson.of(mutant.pack()));
            boolean noticed = RULES.examples().stream()
                    .filter(example -> example.programme().equals(mutant.programme()))
                    .anyMatch(example -> !example.asAnsweredBy(mutated).equals(example.expected()));
            if (!noticed) {
                alive.add(mutant.programme() + ": " + mutant.what());
            }
        }
        assertThat(mutants).isGreaterThan(250);
        assertThat(alive).isEmpty();
    }

    /** What is expected of a person on a day, written beside a rule. */
    record Example(String programme, String name, JsonNode asked, JsonNode expected) {

        JsonNode asAnsweredBy(Pack pack) {
            Answers answers = new Answers(pack.facts());
            assertThat(AnswerReader.read(pack, asked.get("facts"), answers)).isEmpty();
            Programme asking = pack.programmes().stream()
                    .filter(each -> each.id().equals(programme))
                    .findFirst()
                    .orElseThrow();
            Assessment given =
                    Assessor.assess(asking, answers, Days.day(asked.get("asOf").textValue()));
            var json = RuleFolder.JSON
                    .createObjectNode()
                    .put("outcome", given.outcome().word());
            if (given.day() != null) {
                json.putArray("day")
                        .add(Days.text(given.day().first()))
                        .add(Days.text(given.day().last()));
            }
            if (expected.has("criteria")) {
                var verdicts = json.putObject("criteria");
                given.criteria().stream()
                        .filter(each -> expected.get("criteria").has(each.id()))
                        .forEach(each -> verdicts.put(each.id(), Verdict.word(each.verdict())));
            }
            return json;
        }
    }
}
