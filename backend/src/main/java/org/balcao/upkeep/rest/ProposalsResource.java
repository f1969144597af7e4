package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.sync.model.Proposal;
import org.balcao.upkeep.rest.UpkeepViews.ConfirmBody;
import org.balcao.upkeep.usecase.DecideProposals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** What one of the national team wants to do, and a second one confirms: merges, releases, sources of the team, and settled conflicts. */
@Path("/upkeep/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.NATIONAL_EDITOR)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "upkeep")
public class ProposalsResource {
    private final Callers callers;
    private final DecideProposals decideProposals;

    ProposalsResource(Callers callers, DecideProposals decideProposals) {
        this.callers = callers;
        this.decideProposals = decideProposals;
    }

    @Schema(name = "Proposal", description = "What waits for a second person of the national team, or was decided.")
    record ProposalView(
            UUID id,

            @Schema(enumeration = {"merge", "undo_merge", "release_lock", "settle_conflict", "confirm_source"})
            String action,

            @Schema(description = "What it is about, in words.")
            String about,

            String reason,

            @Schema(enumeration = {"waiting", "confirmed", "rejected"})
            String state,

            Instant at,

            @Schema(description = "The caller proposed it, so that another person has to confirm it.")
            boolean mine) {
        static ProposalView of(Proposal proposal, String caller) {
            return new ProposalView(
                    proposal.id(),
                    proposal.action().word(),
                    proposal.about(),
                    proposal.reason(),
                    proposal.state().word(),
                    proposal.at(),
                    proposal.proposedBy().equals(caller));
        }
    }

    /** The answer to what a second person has to confirm. */
    static Response waits(Proposal proposal, Caller caller) {
        return Response.accepted(ProposalView.of(proposal, caller.subject()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(operationId = "listProposals", summary = "What waits for a second person of the national team")
    @APIResponse(responseCode = "200", description = "The oldest first")
    public List<ProposalView> waiting() {
        String caller = callers.publisher().subject();
        return decideProposals.waiting().stream()
                .map(each -> ProposalView.of(each, caller))
                .toList();
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideProposal",
            summary = "Confirm what another person proposed, and do it; or turn it down")
    @APIResponse(responseCode = "200", description = "It is done, or rejected")
    public ProposalView decide(UUID id, ConfirmBody body) {
        Caller caller = callers.publisher();
        boolean confirm = RecordsResource.word(body == null ? null : body.decision(), "confirm", "reject");
        return ProposalView.of(decideProposals.decide(caller, id, confirm), caller.subject());
    }
}
