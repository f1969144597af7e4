package org.balcao.referral.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.referral.model.Codes;
import org.balcao.referral.model.Referral;
import org.balcao.referral.rest.AgreementTexts.AgreementText;
import org.balcao.referral.rest.ReferralBodies.PaperCodeBody;
import org.balcao.referral.rest.ReferralBodies.PaperCodeReasonBody;
import org.balcao.referral.rest.ReferralViews.FollowedLegView;
import org.balcao.referral.rest.ReferralViews.FollowedView;
import org.balcao.referral.rest.ReferralViews.HeldView;
import org.balcao.referral.usecase.FollowByCode;
import org.balcao.referral.usecase.FollowByCode.Followed;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For the person with a code on paper. The code is in the body and never in an address; nothing that the person told is shown. */
@Path("/my-referral")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "my-referral")
public class PersonResource {
    private final FollowByCode follow;
    private final AgreementTexts texts;
    private final ListingJson listings;
    private final Replies replies;

    PersonResource(FollowByCode follow, AgreementTexts texts, ListingJson listings, Replies replies) {
        this.follow = follow;
        this.texts = texts;
        this.listings = listings;
        this.replies = replies;
    }

    @POST
    @Limited(Limit.CODES)
    @Operation(operationId = "followReferral", summary = "Where the person's request stands")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content = @Content(schema = @Schema(implementation = FollowedView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response followReferral(PaperCodeBody body) {
        return view(follow.follow(code(body)));
    }

    @POST
    @Path("/erasure")
    @Limited(Limit.CODES)
    @Operation(
            operationId = "eraseReferral",
            summary = "Withdraw what is open, and erase how to reach the person in every copy")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content = @Content(schema = @Schema(implementation = FollowedView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response eraseReferral(PaperCodeBody body) {
        return view(follow.erase(code(body)));
    }

    @POST
    @Path("/withdrawal")
    @Limited(Limit.CODES)
    @Operation(
            operationId = "withdrawMyReferral",
            summary = "End it at once",
            description = "For person_asked, by_mistake, met_elsewhere or safety.")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content = @Content(schema = @Schema(implementation = FollowedView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response withdraw(PaperCodeReasonBody body) {
        return view(follow.withdraw(codeWith(body, Codes.WITHDRAW_REASONS), body.reason()));
    }

    @POST
    @Path("/statements")
    @Limited(Limit.CODES)
    @Operation(
            operationId = "sayOfMyReferral",
            summary = "Say that nobody called, or whether help came",
            description = "not_contacted once that is overdue; got_help, partly or no_help once it was accepted.")
    @APIResponse(
            responseCode = "200",
            description = "Where it stands",
            content = @Content(schema = @Schema(implementation = FollowedView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response say(PaperCodeReasonBody body) {
        return view(follow.say(codeWith(body, Codes.STATEMENTS), body.reason()));
    }

    @POST
    @Path("/export")
    @Limited(Limit.CODES)
    @Operation(operationId = "exportMyReferral", summary = "All that is held of the person")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(schema = @Schema(implementation = HeldView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response export(PaperCodeBody body) {
        return Replies.unkept(HeldView.of(follow.export(code(body)), replies.now()))
                .build();
    }

    @GET
    @Path("/agreement-text")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "getAgreementText", summary = "The words that a person is shown before they agree")
    @APIResponse(
            responseCode = "200",
            description = "The text",
            content = @Content(schema = @Schema(implementation = AgreementText.class)))
    public Response agreementText(@Parameter(description = "Languages, best first.") @QueryParam("lang") String lang) {
        return Response.ok(texts.in(lang))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    private Response view(Followed followed) {
        Instant now = replies.now();
        List<FollowedLegView> legs =
                followed.legs().stream().map(leg -> leg(leg, now)).toList();
        return Replies.unkept(new FollowedView(legs, followed.actions(now))).build();
    }

    private FollowedLegView leg(Referral leg, Instant now) {
        ReferralViews.ListingView listing = listings.of(leg);
        boolean named = !leg.sensitive();
        return new FollowedLegView(
                leg.state().word(),
                named ? listing.organization() : null,
                named ? listing.name() : null,
                named ? listing.phone() : null,
                named ? listing.address() : null,
                leg.sentAt(),
                leg.dueAt(),
                leg.dueAt() != null && now.isAfter(leg.dueAt()),
                leg.endedAt(),
                leg.state().isOpen() ? null : leg.code());
    }

    private static String code(PaperCodeBody body) {
        if (body == null || body.code() == null) {
            throw ProblemType.INVALID_BODY.at("/code", "is missing");
        }
        return body.code();
    }

    private static String codeWith(PaperCodeReasonBody body, Set<String> reasons) {
        if (body == null || body.code() == null) {
            throw ProblemType.INVALID_BODY.at("/code", "is missing");
        }
        BodyCheck check = new BodyCheck();
        check.present("/reason", body.reason());
        check.oneOf("/reason", body.reason(), reasons);
        check.done();
        return body.code();
    }
}
