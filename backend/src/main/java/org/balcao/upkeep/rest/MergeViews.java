package org.balcao.upkeep.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.Json;
import org.balcao.upkeep.model.Merged;
import org.balcao.upkeep.usecase.MergeRecords.Proposed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of records that may be, or were made, one. */
interface MergeViews {

    @Schema(name = "OneOfTwo")
    record OneView(
            UUID id,

            @Schema(description = "What it says, in the words of HSDS.")
            JsonNode body) {}

    @Schema(name = "Duplicate", description = "Two records that may be the same thing in the world.")
    record DuplicateView(
            UUID id,
            String type,

            @Schema(description = "What speaks for it, and against it.")
            List<String> reasons,

            @Schema(description = "Of a hundred.") int score,
            OneView one,
            OneView other) {
        static DuplicateView of(Proposed proposed) {
            return new DuplicateView(
                    proposed.duplicate().id(),
                    Kind.of(proposed.duplicate().kind()).plural(),
                    proposed.duplicate().reasons(),
                    proposed.duplicate().score(),
                    new OneView(proposed.duplicate().one(), proposed.one()),
                    new OneView(proposed.duplicate().other(), proposed.other()));
        }
    }

    @Schema(name = "NewMerge")
    record MergeBody(
            @Schema(
                    required = true,
                    enumeration = {"organizations", "services", "locations"})
            String type,

            @Schema(required = true) UUID keep,
            @Schema(required = true) UUID drop,

            @Schema(required = true, maxLength = 300) String reason) {}

    @Schema(name = "Merge", description = "A record that was merged into another.")
    record MergeView(
            UUID id,
            String type,
            UUID kept,
            UUID dropped,

            @Schema(description = "What it was called.") String name,
            String reason,

            @Schema(description = "Fields that the one that is kept took from the other.")
            List<String> filled,

            Instant at,

            @Schema(description = "Absent while they are one.")
            Instant undoneAt) {
        static MergeView of(Merged merged) {
            return new MergeView(
                    merged.id(),
                    Kind.of(merged.kind()).plural(),
                    merged.kept(),
                    merged.dropped(),
                    merged.gone().path(0).path("body").path("name").asText(""),
                    merged.reason(),
                    List.copyOf(Json.names((ObjectNode) merged.filled())),
                    merged.at(),
                    merged.undoneAt());
        }
    }
}
