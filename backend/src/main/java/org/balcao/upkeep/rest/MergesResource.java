package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.upkeep.rest.MergeViews.DuplicateView;
import org.balcao.upkeep.rest.MergeViews.MergeBody;
import org.balcao.upkeep.rest.MergeViews.MergeView;
import org.balcao.upkeep.rest.ProposalsResource.ProposalView;
import org.balcao.upkeep.usecase.MergeRecords;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Records that may be the same thing in the world: the program proposes with reasons, a person decides, and can take it back. */
@Path("/upkeep")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.NATIONAL_EDITOR)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "upkeep")
public class MergesResource {
    private final Callers callers;
    private final MergeRecords mergeRecords;

    MergesResource(Callers callers, MergeRecords mergeRecords) {
        this.callers = callers;
        this.mergeRecords = mergeRecords;
    }

    @GET
    @Path("/duplicates")
    @Operation(operationId = "listDuplicates", summary = "Records that may be the same, with what speaks for it")
    @APIResponse(responseCode = "200", description = "The surest first")
    public List<DuplicateView> duplicates() {
        return mergeRecords.proposed().stream().map(DuplicateView::of).toList();
    }

    @POST
    @Path("/duplicates/{id}/dismissal")
    @Operation(operationId = "dismissDuplicate", summary = "Say that they are two; nobody is asked again")
    @APIResponse(responseCode = "204", description = "It is kept")
    public void dismiss(UUID id) {
        mergeRecords.dismiss(callers.publisher(), id);
    }

    @GET
    @Path("/merges")
    @Operation(operationId = "listMerges", summary = "What was merged")
    @APIResponse(responseCode = "200", description = "The newest first")
    public List<MergeView> merges() {
        return mergeRecords.merged().stream().map(MergeView::of).toList();
    }

    @POST
    @Path("/merges")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeRecords",
            summary = "Propose to make one record of two",
            description =
                    "A second person of the national team confirms it. The one that is kept takes what it does not say from the other. What pointed at the other, and what sources call it, is the one that is kept; who asks for the other is led there (308).")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response merge(MergeBody body) {
        if (body == null || body.keep() == null) {
            throw ProblemType.UNPROCESSABLE.at("/keep", "is missing");
        }
        if (body.drop() == null) {
            throw ProblemType.UNPROCESSABLE.at("/drop", "is missing");
        }
        Kind kind = Kind.ofPlural(String.valueOf(body.type()))
                .orElseThrow(() ->
                        ProblemType.UNPROCESSABLE.at("/type", "must be one of organizations, services, locations"));
        Caller caller = callers.publisher();
        return ProposalsResource.waits(
                mergeRecords.propose(caller, kind, body.keep(), body.drop(), RecordsResource.reason(body.reason())),
                caller);
    }

    @POST
    @Path("/merges/{id}/undo")
    @Operation(
            operationId = "undoMerge",
            summary = "Propose to make two of what was merged",
            description =
                    "A second person of the national team confirms it. Each says what it said, unless somebody said otherwise since.")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response undo(UUID id) {
        Caller caller = callers.publisher();
        return ProposalsResource.waits(mergeRecords.proposeUndo(caller, id), caller);
    }
}
