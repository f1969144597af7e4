package org.balcao.sync.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One record of a run: what the feed says and what shall become of it.
 *
 * @param action create, update, keep, withdraw, skip, quarantine; null until planned
 * @param changes per field {@code {"field", "before", "after"}}
 * @param conflicts per field {@code {"field", "current", "offered", "held_by"}}
 * @param outcome created, updated, kept, withdrawn, skipped, quarantined; null until done
 */
public record Item(
        int seq,
        Kind kind,
        String externalId,
        boolean thin,
        int line,
        ObjectNode body,
        String fingerprint,
        List<Problem> problems,
        String action,
        UUID recordId,
        JsonNode changes,
        JsonNode conflicts,
        String outcome) {
    public Item {
        problems = List.copyOf(problems);
    }

    /** The same record, with what shall become of it. */
    public Item planned(
            String what, UUID record, ObjectNode stated, JsonNode changed, JsonNode disputed, List<Problem> found) {
        return new Item(
                seq,
                kind,
                externalId,
                thin,
                line,
                stated,
                fingerprint,
                found,
                what,
                record,
                changed,
                disputed,
                outcome);
    }

    /** The same plan, but this becomes of it, for one more reason. */
    public Item instead(String what, Problem reason) {
        List<Problem> reasons = new ArrayList<>(problems);
        reasons.add(reason);
        return planned(what, recordId, body, changes, conflicts, reasons);
    }

    public boolean isWrong() {
        return body == null || problems.stream().anyMatch(Problem::keepsBack);
    }
}
