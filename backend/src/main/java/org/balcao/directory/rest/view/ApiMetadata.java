package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@code GET /} of an HSDS API says of itself. */
@Schema(name = "ApiMetadata")
public record ApiMetadata(
        @Schema(description = "The version of HSDS.") String version,
        @Schema(format = "uri") String profile,
        @JsonProperty("openapi_url") @Schema(format = "uri") String openapiUrl,
        String description,
        Publisher publisher) {

    /** Who runs this API. */
    @Schema(name = "Publisher")
    public record Publisher(String name, String identifier, String email, String website) {}
}
