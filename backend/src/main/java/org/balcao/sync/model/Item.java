package org.balcao.sync.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    public boolean isWrong() {
        return body == null || problems.stream().anyMatch(Problem::keepsBack);
    }
}
