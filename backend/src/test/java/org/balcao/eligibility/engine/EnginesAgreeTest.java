package org.balcao.eligibility.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.balcao.eligibility.engine.Assessment.Span;
import org.junit.jupiter.api.Test;

/**
 * Writes down what this engine makes of random rules and people; the engine of the page reads that and has to say the same
 * ({@code frontend/src/eligibility/engines.test.ts}).
 */
class EnginesAgreeTest {

    static final int PACKS = 2_100;
    static final int PEOPLE = 100;
    private static final long SEED = 20_261_125;

    @Test
    void whatThisEngineSaysIsWrittenDownForTheOther() throws IOException {
        Path file = Path.of("target", "eligibility-pairs.jsonl");
        Files.createDirectories(file.getParent());
        RandomRules rules = new RandomRules(SEED);
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < PACKS; i++) {
                ObjectNode json = rules.pack();
                String text = CanonicalJson.of(json);
                Pack pack = PackReader.read(text);
                ObjectNode line = RuleFolder.JSON.createObjectNode().put("pack", text);
                ArrayNode people = line.putArray("people");
                for (int n = 0; n < PEOPLE; n++) {
                    ObjectNode person = rules.person();
                    int asOf = rules.day();
                    people.addArray().add(Days.text(asOf)).add(person).add(said(pack, person, asOf, seen));
                }
                out.write(line.toString());
                out.write('\n');
            }
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(Outcome.class));
    }

    private static String said(Pack pack, ObjectNode person, int asOf, Set<Outcome> seen) {
        Answers answers = new Answers(pack.facts());
        assertThat(AnswerReader.read(pack, person, answers)).isEmpty();
        StringBuilder said = new StringBuilder();
        for (Programme programme : pack.programmes()) {
            Assessment each = Assessor.assess(programme, answers, asOf);
            seen.add(each.outcome());
            said.append(each.outcome().word())
                    .append(' ')
                    .append(text(each.day()))
                    .append(' ')
                    .append(text(each.applyBy()))
                    .append(' ');
            each.criteria()
                    .forEach(criterion -> said.append(criterion.verdict())
                            .append(criterion
                                    .role()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .charAt(0)));
            said.append(' ')
                    .append(each.missing().stream().map(Fact::id).collect(Collectors.joining(",")))
                    .append(' ')
                    .append(each.documents().size())
                    .append(each.next().size())
                    .append(' ')
                    .append(each.changes().stream()
                            .map(change -> Days.text(change.on()) + "="
                                    + change.outcome().word())
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        Fact next = Assessor.next(pack, answers, asOf, new HashSet<>());
        return said.append(next == null ? "-" : next.id()).toString();
    }

    private static String text(Span span) {
        return span == null ? "-" : Days.text(span.first()) + "/" + Days.text(span.last());
    }
}
