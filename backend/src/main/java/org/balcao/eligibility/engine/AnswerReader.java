package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what a person answered, as JSON by the ids of facts: {@code true}; a code, or a list of those it may be; a date as
 * {@code 2024-08-31}, {@code 2024-08} or {@code 2024}; a number, or {@code {"least": …, "most": …}} with either left out; {@code null} for what
 * is not known.
 */
public final class AnswerReader {

    /** What is wrong with an answer, by the fact's id. The answer itself is not repeated: it may be a person's. */
    public record Wrong(String fact, String problem) {}

    private AnswerReader() {}

    /** @param answers is filled; what is wrong in it is left out and told */
    public static List<Wrong> read(Pack pack, JsonNode json, Answers answers) {
        List<Wrong> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            Fact fact = pack.fact(each.getKey()).orElse(null);
            if (fact == null) {
                wrong.add(
                        new Wrong(each.getKey().length() > 64 ? "?" : each.getKey(), "is no fact that the rules know"));
            } else if (!each.getValue().isNull() && !set(fact, each.getValue(), answers)) {
                wrong.add(new Wrong(fact.id(), expected(fact)));
            }
        }
        return wrong;
    }

    private static boolean set(Fact fact, JsonNode value, Answers answers) {
        return switch (fact.kind()) {
            case BOOL -> {
                if (value.isBoolean()) {
                    answers.setCodes(fact, value.booleanValue() ? 1 : 2);
                }
                yield value.isBoolean();
            }
            case CODE -> setCodes(fact, value, answers);
            case DATE -> {
                int[] span = value.isTextual() ? Days.span(value.textValue()) : null;
                if (span != null) {
                    answers.setRange(fact, span[0], span[1]);
                }
                yield span != null;
            }
            case INT -> setNumber(fact, value, answers);
        };
    }

    private static boolean setCodes(Fact fact, JsonNode value, Answers answers) {
        int codes = 0;
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            int at = each.isTextual() ? fact.codes().indexOf(each.textValue()) : -1;
            if (at < 0) {
                return false;
            }
            codes |= 1 << at;
        }
        if (codes == 0) {
            return false;
        }
        answers.setCodes(fact, codes);
        return true;
    }

    private static boolean setNumber(Fact fact, JsonNode value, Answers answers) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                if (!List.of("least", "most").contains(each.getKey())
                        || !each.getValue().canConvertToExactIntegral()) {
                    return false;
                }
            }
        } else if (!value.isNumber() || !value.canConvertToExactIntegral()) {
            return false;
        }
        JsonNode least = value.isObject() ? value.get("least") : value;
        JsonNode most = value.isObject() ? value.get("most") : value;
        if (least != null && !least.canConvertToLong() || most != null && !most.canConvertToLong()) {
            return false;
        }
        long low = least == null ? fact.least() : least.longValue();
        long high = most == null ? fact.most() : most.longValue();
        if (low > high || low < fact.least() || high > fact.most()) {
            return false;
        }
        answers.setRange(fact, low, high);
        return true;
    }

    private static String expected(Fact fact) {
        return switch (fact.kind()) {
            case BOOL -> "is neither true nor false";
            case CODE -> "is none of " + String.join(", ", fact.codes()) + ", nor a list of them";
            case DATE -> "is no date from 1900 to 2199, as 2024-08-31, 2024-08 or 2024";
            case INT -> "is no whole number from %d to %d, nor least and most".formatted(fact.least(), fact.most());
        };
    }
}
