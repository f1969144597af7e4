package org.balcao.upkeep.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.Dates;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.upkeep.model.Edit;
import org.balcao.upkeep.rest.ProposalsResource.ProposalView;
import org.balcao.upkeep.rest.UpkeepViews.ConfirmBody;
import org.balcao.upkeep.rest.UpkeepViews.ConflictView;
import org.balcao.upkeep.rest.UpkeepViews.EditBody;
import org.balcao.upkeep.rest.UpkeepViews.EditView;
import org.balcao.upkeep.rest.UpkeepViews.ListingView;
import org.balcao.upkeep.rest.UpkeepViews.ListingsView;
import org.balcao.upkeep.rest.UpkeepViews.ReasonBody;
import org.balcao.upkeep.rest.UpkeepViews.RecordView;
import org.balcao.upkeep.rest.UpkeepViews.TakeBody;
import org.balcao.upkeep.usecase.EditRecords;
import org.balcao.upkeep.usecase.EditRecords.Seen;
import org.balcao.upkeep.usecase.EditRecords.Wish;
import org.balcao.upkeep.usecase.ListListings;
import org.balcao.upkeep.usecase.ListListings.Listing;
import org.balcao.upkeep.usecase.SettleConflicts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records for who looks after them: read, changed with a reason, taken back, confirmed by a second person. */
@Path("/upkeep")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "upkeep")
public class RecordsResource {
    private static final int PAGE = 100;
    private static final int LONGEST_REASON = 300;

    private final Callers callers;
    private final EditRecords editRecords;
    private final SettleConflicts settleConflicts;
    private final ListListings listListings;

    RecordsResource(
            Callers callers, EditRecords editRecords, SettleConflicts settleConflicts, ListListings listListings) {
        this.callers = callers;
        this.editRecords = editRecords;
        this.settleConflicts = settleConflicts;
        this.listListings = listListings;
    }

