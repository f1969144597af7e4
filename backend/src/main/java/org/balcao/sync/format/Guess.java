package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.balcao.sync.model.Kind;

/** What an HSDS object is, when it does not stand where that is said. */
final class Guess {
    private Guess() {}

    /** @return null if it cannot be told */
    static Kind kindOf(JsonNode record) {
        if (record.has("location_type") || has(record, "latitude", "transportation", "physical_addresses")) {
            return Kind.LOCATION;
        }
        if (has(record, "service", "service_id") && has(record, "location", "location_id")) {
            return Kind.SERVICE_AT_LOCATION;
        }
        if (has(record, "taxonomy_detail", "term_uri", "taxonomy_id", "taxonomy")) {
            return Kind.TAXONOMY_TERM;
        }
        if (has(record, "organization", "organization_id", "service_at_locations", "application_process", "status")) {
            return has(record, "status", "organization", "service_at_locations") ? Kind.SERVICE : Kind.PROGRAM;
        }
        if (has(record, "uri", "version") && !has(record, "website", "email", "legal_status", "tax_id")) {
            return Kind.TAXONOMY;
        }
        return record.has("name") ? Kind.ORGANIZATION : null;
    }

    private static boolean has(JsonNode record, String... names) {
        return Stream.of(names).anyMatch(record::has);
    }
}
