package org.balcao.referral.rest;

import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.referral.model.Codes;
import org.balcao.referral.model.VitalInterest;
import org.balcao.referral.rest.ReferralBodies.VitalInterestBody;
import org.balcao.referral.usecase.AskVitalInterest;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sending somebody without agreement, to protect a life: two people of a desk answer for it. */
@Path("/vital-interests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR})
@RunOnVirtualThread
@Tag(name = "referrals")
public class VitalInterestsResource {

    @Schema(
            name = "VitalInterest",
            description = "GDPR article 6(1)(d). Nothing of the person is in it; it holds for four hours, once.")
    record VitalInterestView(
            UUID id,
            UUID organizationId,
            UUID serviceId,
            String reason,

            @Schema(description = "The caller asked, and cannot confirm.")
            Boolean mine,

            Instant askedAt,

            @Schema(description = "By another of the same desk.")
            Instant confirmedAt,

            @Schema(description = "What it was used for.") UUID referralId) {

        static VitalInterestView of(VitalInterest said, String subject) {
            return new VitalInterestView(
                    said.id(),
                    said.organizationId(),
                    said.serviceId(),
                    said.reason(),
                    subject == null ? null : said.askedBy().equals(subject),
                    said.askedAt(),
                    said.confirmedAt(),
                    said.referralId());
        }
    }

    private final Callers callers;
    private final AskVitalInterest askVitalInterest;

    VitalInterestsResource(Callers callers, AskVitalInterest askVitalInterest) {
        this.callers = callers;
        this.askVitalInterest = askVitalInterest;
    }

    @GET
    @Operation(operationId = "listVitalInterests", summary = "What the desk asked and has not used")
    @APIResponse(
            responseCode = "200",
            description = "The last first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = VitalInterestView.class)))
    public Response list() {
        Caller caller = sender();
        List<VitalInterestView> waiting = askVitalInterest.waiting(caller).stream()
                .map(each -> VitalInterestView.of(each, caller.subject()))
                .toList();
        return Replies.unkept(waiting).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "askVitalInterest", summary = "Say that a life is in danger and nobody can be asked")
    @APIResponse(
            responseCode = "201",
            description = "Another of the desk has to confirm it",
            content = @Content(schema = @Schema(implementation = VitalInterestView.class)))
    public Response ask(VitalInterestBody body) {
        Caller caller = sender();
        if (body == null) {
            throw ProblemType.INVALID_BODY.because("There is no body");
        }
        BodyCheck check = new BodyCheck();
        check.present("/service_id", body.serviceId());
        check.present("/reason", body.reason());
        check.oneOf("/reason", body.reason(), Codes.VITAL_INTERESTS);
        check.done();
        VitalInterest asked = askVitalInterest.ask(caller, body.serviceId(), body.reason());
        return Replies.unkept(VitalInterestView.of(asked, caller.subject()))
                .status(Response.Status.CREATED)
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(operationId = "confirmVitalInterest", summary = "Confirm what another of the desk said")
    @APIResponse(
            responseCode = "200",
            description = "One referral to that service can be sent without agreement",
            content = @Content(schema = @Schema(implementation = VitalInterestView.class)))
    public Response confirm(UUID id) {
        Caller caller = sender();
        return Replies.unkept(VitalInterestView.of(askVitalInterest.confirm(caller, id), caller.subject()))
                .build();
    }

    private Caller sender() {
        Caller caller = callers.member();
        if (!caller.maySend()) {
            throw new ForbiddenException();
        }
        return caller;
    }
}
