package org.balcao.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
    private static String field(String json) throws IOException {
        try {
            JsonBodies.check(json.getBytes(StandardCharsets.UTF_8));
            return "nothing";
        } catch (Problem refused) {
            return refused.errors().getFirst().field();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": {\"b\": [1, \"x\\u0000\"]}} | /a/b/1",
                "{\"column_map\": {\"\\u0000\": \"id\"}} | /column_map/\ufffd",
                "{\"a\": \"\\ud800\"} | /a",
                "{\"a\": [1e-999999999]} | /a/0",
                "{\"a\": 1e99999999999} | /a",
                "{\"a\": \"\\udc00\\ud800\"} | /a",
                "{\"a\": 1, \"b\": {\"a\": 1}, \"a\": 2} | /a",
            })
    void theFieldThatCannotBeStoredIsNamed(String json, String field) throws IOException {
        assertThat(field(json)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": \"\\ud83d\\ude00\", \"b\": {\"a\": [{\"a\": 1}, {\"a\": 1}]}}",
                "",
                "{",
                "[1, 2",
                "nonsense",
                "\"\\x\""
            })
    void whatIsRightPassesAndWhatIsNoJsonIsLeftToItsReader(String json) {
        assertThatCode(() -> JsonBodies.check(json.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 900})
    void noBodyIsNestedWithoutEnd(int depth) throws IOException {
        assertThat(field("[".repeat(depth) + "]".repeat(depth))).isEmpty();
    }
}
