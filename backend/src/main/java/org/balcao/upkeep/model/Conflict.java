package org.balcao.upkeep.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Two say different things of one field; the one with the better right stays until a person settles it.
 *
 * @param heldBy the source that holds the field
 * @param offeredBy the source that says otherwise
 */
public record Conflict(
        UUID id,
        UUID recordId,
        String kind,
        String field,
        JsonNode current,
        JsonNode offered,
        String heldBy,
        String offeredBy,
        Instant at) {}
