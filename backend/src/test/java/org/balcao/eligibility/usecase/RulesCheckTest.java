package org.balcao.eligibility.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.eligibility.engine.PackReader;
import org.junit.jupiter.api.Test;

/** The rules of Portugal have nothing to mend, and each kind of fault is found when it is put in. */
class RulesCheckTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUPPORT = "support-18-months";

    private final PackagedRules rules = new PackagedRules();

    @Test
    void theRulesOfPortugalHaveNothingToMend() {
        assertThat(findings(pack -> {}, LocalDate.of(2026, 11, 25))).isEmpty();
    }

    @Test
    void aRuleThatContradictsItselfIsFound() {
        assertThat(findings(pack -> {
                    ArrayNode all = (ArrayNode) pack.at("/programmes/0/versions/0/when/all");
                    ObjectNode never = all.addObject().put("id", "channel").put("confidence", "confirmed");
                    never.putArray("cite").add("unhcr-access");
                    never.putArray("in").add("arrival_channel").addArray().add("spontaneous");
                }))
                .anyMatch(each -> each.startsWith(SUPPORT + ": says yes to none"))
                .anyMatch(each -> each.contains("expects yes-until, and it is no"));
    }

    @Test
    void aBranchThatNeverMattersIsFound() {
        assertThat(findings(pack -> {
                    ArrayNode all = (ArrayNode) pack.at("/programmes/0/versions/0/when/all");
                    ArrayNode any = all.addObject().putArray("any");
                    for (String each : List.of("children_under_18 true", "children_under_18 false", "pregnant true")) {
                        ObjectNode one = any.addObject().put("id", "pregnant").put("confidence", "confirmed");
                        one.putArray("cite").add("unhcr-access");
                        one.putArray("is").add(each.split(" ")[0]).add(each.endsWith("true"));
                    }
                }))
                .contains(SUPPORT + ": criterion pregnant never decides: a dead branch?");
    }

    @Test
    void anOverdueReviewIsFound() {
        assertThat(findings(pack -> {}, LocalDate.of(2040, 1, 1)))
                .anyMatch(each -> each.contains("was to be reviewed by"));
    }

    @Test
    void aMissingSentenceIsFound() {
        Map<String, JsonNode> texts = new HashMap<>(rules.texts());
        ObjectNode arabic = texts.get("ar").deepCopy();
        ((ObjectNode) arabic.get("criteria")).remove("period");
        texts.put("ar", arabic);
        assertThat(findings(pack -> {}, LocalDate.of(2026, 11, 25), texts))
                .containsExactly("ar: has no sentence for criteria/period");
    }

    private List<String> findings(Consumer<JsonNode> change) {
        return findings(change, LocalDate.of(2026, 11, 25));
    }

    private List<String> findings(Consumer<JsonNode> change, LocalDate today) {
        return findings(change, today, rules.texts());
    }

    private List<String> findings(Consumer<JsonNode> change, LocalDate today, Map<String, JsonNode> texts) {
        try {
            JsonNode pack = JSON.readTree(rules.pack());
            change.accept(pack);
            return new RulesCheck(
                            PackReader.read(CanonicalJson.of(pack)),
                            pack,
                            rules.examples(),
                            rules.people(),
                            texts,
                            (int) today.toEpochDay())
                    .run().stream()
                            .filter(RulesCheck.Finding::wrong)
                            .map(each -> each.where() + ": " + each.what())
                            .toList();
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
