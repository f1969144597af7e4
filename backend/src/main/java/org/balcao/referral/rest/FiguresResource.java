package org.balcao.referral.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.referral.store.FigureStore.Counted;
import org.balcao.referral.usecase.Figures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How referrals go: shares of a whole, hidden below ten cases. */
@Path("/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class FiguresResource {
    private static final int FEWEST = 10;

    @Schema(name = "ReferralFigures", description = "Shares are from 0 to 1; one of fewer than ten cases is absent.")
    record FiguresView(
            @Schema(description = "Absent below ten.") Integer sent,
            Double answeredInTime,
            Double accepted,

            @Schema(description = "Ended without an answer, or in silence.")
            Double silent,

            @Schema(description = "Of those that ended.") Double outcomeKnown,

            @Schema(description = "Of those that ended.") Double gotHelp,

            @Schema(description = "Of those that got help: said so themselves.")
            Double confirmed,

            @Schema(description = "Of those that got help: the person says otherwise.")
            Double disagree,

            @Schema(description = "Days from sending to an answer.")
            Double medianDays) {
        static FiguresView of(Counted counted) {
            return new FiguresView(
                    counted.sent() < FEWEST ? null : counted.sent(),
                    share(counted.answeredInTime(), counted.sent()),
                    share(counted.accepted(), counted.sent()),
                    share(counted.silent(), counted.sent()),
                    share(counted.outcomeKnown(), counted.ended()),
                    share(counted.gotHelp(), counted.ended()),
                    share(counted.confirmed(), counted.gotHelp()),
                    share(counted.disagree(), counted.gotHelp()),
                    counted.answered() < FEWEST ? null : counted.medianDays());
        }

        private static Double share(int part, int whole) {
            return whole < FEWEST ? null : Math.round(1000.0 * part / whole) / 1000.0;
        }
    }

    private final Callers callers;
    private final Figures figures;

    FiguresResource(Callers callers, Figures figures) {
        this.callers = callers;
        this.figures = figures;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getFigures", summary = "How referrals go, in all")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = FiguresView.class)))
    public Response all() {
        return Response.ok(FiguresView.of(figures.all()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    @GET
    @Path("/mine")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR})
    @Operation(operationId = "getMyFigures", summary = "How what the organization received goes")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = FiguresView.class)))
    public Response mine() {
        return Replies.unkept(FiguresView.of(figures.received(callers.member())))
                .build();
    }
}
