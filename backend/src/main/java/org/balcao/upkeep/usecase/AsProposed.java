package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import org.balcao.shared.problem.Problem;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.Json;

/** A second person confirms what the first one saw: what has changed since is proposed again. */
final class AsProposed {
    private AsProposed() {}

    /**
     * @param field of the details, where the fingerprint lies
     * @param now what it is about, as it is now
     */
    static void check(JsonNode details, String field, JsonNode now) {
        if (!Json.fingerprint(now).equals(details.path(field).asText())) {
            throw changed();
        }
    }

    static Problem changed() {
        return ProblemType.CONFLICT.because("What was proposed has changed since; propose it again.");
    }
}
