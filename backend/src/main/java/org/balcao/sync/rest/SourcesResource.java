package org.balcao.sync.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.rest.SyncViews.DecisionBody;
import org.balcao.sync.rest.SyncViews.ItemView;
import org.balcao.sync.rest.SyncViews.ItemsView;
import org.balcao.sync.rest.SyncViews.RunView;
import org.balcao.sync.rest.SyncViews.SourceBody;
import org.balcao.sync.rest.SyncViews.SourceView;
import org.balcao.sync.store.Json;
import org.balcao.sync.usecase.ReceiveRun;
import org.balcao.sync.usecase.WorkRuns;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What organizations deliver from their own systems. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.PARTNER_CLIENT, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "sync")
public class SourcesResource {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST_NAME = 200;
    private static final int PAGE = 200;
    private static final Set<String> MEANINGS = Set.of(
            "id",
            "name",
            "description",
            "status",
            "phone",
            "email",
            "url",
            "address",
            "postal_code",
            "city",
            "languages",
            "application_process",
            "required_documents",
            "fees_description");

    private final Callers callers;
    private final ReceiveRun receiveRun;
    private final WorkRuns workRuns;
    private final Clock clock;

    SourcesResource(Callers callers, ReceiveRun receiveRun, WorkRuns workRuns, Clock clock) {
        this.callers = callers;
        this.receiveRun = receiveRun;
        this.workRuns = workRuns;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listSources", summary = "The organization's sources; of the national team all")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SourceView.class)))
    public Response list() {
        return unkept(receiveRun.sources(callers.publisher()).stream()
                        .map(SourceView::of)
                        .toList())
                .build();
    }

    @PUT
    @Path("/{source}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveSource",
            summary = "Make or change a source",
            description =
                    "What the national team wants of a source waits for a second person of the team: a new one does nothing until then, and one that is there stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response save(String source, SourceBody body) {
        Caller caller = callers.publisher();
        if (!SOURCE.matcher(source).matches()) {
            throw ProblemType.UNPROCESSABLE.at("source", "must be a name of lower-case letters, digits and . _ -");
        }
        if (body == null
                || body.name() == null
                || body.name().isBlank()
                || body.name().length() > LONGEST_NAME) {
            throw ProblemType.UNPROCESSABLE.at("/name", "is missing, or longer than " + LONGEST_NAME);
        }
        if (body.ownExternalId() != null && !isShortText(body.ownExternalId())) {
            throw ProblemType.UNPROCESSABLE.at(
                    "/own_external_id",
                    "must be a text of 1 to " + LONGEST_NAME + " characters, without control characters");
        }
        if (body.columnMap() != null) {
            body.columnMap().forEach((column, meaning) -> {
                if (!isShortText(column)) {
                    throw ProblemType.UNPROCESSABLE.at(
                            "/column_map",
                            "must name columns of 1 to " + LONGEST_NAME + " characters, without control characters");
                }
                // a set of fixed words does not take null
                if (meaning == null || !MEANINGS.contains(meaning)) {
                    throw ProblemType.UNPROCESSABLE.at(
                            "/column_map",
                            "has a meaning that is none of "
                                    + String.join(
                                            ", ", MEANINGS.stream().sorted().toList()));
                }
            });
        }
        UUID organization = caller.role().equals(Role.NATIONAL_EDITOR) ? body.organizationId() : caller.organization();
        return unkept(SourceView.of(receiveRun.save(
                        caller,
                        new Source(
                                source,
                                body.name().strip(),
                                organization,
                                body.ownExternalId(),
                                Boolean.TRUE.equals(body.publishesOthers()),
                                body.columnMap() == null ? null : Json.text(body.columnMap()),
                                true,
                                clock.instant()))))
                .build();
    }

    @POST
    @Path("/{source}/runs")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "deliver",
            summary = "Deliver records",
            description =
                    "HSDS 3 JSON (a list, a page, one record), JSON Lines, a zipped tabular package of HSDS 3, 2.0, 1.1 or Ohana, ORUK 1.0 JSON, "
                            + "or a spreadsheet (CSV, XLSX); told by what is in it. Kept whole before this is answered, worked at afterwards.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "202",
            description = "Received; Location says where it can be watched",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response deliver(
            String source,
            @Parameter(
                            description = "A snapshot withdraws what it does not hold.",
                            schema =
                                    @Schema(
                                            enumeration = {"upsert", "snapshot"},
                                            defaultValue = "upsert"))
                    @QueryParam("mode")
                    String mode,
            @Parameter(description = "Plan only: nothing changes.", schema = @Schema(enumeration = {"true", "false"}))
                    @QueryParam("dry_run")
                    String dryRun,
            InputStream content) {
        Source mine = receiveRun.writable(callers.publisher(), source);
        if (mode != null && !Set.of("upsert", "snapshot").contains(mode)) {
            throw ProblemType.INVALID_QUERY.at("mode", "must be one of upsert, snapshot");
        }
        if (dryRun != null && !Set.of("true", "false").contains(dryRun)) {
            throw ProblemType.INVALID_QUERY.at("dry_run", "must be true or false");
        }
        Run run = receiveRun.receive(mine, mode == null ? "upsert" : mode, "true".equals(dryRun), content);
        return unkept(RunView.of(run, null))
                .status(Response.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, "/api/sources/" + source + "/runs/" + run.id())
                .build();
    }

    @GET
    @Path("/{source}/runs")
    @Operation(operationId = "listRuns", summary = "The last fifty deliveries of a source")
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RunView.class)))
    public Response runs(String source) {
        List<RunView> runs = receiveRun.newest(mine(source)).stream()
                .map(run -> RunView.of(run, null))
                .toList();
        return unkept(runs).build();
    }

    @GET
    @Path("/{source}/runs/{id}")
    @Operation(operationId = "getRun", summary = "How a delivery stands")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response run(String source, UUID id) {
        Run run = receiveRun.find(mine(source), id);
        return unkept(RunView.of(run, receiveRun.counts(run))).build();
    }

    @GET
    @Path("/{source}/runs/{id}/items")
    @Operation(operationId = "listRunItems", summary = "What became, or shall become, of each record")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = ItemsView.class)))
    public Response items(
            String source,
            UUID id,
            @Parameter(description = "Only those with this action or outcome.") @QueryParam("outcome") String outcome,
            @Parameter(description = "The seq that the page before ended with.") @QueryParam("after") Integer after) {
        Run run = receiveRun.find(mine(source), id);
        List<Item> items = receiveRun.items(run, outcome, after == null ? 0 : after, PAGE);
        return unkept(new ItemsView(
                        items.stream().map(ItemView::of).toList(),
                        items.size() == PAGE ? items.getLast().seq() : null))
                .build();
    }

    @POST
    @Path("/{source}/runs/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideRun",
            summary = "Apply a plan, or end a run",
            description =
                    "apply: a dry run, or a snapshot that would withdraw more than a tenth of the source's records. "
                            + "cancel: any run that is not at its end; what is applied already stays.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response decide(String source, UUID id, DecisionBody body) {
        Caller caller = callers.publisher();
        Source mine = receiveRun.mine(caller, source);
        Run run = receiveRun.find(mine, id);
        if (body == null
                || body.decision() == null
                || !Set.of("apply", "cancel").contains(body.decision())) {
            throw ProblemType.UNPROCESSABLE.at("/decision", "must be one of apply, cancel");
        }
        boolean apply = body.decision().equals("apply");
        if (apply) {
            receiveRun.writable(caller, source);
        }
        Run decided = receiveRun.decide(caller, run, apply);
        return unkept(RunView.of(decided, receiveRun.counts(decided))).build();
    }

    private static boolean isShortText(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl)
                // half of a pair is no character, and the database keeps none
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private Source mine(String source) {
        return receiveRun.mine(callers.publisher(), source);
    }

    private static Response.ResponseBuilder unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
