package org.balcao.webhook.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One event for one webhook.
 *
 * @param id the same at every try
 * @param event what is signed and sent, byte by byte
 * @param state waiting, delivered, parked
 * @param status what was answered last, or null if nobody answered
 * @param problem why it did not go well, in a word, or null
 */
public record Message(
        UUID webhookId,
        String id,
        long seq,
        String event,
        String state,
        int tries,
        Instant nextAt,
        Integer status,
        String problem,
        Instant queuedAt,
        Instant doneAt) {}
