package org.balcao.upkeep.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reader says is wrong with a record.
 *
 * @param about wrong, closed, moved, scam, other
 * @param field which one, if they said so
 * @param proposed what it should say, or null
 * @param remark in their words, or null
 * @param state open, taken, rejected
 */
public record Correction(
        UUID id,
        String kind,
        UUID recordId,
        UUID organizationId,
        String about,
        String field,
        String proposed,
        String remark,
        String state,
        Instant at,
        Instant decidedAt) {}
