package org.balcao.eligibility.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.StrictJson;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;

/**
 * What is asked of the rules about one person.
 *
 * @param asked facts that are not asked again, answered or not
 */
record Check(Answers answers, int asOf, Set<Fact> asked, List<Programme> programmes) {

    private static final Set<String> FIELDS = Set.of("facts", "as_of", "asked", "programmes");
    private static final int DEEPEST = 8;

    private static final JsonMapper JSON = StrictJson.nestedAtMost(DEEPEST);

    /** @param today used where the body names no day */
    static Check of(String body, Pack pack, int today) {
        JsonNode json = parse(body);
        List<FieldError> errors = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                errors.add(new FieldError("", "has an unknown field"));
            }
        });
        Answers answers = new Answers(pack.facts());
        if (!json.path("facts").isObject()) {
            errors.add(new FieldError("/facts", "is not an object"));
        } else {
            AnswerReader.read(pack, json.get("facts"), answers)
                    .forEach(wrong -> errors.add(new FieldError("/facts/" + wrong.fact(), wrong.problem())));
        }
        int[] day = json.has("as_of") ? Days.span(json.get("as_of").asText()) : new int[] {today, today};
        if (day == null || day[0] != day[1]) {
            errors.add(new FieldError("/as_of", "must be a date from 1900 to 2199, such as 2026-11-25"));
        }
        Set<Fact> asked = new HashSet<>();
        for (String id : ids(json, "asked", errors)) {
            pack.fact(id)
                    .ifPresentOrElse(asked::add, () -> errors.add(new FieldError("/asked", "has an unknown fact")));
        }
        List<String> wanted = ids(json, "programmes", errors);
        List<Programme> programmes = pack.programmes().stream()
                .filter(each -> wanted.isEmpty() || wanted.contains(each.id()))
                .toList();
        if (!wanted.isEmpty() && programmes.size() != Set.copyOf(wanted).size()) {
            errors.add(new FieldError("/programmes", "has an unknown programme"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_BODY.at(errors);
        }
        return new Check(answers, day[0], asked, programmes);
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException broken) {
            throw ProblemType.INVALID_BODY.at("", "is not JSON, is nested too deeply or has a name twice");
        }
        throw ProblemType.INVALID_BODY.at("", "is not an object");
    }

    private static List<String> ids(JsonNode json, String name, List<FieldError> errors) {
        List<String> ids = new ArrayList<>();
        JsonNode given = json.path(name);
        if (!given.isMissingNode() && !given.isArray()) {
            errors.add(new FieldError("/" + name, "is not a list"));
        }
        given.forEach(each -> ids.add(each.asText()));
        return ids;
    }
}
