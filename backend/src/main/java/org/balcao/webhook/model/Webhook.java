package org.balcao.webhook.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address of somebody who wants to be told of changes.
 *
 * @param organizationId whose it is; null of the national team's
 * @param kinds of which records; all if empty
 * @param offBecause gone, failing; null while it is on, or if a person switched it off
 * @param failures in a row
 */
public record Webhook(
        UUID id,
        UUID organizationId,
        String url,
        List<String> kinds,
        boolean active,
        String offBecause,
        long seq,
        int failures,
        Instant failingSince,
        Instant pausedUntil,
        String createdBy,
        Instant createdAt) {
    public Webhook {
        kinds = List.copyOf(kinds);
    }
}
