package org.balcao.sync.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Published.Change;
import org.balcao.sync.usecase.ReadChanges;
import org.balcao.sync.usecase.ReadChanges.Changes;
import org.balcao.sync.usecase.WriteDumps;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For who keeps a copy of the directory: all of it once a day, and what changed since. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "sync")
public class CopiesResource {
    private static final int USUAL = 500;
    private static final int MOST = 1_000;

    @Schema(name = "Changes")
    record ChangesView(
            List<ChangeView> contents,

            @Schema(description = "Where to go on: the seq of the last one, or what was asked if there is none.")
            long after,

            @Schema(description = "There are more already.") boolean more) {}

    @Schema(
            name = "Change",
            description =
                    "A record was created, changed or removed. A removal stays in the log for at least two years.")
    record ChangeView(
            long seq,

            @Schema(
                    enumeration = {
                        "organization",
                        "program",
                        "service",
                        "location",
                        "service_at_location",
                        "taxonomy",
                        "taxonomy_term",
                        "one_stop_centre",
                        "place"
                    })
            String type,

            UUID id,

            @Schema(enumeration = {"created", "updated", "removed"})
            String action,

            Instant at,

            @Schema(description = "If it was asked for: the record as it is now. Absent if it is not there any more.")
            JsonNode record) {
        static ChangeView of(Change change, JsonNode record) {
            return new ChangeView(change.seq(), change.type(), change.id(), change.action(), change.at(), record);
        }
    }

    @Schema(name = "Dumps")
    record DumpsView(
            Instant madeAt,

            @Schema(description = "The newest change that is in them: ask for changes after it.")
            long seq,

            LicenceView licence,
            List<DumpView> files) {}

    @Schema(name = "DumpLicence")
    record LicenceView(String name, String url) {}

    @Schema(name = "Dump")
    record DumpView(
            @Schema(description = "Below /api/dumps/.") String name,
            String description,
            String mediaType,
            long bytes,
            String sha256,
            Integer records) {}

    private final ReadChanges readChanges;
    private final WriteDumps writeDumps;

    CopiesResource(ReadChanges readChanges, WriteDumps writeDumps) {
        this.readChanges = readChanges;
        this.writeDumps = writeDumps;
    }

    @GET
    @Path("/changes")
    @Operation(
            operationId = "listChanges",
            summary = "What changed, oldest first",
            description =
                    "Nothing is ever missed: a change gets its number when it becomes visible. A record stands as often as it changed; the record "
                            + "itself is read at its own address, and answers 410 once it was removed.")
    @APIResponse(
            responseCode = "200",
            description = "Some of them",
            content = @Content(schema = @Schema(implementation = ChangesView.class)))
    public Response changes(
            @Parameter(
                            description = "A number of the log; 0 for the beginning.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @QueryParam("after")
                    String after,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "500"))
                    @QueryParam("limit")
                    String limit,
            @Parameter(
                            description = "With each change the record as it is now, as the dump has it.",
                            schema = @Schema(enumeration = "records"))
                    @QueryParam("include")
                    String include) {
        long from = number("after", after, 0, 0, Long.MAX_VALUE);
        int most = (int) number("limit", limit, USUAL, 1, MOST);
        if (include != null && !include.equals("records")) {
            throw ProblemType.INVALID_QUERY.at("include", "is not records");
        }
        Changes found = readChanges.after(from, most, include != null);
        List<ChangeView> changes = found.changes().stream()
                .map(change -> ChangeView.of(change, found.records().get(change.id())))
                .toList();
        return Response.ok(new ChangesView(
                        changes, changes.isEmpty() ? from : changes.getLast().seq(), changes.size() == most))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static long number(String field, String text, long usual, long least, long most) {
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException word) {
            // said below
        }
        throw ProblemType.INVALID_QUERY.at(field, "must be a whole number from " + least + " to " + most);
    }

    @GET
    @Path("/dumps")
    @Operation(operationId = "listDumps", summary = "Everything as files, made once a day")
    @APIResponse(
            responseCode = "200",
            description = "The files, with their sums",
            content = @Content(schema = @Schema(implementation = DumpsView.class)))
    public Response dumps() {
        JsonNode manifest = writeDumps
                .manifest()
                .orElseThrow(
                        () -> ProblemType.NOT_FOUND.because("The first dump is being made; ask again in a minute."));
        return Response.ok(Json.text(manifest))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @GET
    @Path("/dumps/{name}")
    @Produces({"application/zip", "application/x-ndjson"})
    @Operation(operationId = "getDump", summary = "One of the files")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response dump(
            @Parameter(schema = @Schema(enumeration = {WriteDumps.TABLES, WriteDumps.LINES})) String name) {
        JsonNode manifest = writeDumps.manifest().orElse(Json.MAPPER.createObjectNode());
        for (JsonNode file : manifest.path("files")) {
            if (file.path("name").asText().equals(name)) {
                return Response.ok(
                                writeDumps.file(name).toFile(),
                                file.path("media_type").asText())
                        .header(HttpHeaders.ETAG, "\"" + file.path("sha256").asText() + "\"")
                        .header(
                                "Repr-Digest",
                                "sha-256=:" + base64(file.path("sha256").asText()) + ":")
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                        .header("Content-Disposition", "attachment; filename=" + name)
                        .build();
            }
        }
        throw ProblemType.NOT_FOUND.because("There is no such dump.");
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
