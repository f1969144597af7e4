package org.balcao.sync.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What one of the national team wants to do, and what a second one has to confirm before it is done.
 *
 * @param about what it is about, in words
 * @param details what the action needs, as it was when it was proposed
 * @param proposedBy subject of the identity provider
 * @param decidedBy who confirmed or turned it down; null while it waits
 */
public record Proposal(
        UUID id,
        Action action,
        String about,
        JsonNode details,
        String reason,
        State state,
        String proposedBy,
        Instant at,
        String decidedBy,
        Instant decidedAt) {
    /** What is done once it is confirmed. */
    public enum Action {
        MERGE,
        UNDO_MERGE,
        RELEASE_LOCK,
        SETTLE_CONFLICT,
        CONFIRM_SOURCE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum State {
        WAITING,
        CONFIRMED,
        REJECTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
