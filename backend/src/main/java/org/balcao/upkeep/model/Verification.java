package org.balcao.upkeep.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looked whether a service is as it is listed.
 *
 * @param way phone, visit, mail, website, or page: said on our page by who gives it
 * @param outcome confirmed, changed, no_answer, closed
 * @param remark in their words, or null
 * @param by subject of the identity provider
 */
public record Verification(
        UUID id,
        UUID serviceId,
        UUID organizationId,
        String way,
        String outcome,
        String remark,
        String by,
        String role,
        Instant at) {}