    @GET
    @Path("/listings")
    @Operation(operationId = "listListings", summary = "The services one looks after, the longest unchecked first")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = ListingsView.class)))
    public Response listings(
            @Parameter(description = "The service that the page before ended with.") @QueryParam("after") UUID after) {
        List<Listing> found = listListings.of(callers.publisher(), after, PAGE);
        return unkept(new ListingsView(
                        found.stream().map(ListingView::of).toList(),
                        found.size() == PAGE ? found.getLast().service().id() : null))
                .build();
    }

    @GET
    @Path("/records/{type}/{id}")
    @Operation(operationId = "getEditableRecord", summary = "A record with who said what, conflicts and history")
    @APIResponse(
            responseCode = "200",
            description = "As it is now; ETag is its version",
            content = @Content(schema = @Schema(implementation = RecordView.class)))
    public Response record(String type, UUID id) {
        Caller caller = callers.publisher();
        Seen seen = editRecords.read(caller, kind(type), id);
        return unkept(RecordView.of(seen, caller.subject()))
                .header(HttpHeaders.ETAG, "\"" + seen.version() + "\"")
                .build();
    }

    @POST
    @Path("/records/{type}/{id}/edits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editRecord",
            summary = "Change a record",
            description =
                    "Checked as what a feed says is. What the national team changes of somebody's record waits for a second person.")
    @APIResponse(
            responseCode = "200",
            description = "It is changed, or waits",
            content = @Content(schema = @Schema(implementation = EditView.class)))
    public Response edit(
            String type,
            UUID id,
            @Parameter(required = true, description = "The ETag of the record as it was read.")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            EditBody body) {
        Caller caller = callers.publisher();
        Kind kind = kind(type);
        if (ifMatch == null) {
            throw ProblemType.PRECONDITION_REQUIRED.at("If-Match", "is missing");
        }
        Wish wish = wish(body);
        return view(editRecords.edit(caller, kind, id, ifMatch.strip().replace("\"", ""), wish), caller);
    }

    @POST
    @Path("/organizations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.NATIONAL_EDITOR)
    @Operation(
            operationId = "proposeOrganization",
            summary = "A new organization, which a second person has to confirm")
    @APIResponse(
            responseCode = "200",
            description = "It waits",
            content = @Content(schema = @Schema(implementation = EditView.class)))
    public Response organization(EditBody body) {
        Caller caller = callers.publisher();
        Wish wish = wish(body);
        return view(editRecords.organization(caller, wish.fields(), wish.reason()), caller);
    }

    @GET
    @Path("/edits")
    @Operation(operationId = "listWaitingEdits", summary = "Edits that wait for a second person")
    @APIResponse(
            responseCode = "200",
            description = "The oldest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = EditView.class)))
    public Response waiting() {
        Caller caller = callers.publisher();
        return unkept(editRecords.waiting(caller).stream()
                        .map(edit -> EditView.of(edit, caller.subject()))
                        .toList())
                .build();
    }

    @POST
    @Path("/edits/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.NATIONAL_EDITOR)
    @Operation(operationId = "decideEdit", summary = "Confirm what another person wants to change, or turn it down")
    @APIResponse(
            responseCode = "200",
            description = "It is applied, or rejected",
            content = @Content(schema = @Schema(implementation = EditView.class)))
    public Response decide(UUID id, ConfirmBody body) {
        Caller caller = callers.publisher();
        boolean confirm = word(body == null ? null : body.decision(), "confirm", "reject");
        return view(editRecords.decide(caller, id, confirm), caller);
    }

    @POST
    @Path("/edits/{id}/rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rollBackEdit", summary = "Say again what was there before an edit")
    @APIResponse(
            responseCode = "200",
            description = "The edit that takes it back",
            content = @Content(schema = @Schema(implementation = EditView.class)))
    public Response rollBack(UUID id, ReasonBody body) {
        Caller caller = callers.publisher();
        return view(editRecords.rollBack(caller, id, reason(body == null ? null : body.reason())), caller);
    }

    @GET
    @Path("/conflicts")
    @Operation(operationId = "listConflicts", summary = "Fields of which two say different things")
    @APIResponse(
            responseCode = "200",
            description = "The oldest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ConflictView.class)))
    public Response conflicts() {
        return unkept(settleConflicts.conflicts(callers.publisher()).stream()
                        .map(ConflictView::of)
                        .toList())
                .build();
    }

    @POST
    @Path("/conflicts/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "settleConflict",
            summary = "Take what somebody else says, or leave what is there",
            description =
                    "Who is taken once is believed about this field from then on. What the national team says waits for a second person of it.")
    @APIResponse(
            responseCode = "200",
            description = "It is settled",
            content = @Content(schema = @Schema(implementation = EditView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person of the national team",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response settle(UUID id, TakeBody body) {
        Caller caller = callers.publisher();
        boolean take = word(body == null ? null : body.decision(), "take", "leave");
        return switch (settleConflicts.settle(caller, id, take)) {
            case SettleConflicts.Done done -> view(done.edit(), caller);
            case SettleConflicts.Waiting waiting -> ProposalsResource.waits(waiting.proposal(), caller);
        };
    }

    private static Wish wish(EditBody body) {
        if (body == null || !(body.fields() instanceof ObjectNode fields) || fields.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at("/fields", "names no field");
        }
        if (body.lockedUntil() != null && !Dates.isOfOurTime(body.lockedUntil())) {
            throw ProblemType.UNPROCESSABLE.at("/locked_until", Dates.WANTED_DAY);
        }
        return new Wish(fields, reason(body.reason()), body.lockedUntil());
    }

    /** Why, in a few words. */
    static String reason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemType.UNPROCESSABLE.at("/reason", "is missing, or longer than " + LONGEST_REASON);
        }
        return reason.strip();
    }

    /** Which of two words somebody decided for. */
    static boolean word(String said, String yes, String no) {
        if (!yes.equals(said) && !no.equals(said)) {
            throw ProblemType.UNPROCESSABLE.at("/decision", "must be one of " + yes + ", " + no);
        }
        return yes.equals(said);
    }

    static Kind kind(String type) {
        return Kind.ofPlural(type).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such type of record."));
    }

    private static Response view(Edit edit, Caller caller) {
        return unkept(EditView.of(edit, caller.subject())).build();
    }

    private static Response.ResponseBuilder unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
