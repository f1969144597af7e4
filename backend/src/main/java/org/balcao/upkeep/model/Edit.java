package org.balcao.upkeep.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change that a person made, or wants to make, to a record.
 *
 * @param changes per field {@code {"field", "before", "after"}}
 * @param lockedUntil the last day on which nobody else may change these fields; null if they are not locked
 * @param state waiting for a second person, applied, rejected, rolled_back
 * @param editedBy subject of the identity provider
 * @param decidedBy the second person, or null
 * @param rollsBack the edit that this one takes back, or null
 */
public record Edit(
        UUID id,
        String kind,
        UUID recordId,
        UUID organizationId,
        JsonNode changes,
        String reason,
        LocalDate lockedUntil,
        String state,
        String editedBy,
        String role,
        Instant at,
        String decidedBy,
        Instant decidedAt,
        UUID rollsBack) {
    public boolean isWaiting() {
        return state.equals("waiting");
    }
}
