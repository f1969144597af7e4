package org.balcao.sync.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.rest.SyncViews.ItemView;
import org.balcao.sync.rest.SyncViews.TakenOverBody;
import org.balcao.sync.rest.SyncViews.WithdrawnView;
import org.balcao.sync.store.Json;
import org.balcao.sync.usecase.NameRecords;
import org.balcao.sync.usecase.ReceiveRun;
import org.balcao.sync.usecase.WorkRuns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** One record of a source, by what the source calls it. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.PARTNER_CLIENT, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "sync")
public class SourceRecordsResource {
    private static final String ORGANIZATIONS = "organizations";
    private static final String PROGRAMS = "programs";
    private static final String SERVICES = "services";
    private static final String LOCATIONS = "locations";
    private static final String PLACES = "service_at_locations";
    private static final int PAGE = 100;
    private static final int LONGEST_ID = 200;

    private final Callers callers;
    private final ReceiveRun receiveRun;
    private final WorkRuns workRuns;
    private final NameRecords nameRecords;

    SourceRecordsResource(Callers callers, ReceiveRun receiveRun, WorkRuns workRuns, NameRecords nameRecords) {
        this.callers = callers;
        this.receiveRun = receiveRun;
        this.workRuns = workRuns;
        this.nameRecords = nameRecords;
    }

    @PUT
    @Path("/{source}/{type}/{externalId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deliverRecord",
            summary = "Deliver one record, and wait for what becomes of it",
            description = "An HSDS 3 object; its id is the one of the address. The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response deliver(
            String source,
            @Parameter(schema = @Schema(enumeration = {ORGANIZATIONS, PROGRAMS, SERVICES, LOCATIONS, PLACES}))
                    String type,
            String externalId,
            JsonNode body) {
        Source mine = writable(source);
        Kind kind = kind(type);
        if (!(body instanceof ObjectNode record)) {
            throw ProblemType.INVALID_BODY.because("The body is no object");
        }
        ObjectNode line = record.deepCopy();
        line.put("id", externalId);
        line.put("kind", kind.word());
        Run run = workRuns.now(mine, new ByteArrayInputStream(Json.text(line).getBytes(StandardCharsets.UTF_8)));
        Item item = receiveRun.items(run, null, 0, PAGE).stream()
                .filter(each -> each.kind() == kind && !each.thin())
                .findFirst()
                .orElseThrow(() -> ProblemType.UNPROCESSABLE.because("The body cannot be read as such a record."));
        if ("quarantined".equals(item.outcome())) {
            throw ProblemType.UNPROCESSABLE.at(item.problems().stream()
                    .filter(problem -> problem.keepsBack())
                    .map(problem -> new FieldError(
                            problem.pointer(),
                            problem.message() + (problem.nearest() == null ? "" : "; perhaps " + problem.nearest())))
                    .toList());
        }
        return Response.ok(ItemView.of(item)).build();
    }

    @DELETE
    @Path("/{source}/{type}/{externalId}")
    @Operation(
            operationId = "withdrawRecord",
            summary = "Withdraw one record that one's own system no longer has",
            description =
                    "Its address answers 410 from then on. One that another source has too, or that was merged, stays.")
    @APIResponse(responseCode = "200", description = "What became of it")
    public WithdrawnView withdraw(
            String source,
            @Parameter(schema = @Schema(enumeration = {ORGANIZATIONS, PROGRAMS, SERVICES, LOCATIONS, PLACES}))
                    String type,
            String externalId) {
        boolean gone = nameRecords.withdraw(writable(source), kind(type), externalId);
        return new WithdrawnView(gone ? "withdrawn" : "kept");
    }

    @PUT
    @Path("/{source}/{type}/{externalId}/record")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "takeOverRecord",
            summary = "Say which record that is here already is one of one's own system",
            description = "The next delivery changes it, and makes no second one.")
    @APIResponse(responseCode = "204", description = "It is known")
    public void takeOver(
            String source,
            @Parameter(schema = @Schema(enumeration = {ORGANIZATIONS, PROGRAMS, SERVICES, LOCATIONS, PLACES}))
                    String type,
            String externalId,
            TakenOverBody body) {
        if (body == null || body.recordId() == null) {
            throw ProblemType.UNPROCESSABLE.at("/record_id", "is missing");
        }
        if (externalId.length() > LONGEST_ID) {
            throw ProblemType.UNPROCESSABLE.at("externalId", "is longer than " + LONGEST_ID);
        }
        nameRecords.takeOver(writable(source), kind(type), externalId, body.recordId());
    }

    private static Kind kind(String type) {
        return Kind.ofPlural(type).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such type of record."));
    }

    private Source writable(String source) {
        return receiveRun.writable(callers.publisher(), source);
    }
}
