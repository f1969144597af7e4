package org.balcao.upkeep.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * A record that was merged into another, and what takes it back.
 *
 * @param gone what is not there any more: {@code [{"kind", "id", "into", "body"}]}, the record itself first
 * @param filled fields of what was kept that came from what was dropped, with what they say
 * @param moved what pointed at what was dropped: {@code [{"table", "column", "ids"}]}
 * @param sources what sources call it: {@code [{"source", "kind", "external_id"}]}
 * @param by subject of the identity provider
 * @param undoneAt null while it holds
 */
public record Merged(
        UUID id,
        String kind,
        UUID kept,
        UUID dropped,
        String reason,
        JsonNode gone,
        JsonNode filled,
        JsonNode moved,
        JsonNode sources,
        String by,
        String role,
        Instant at,
        Instant undoneAt) {}
