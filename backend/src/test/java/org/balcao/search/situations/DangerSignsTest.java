package org.balcao.search.situations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.search.situations.DangerSigns.Signs;
import org.balcao.shared.TextLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks of a danger where the bank is not at hand. */
class DangerSignsTest {
    private static final int ENOUGH = -2;
    private static final int CLOSE = 2;
    private static final double MOST_MISSED = 0.15;

    /** The same words are cut in {@code frontend/src/sw/dangers.test.ts}. */
    @ParameterizedTest
    @CsvSource({
        "Não tenho onde dormir, '[dormi, nao, onde, tenho]'",
        "و\u0627\u0644\u0634\u0627\u0631\u0639, '[\u0627\u0631\u0639, \u0634\u0627\u0631]'",
        "पति मारता है, '[पति, मारता, है]'",
        "没地方, '[地, 地方, 方, 没, 没地]'",
    })
    void aTextIsCutAsADeviceCutsIt(String text, String parts) {
        assertThat(Beginnings.of(text)).hasToString(parts);
    }

    @Test
    void questionsOfPeopleInDangerAreMostlyKnownForWhatTheyAre() throws IOException {
        JsonNode questions;
        try (InputStream file = getClass().getResourceAsStream("/search/danger-tuning.yaml")) {
            questions = new ObjectMapper(new YAMLFactory()).readTree(file).path("questions");
        }
        int asked = 0;
        int missed = 0;
        for (String language : TextLanguages.OF_THE_PAGE) {
            List<Signs> signs = DangerSigns.of(language);
            for (JsonNode question : questions) {
                if (question.path("language").asText().equals(language)) {
                    asked++;
                    missed += isTold(question, signs) ? 0 : 1;
                }
            }
        }
        assertThat((double) missed / asked).isLessThanOrEqualTo(MOST_MISSED);
    }

    private static boolean isTold(JsonNode question, List<Signs> all) {
        Set<String> beginnings = Beginnings.of(question.path("text").asText());
        int most = all.stream().mapToInt(each -> sum(each, beginnings)).max().orElseThrow();
        Signs right = all.stream()
                .filter(each -> each.kind().equals(question.path("situation").asText()))
                .findFirst()
                .orElseThrow();
        return sum(right, beginnings) >= Math.max(ENOUGH, most - CLOSE);
    }

    private static int sum(Signs signs, Set<String> beginnings) {
        return signs.base()
                + signs.signs().entrySet().stream()
                        .filter(each -> beginnings.contains(each.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
    }
}
