package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the directory holds and where it comes from. */
@Schema(name = "About")
public record AboutView(
        String name,
        String version,
        @Schema(description = "When the newest load ended.") Instant loadedAt,

        @Schema(description = "Organizations, services, active services, locations, taxonomy terms and places.")
        Map<String, Long> counts,

        @Schema(description = "Services by how sure we are of them.")
        Map<String, Long> confidence,

        @Schema(description = "Languages spoken, and at how many active services.")
        List<SpokenView> languages,

        Licence licence,
        List<Credit> credits,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "What the newest load did not take, and why.")
        List<LeftOutView> leftOut,

        LoadView load) {

    /** A language spoken at services. */
    @Schema(name = "SpokenLanguage")
    public record SpokenView(String code, long services) {}

    /** The licence of the data. */
    @Schema(name = "Licence")
    public record Licence(String name, String url) {}

    /** Whom to thank. */
    @Schema(name = "Credit")
    public record Credit(String text, String url) {}

    /** A record that was not taken. */
    @Schema(name = "LeftOut")
    public record LeftOutView(String kind, String sourceId, String reason) {}

    /** What the newest load did. */
    @Schema(name = "Load")
    public record LoadView(long created, long updated, long kept, long leftOut) {}
}
