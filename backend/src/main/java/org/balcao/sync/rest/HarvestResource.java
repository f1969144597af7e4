package org.balcao.sync.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Harvest;
import org.balcao.sync.model.Source;
import org.balcao.sync.usecase.KeepHarvests;
import org.balcao.sync.usecase.ReceiveRun;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sources that are fetched from where their organization publishes them. */
@Path("/sources/{source}/harvest")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.PARTNER_CLIENT, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "sync")
public class HarvestResource {
    private static final int LONGEST = 500;
    private static final int MOST_HOURS = 720;

    @Schema(name = "Harvest", description = "Where a source is fetched, how often, and how the last time went.")
    record HarvestView(
            String url,
            String kind,
            String mode,
            int everyHours,
            Instant nextAt,
            Instant askedAt,

            @Schema(
                    description =
                            "Why the last time went wrong: a word (not_an_address, address_not_public, not_reachable, too_slow, too_large, refused, "
                                    + "not_hsds), a colon and a sentence.")
            String problem,

            @Schema(description = "The delivery that came of it last.")
            UUID runId) {
        static HarvestView of(Harvest harvest) {
            return new HarvestView(
                    harvest.url(),
                    harvest.kind(),
                    harvest.mode(),
                    harvest.everyHours(),
                    harvest.nextAt(),
                    harvest.askedAt(),
                    harvest.problem(),
                    harvest.runId());
        }
    }

    @Schema(name = "NewHarvest")
    record HarvestBody(
            @Schema(required = true, description = "Begins with https:// and leads to the public internet.")
            String url,

            @Schema(
                    required = true,
                    description = "A file of any format that can be delivered, or the base address of an HSDS API.",
                    enumeration = {"file", "hsds"})
            String kind,

            @Schema(
                    description = "A snapshot withdraws what is no longer there.",
                    enumeration = {"upsert", "snapshot"},
                    defaultValue = "upsert")
            String mode,

            @Schema(defaultValue = "24", minimum = "1", maximum = "720")
            Integer everyHours) {}

    private final Callers callers;
    private final ReceiveRun receiveRun;
    private final KeepHarvests keepHarvests;

    HarvestResource(Callers callers, ReceiveRun receiveRun, KeepHarvests keepHarvests) {
        this.callers = callers;
        this.receiveRun = receiveRun;
        this.keepHarvests = keepHarvests;
    }

    @GET
    @Operation(operationId = "getHarvest", summary = "Where a source is fetched")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HarvestView.class)))
    public Response get(String source) {
        return unkept(keepHarvests.find(mine(source)).orElseThrow(KeepHarvests::none), Response.Status.OK);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "saveHarvest", summary = "Fetch a source from an address, now and then")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = HarvestView.class)))
    public Response save(String source, HarvestBody body) {
        Source mine = writable(source);
        if (body == null || body.url() == null || body.url().length() > LONGEST) {
            throw ProblemType.UNPROCESSABLE.at("/url", "is missing, or longer than " + LONGEST);
        }
        if (body.kind() == null || !Set.of("file", "hsds").contains(body.kind())) {
            throw ProblemType.UNPROCESSABLE.at("/kind", "must be one of file, hsds");
        }
        String mode = body.mode() == null ? "upsert" : body.mode();
        if (!Set.of("upsert", "snapshot").contains(mode)) {
            throw ProblemType.UNPROCESSABLE.at("/mode", "must be one of upsert, snapshot");
        }
        int hours = body.everyHours() == null ? 24 : body.everyHours();
        if (hours < 1 || hours > MOST_HOURS) {
            throw ProblemType.UNPROCESSABLE.at("/every_hours", "must be a number from 1 to " + MOST_HOURS);
        }
        return unkept(
                keepHarvests.save(callers.publisher(), mine, body.url(), body.kind(), mode, hours), Response.Status.OK);
    }

    @DELETE
    @Operation(operationId = "deleteHarvest", summary = "Fetch it no more")
    @APIResponse(responseCode = "204", description = "What was delivered stays")
    public Response delete(String source) {
        keepHarvests.delete(writable(source));
        return Response.noContent().build();
    }

    @POST
    @Path("/runs")
    @Operation(operationId = "harvestNow", summary = "Fetch it now")
    @APIResponse(
            responseCode = "202",
            description = "It is fetched within a minute",
            content = @Content(schema = @Schema(implementation = HarvestView.class)))
    public Response now(String source) {
        return unkept(keepHarvests.now(writable(source)), Response.Status.ACCEPTED);
    }

    private Source mine(String source) {
        return receiveRun.mine(callers.publisher(), source);
    }

    private Source writable(String source) {
        return receiveRun.writable(callers.publisher(), source);
    }

    private static Response unkept(Harvest harvest, Response.Status status) {
        return Response.status(status)
                .entity(HarvestView.of(harvest))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
