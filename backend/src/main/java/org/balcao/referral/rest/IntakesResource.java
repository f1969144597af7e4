package org.balcao.referral.rest;

import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.referral.rest.ReferralBodies.IntakeBody;
import org.balcao.referral.rest.ReferralViews.IntakeView;
import org.balcao.referral.usecase.OpenIntake;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which services take referrals here. */
@Path("/intakes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class IntakesResource {
    private final Callers callers;
    private final OpenIntake openIntake;

    IntakesResource(Callers callers, OpenIntake openIntake) {
        this.callers = callers;
        this.openIntake = openIntake;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listIntakes", summary = "Services that take referrals")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = IntakeView.class)))
    public Response list() {
        List<IntakeView> all = openIntake.all().stream()
                .map(each -> new IntakeView(each.serviceId(), each.organizationId(), each.sensitive()))
                .toList();
        return Response.ok(all).header("Cache-Control", "public, max-age=60").build();
    }

    @PUT
    @Path("/{service}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PARTNER_EDITOR)
    @Operation(operationId = "openIntake", summary = "Let a service of one's own organization take referrals")
    @APIResponse(responseCode = "204", description = "It takes them")
    public Response open(UUID service, IntakeBody body) {
        openIntake.open(caller(), service, body != null && Boolean.TRUE.equals(body.sensitive()));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{service}")
    @RolesAllowed(Role.PARTNER_EDITOR)
    @Operation(operationId = "closeIntake", summary = "Take no more referrals; those that are there go on")
    @APIResponse(responseCode = "204", description = "It takes no more")
    public Response close(UUID service) {
        openIntake.close(caller(), service);
        return Response.noContent().build();
    }

    private Caller caller() {
        Caller caller = callers.member();
        if (!caller.mayAnswer()) {
            throw new ForbiddenException();
        }
        return caller;
    }
}
