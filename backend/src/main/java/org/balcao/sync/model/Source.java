package org.balcao.sync.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Where records come from.
 *
 * @param organizationId whose it is; null of the national team's own
 * @param ownExternalId the id that the source has for that organization, or null if it publishes no organizations
 * @param publishesOthers organizations besides its own are taken too
 * @param columnMap of a spreadsheet, as JSON, or null
 * @param confirmed false of a source that the national team made, until a second person of the team has confirmed it
 */
public record Source(
        String id,
        String name,
        UUID organizationId,
        String ownExternalId,
        boolean publishesOthers,
        String columnMap,
        boolean confirmed,
        Instant createdAt) {}
