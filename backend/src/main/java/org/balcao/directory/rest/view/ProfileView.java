package org.balcao.directory.rest.view;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile of HSDS. */
@Schema(name = "Profile")
public record ProfileView(
        String name,
        String version,
        String base,
        String description,

        @Schema(description = "JSON Merge Patches (RFC 7386) by the name of the HSDS schema.")
        Map<String, Object> patches) {}
