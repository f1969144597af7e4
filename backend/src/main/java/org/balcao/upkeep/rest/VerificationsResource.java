package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;
import org.balcao.upkeep.rest.UpkeepViews.ConfirmationBody;
import org.balcao.upkeep.rest.UpkeepViews.ConfirmedView;
import org.balcao.upkeep.rest.UpkeepViews.DeadLinkView;
import org.balcao.upkeep.rest.UpkeepViews.VerificationBody;
import org.balcao.upkeep.rest.UpkeepViews.VerificationView;
import org.balcao.upkeep.usecase.CheckLinks;
import org.balcao.upkeep.usecase.VerifyListings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Looking whether services are as they are listed. */
@Path("/upkeep")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "upkeep")
public class VerificationsResource {
    private static final Set<String> WAYS = Set.of("phone", "visit", "mail", "website");
    private static final Set<String> OUTCOMES = Set.of("confirmed", "changed", "no_answer", "closed");
    private static final int LONGEST_REMARK = 300;

    private final Callers callers;
    private final VerifyListings verifyListings;
    private final CheckLinks checkLinks;

    VerificationsResource(Callers callers, VerifyListings verifyListings, CheckLinks checkLinks) {
        this.callers = callers;
        this.verifyListings = verifyListings;
        this.checkLinks = checkLinks;
    }

    @GET
    @Cache(noStore = true)
    @Path("/dead-links")
    @Operation(
            operationId = "listDeadLinks",
            summary = "Addresses that one's listings name and where nothing is any more",
            description = "Nothing was there on three days, while other servers answered.")
    @APIResponse(responseCode = "200", description = "Those first that have been dead for longest")
    public List<DeadLinkView> deadLinks() {
        return checkLinks.dead(callers.publisher()).stream()
                .map(DeadLinkView::of)
                .toList();
    }

    @POST
    @Cache(noStore = true)
    @Path("/confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PARTNER_EDITOR)
    @Operation(operationId = "confirmListings", summary = "Say that one's services are still right as they are listed")
    @APIResponse(responseCode = "200", description = "They are dated today")
    public ConfirmedView confirm(ConfirmationBody body) {
        Caller caller = callers.member();
        List<UUID> services = body == null || body.services() == null ? List.of() : body.services();
        return new ConfirmedView(verifyListings.confirm(caller, services));
    }

    @GET
    @Cache(noStore = true)
    @Path("/services/{id}/verifications")
    @Operation(operationId = "listVerifications", summary = "Who looked at a service, and what came of it")
    @APIResponse(responseCode = "200", description = "The newest first")
    public List<VerificationView> verifications(UUID id) {
        return verifyListings.of(callers.publisher(), id).stream()
                .map(VerificationView::of)
                .toList();
    }

    @POST
    @Cache(noStore = true)
    @Path("/services/{id}/verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyListing",
            summary = "Keep what came of looking at a service",
            description = "What was confirmed is dated today. What has changed is changed by an edit.")
    @APIResponse(responseCode = "200", description = "It is kept")
    public VerificationView verify(UUID id, VerificationBody body) {
        Caller caller = callers.publisher();
        if (body == null || !WAYS.contains(String.valueOf(body.way()))) {
            throw ProblemType.UNPROCESSABLE.at("/way", "must be one of phone, visit, mail, website");
        }
        if (!OUTCOMES.contains(String.valueOf(body.outcome()))) {
            throw ProblemType.UNPROCESSABLE.at("/outcome", "must be one of confirmed, changed, no_answer, closed");
        }
        String remark = body.remark() == null || body.remark().isBlank()
                ? null
                : body.remark().strip();
        if (remark != null && remark.length() > LONGEST_REMARK) {
            throw ProblemType.UNPROCESSABLE.at(List.of(new FieldError("/remark", "is longer than " + LONGEST_REMARK)));
        }
        return VerificationView.of(verifyListings.verify(caller, id, body.way(), body.outcome(), remark));
    }
}
