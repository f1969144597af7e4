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
import org.balcao.referral.model.FigureCounts;
import org.balcao.referral.model.PublicFigures;
import org.balcao.referral.usecase.Figures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How referrals go: to everybody so that no case can be told, to an organization as its own cases are. */
@Path("/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class FiguresResource {
    @Schema(
            name = "ReferralFigures",
            description =
                    "Shares are from 0 to 1; what could tell a single case is absent. Of all referrals: as it was when the month began, "
                            + "counts rounded down to a multiple of ten, shares to the nearest twentieth and from a hundred cases on. Of one's own: of now, "
                            + "and absent below ten.")
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

            @Schema(description = "Of those that got help: the person says that there was none.")
            Double disagree,

            @Schema(description = "Days from sending to an answer; half waited less.")
            Double medianDays) {

        static FiguresView of(PublicFigures figures) {
            return new FiguresView(
                    figures.sent(),
                    figures.answeredInTime(),
                    figures.accepted(),
                    figures.silent(),
                    figures.outcomeKnown(),
                    figures.gotHelp(),
                    figures.confirmed(),
                    figures.disagree(),
                    figures.medianDays());
        }

        static FiguresView of(FigureCounts counts) {
            return new FiguresView(
                    counts.sent() < PublicFigures.FEWEST ? null : counts.sent(),
                    share(counts.answeredInTime(), counts.sent()),
                    share(counts.accepted(), counts.sent()),
                    share(counts.silent(), counts.sent()),
                    share(counts.outcomeKnown(), counts.ended()),
                    share(counts.gotHelp(), counts.ended()),
                    share(counts.confirmed(), counts.gotHelp()),
                    share(counts.disagree(), counts.gotHelp()),
                    counts.answered() < PublicFigures.FEWEST ? null : counts.medianDays());
        }

        private static Double share(int part, int whole) {
            return whole < PublicFigures.FEWEST ? null : Math.round(1000.0 * part / whole) / 1000.0;
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
