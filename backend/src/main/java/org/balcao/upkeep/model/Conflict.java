package org.balcao.upkeep.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Two say different things of one field; the one with the better right stays until a person settles it.
 *
 * @param heldBy the source that holds the field; {@link #REVIEW} where the national team has to look at what is offered
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
        Instant at) {
    /** Stands where a source would: what is offered is a name or a number that another is known by. */
    public static final String REVIEW = "review";
}
