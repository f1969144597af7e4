package org.balcao.referral.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.referral.usecase.Notices;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an organization is told that something waits. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class NoticesResource {

    @Schema(name = "NoticeAddress")
    record NoticesBody(
            @Schema(description = "Of a role, not of a person; absent stops the notices.", maxLength = 254)
            String email,

            @Schema(enumeration = {"pt", "en"}) String language) {}

    private final Callers callers;
    private final Notices notices;

    NoticesResource(Callers callers, Notices notices) {
        this.callers = callers;
        this.notices = notices;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR})
    @Operation(
            operationId = "setNoticeAddress",
            summary = "Be told by mail that something waits",
            description = "A notice says how much waits, and nothing of anybody.")
    @APIResponse(responseCode = "204", description = "It is set")
    public Response set(NoticesBody body) {
        if (body == null) {
            throw ProblemType.INVALID_BODY.because("There is no body");
        }
        BodyCheck check = new BodyCheck();
        String email = body.email() == null ? null : body.email().strip();
        if (email != null && !ReferralReading.isMail(email)) {
            check.wrong("/email", "must be an e-mail address, such as desk@example.org");
        }
        check.oneOf("/language", body.language(), Set.of("pt", "en"));
        check.done();
        notices.tellAt(callers.member(), email, body.language() == null ? "pt" : body.language());
        return Response.noContent().build();
    }
}
