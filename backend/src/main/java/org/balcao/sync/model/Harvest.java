package org.balcao.sync.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a source is fetched, how often, and how the last time went.
 *
 * @param kind file: anything that can be delivered; hsds: the base address of an HSDS API
 * @param etag of the file that was fetched last
 * @param modifiedSince of an API: only what was modified since is asked for; null for everything
 * @param wholeAt when everything was asked for last
 * @param problem why the last time went wrong, in a word and a sentence; null if it went well
 * @param runId the run that came of it last
 */
public record Harvest(
        String source,
        String url,
        String kind,
        String mode,
        int everyHours,
        String etag,
        Instant modifiedSince,
        Instant wholeAt,
        Instant nextAt,
        Instant askedAt,
        String problem,
        UUID runId) {}
