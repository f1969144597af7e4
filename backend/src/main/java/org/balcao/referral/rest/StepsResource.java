package org.balcao.referral.rest;

import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Codes;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.State;
import org.balcao.referral.model.Step;
import org.balcao.referral.rest.ReferralBodies.CodeBody;
import org.balcao.referral.rest.ReferralBodies.ContactBody;
import org.balcao.referral.rest.ReferralBodies.ForwardBody;
import org.balcao.referral.rest.ReferralBodies.HoldBody;
import org.balcao.referral.rest.ReferralBodies.ReasonBody;
import org.balcao.referral.rest.ReferralViews.ReferralView;
import org.balcao.referral.usecase.TakeStep;
import org.balcao.referral.usecase.TakeStep.Details;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The steps of a referral. Each needs {@code If-Match}: without it 428, with an old version 412; a step that leads nowhere from here is a 409
 * that says what can be done.
 */
@Path("/referrals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class StepsResource {
    private static final int LONGEST_REMARK = 120;
    private static final int LONGEST_HOLD_DAYS = 60;

    /** No referral is open for longer; that it was sent before is seen when the step is taken. */
    private static final int OLDEST_CONTACT_YEARS = 3;

    private static final Set<State> OPENED = EnumSet.of(State.ACCEPTED, State.IN_PROGRESS, State.ON_HOLD);
    private static final Set<State> OPEN =
            EnumSet.of(State.SENT, State.UNDER_STUDY, State.ACCEPTED, State.IN_PROGRESS, State.ON_HOLD);

    private final Callers callers;
    private final TakeStep takeStep;
    private final Replies replies;

    StepsResource(Callers callers, TakeStep takeStep, Replies replies) {
        this.callers = callers;
        this.takeStep = takeStep;
        this.replies = replies;
    }

    @POST
    @Path("/study")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "studyReferral", summary = "Say that it is being looked at")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response study(
            UUID id, @HeaderParam("If-Match") String version, @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.STUDY, Details.NONE, key);
    }

    @POST
    @Path("/acceptance")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "acceptReferral", summary = "Accept: opens how to reach the person")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response accept(
            UUID id, @HeaderParam("If-Match") String version, @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.ACCEPT, Details.NONE, key);
    }

    @POST
    @Path("/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "declineReferral", summary = "Decline, with a reason, and perhaps another service")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response decline(
            UUID id,
            ReasonBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.DECLINE, reason(body, Codes.DECLINE_REASONS), key);
    }

    @POST
    @Path("/forward")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "forwardReferral", summary = "Pass the person on: a next leg begins")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response forward(
            UUID id,
            ForwardBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.FORWARD, forward(body), key);
    }

    @POST
    @Path("/contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "contactReferral", summary = "The person was reached")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response contact(
            UUID id,
            ContactBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.CONTACT, contact(body), key);
    }

    @POST
    @Path("/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "holdReferral", summary = "Put on hold until a day")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response hold(
            UUID id,
            HoldBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.HOLD, hold(body), key);
    }

    @POST
    @Path("/resume")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "resumeReferral", summary = "Go on with what is on hold")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response resume(
            UUID id, @HeaderParam("If-Match") String version, @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.RESUME, Details.NONE, key);
    }

    @POST
    @Path("/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "completeReferral", summary = "Complete, with an outcome; referred_on begins a next leg")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response complete(
            UUID id,
            ReasonBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.COMPLETE, reason(body, Codes.OUTCOMES), key);
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "withdrawReferral",
            summary = "Withdraw: the receiver loses how to reach the person at once")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response withdraw(
            UUID id,
            ReasonBody body,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.WITHDRAW, reason(body, Codes.WITHDRAW_REASONS), key);
    }

    @POST
    @Path("/void")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "voidReferral", summary = "Take back what was sent to the wrong place, within 24 hours")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response takeBack(
            UUID id, @HeaderParam("If-Match") String version, @HeaderParam("Idempotency-Key") String key) {
        return take(id, version, Step.VOID, Details.NONE, key);
    }

    @POST
    @Path("/contact-attempts")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "noteContactAttempt", summary = "The person was not reached this time")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response contactAttempt(UUID id) {
        return replies.brief(takeStep.note(caller(), id, "contact_tried", Actor.RECEIVER, OPENED, null));
    }

    @POST
    @Path("/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "askSender",
            summary = "Ask the sender",
            description = "About contact, document, date or language.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response ask(UUID id, CodeBody body) {
        return replies.brief(
                takeStep.note(caller(), id, "question_asked", Actor.RECEIVER, OPEN, code(body, Codes.QUESTIONS)));
    }

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "answerReceiver",
            summary = "Answer the receiver's question",
            description = "With yes, no, not_known, will_bring or has_changed.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response answer(UUID id, CodeBody body) {
        return replies.brief(
                takeStep.note(caller(), id, "answer_given", Actor.SENDER, OPEN, code(body, Codes.ANSWERS)));
    }

    @POST
    @Path("/outcome-correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "correctOutcome", summary = "Another outcome, within fourteen days; both are kept")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response correct(UUID id, ReasonBody body, @HeaderParam("If-Match") String version) {
        return replies.brief(takeStep.correct(
                caller(), id, Replies.version(version), reason(body, Codes.OUTCOMES_WITHOUT_NEXT_LEG)));
    }

    private Response take(UUID id, String version, Step step, Details details, String key) {
        return replies.brief(takeStep.take(
                caller(), id, Replies.version(version), step, details, replies.request(key, id, step, details)));
    }

    private Caller caller() {
        Caller caller = callers.member();
        if (!caller.mayAnswer()) {
            throw new ForbiddenException();
        }
        return caller;
    }

    private static String code(CodeBody body, Set<String> codes) {
        BodyCheck check = new BodyCheck();
        check.present("/code", body(body).code());
        check.oneOf("/code", body.code(), codes);
        check.done();
        return body.code();
    }

    private static Details reason(ReasonBody body, Set<String> codes) {
        BodyCheck check = new BodyCheck();
        check.present("/code", body(body).code());
        check.oneOf("/code", body.code(), codes);
        String remark = check.note("/remark", body.remark(), LONGEST_REMARK);
        if (remark != null && !Codes.OTHER.equals(body.code())) {
            check.wrong("/remark", "is only for the code other");
        }
        if (Codes.REFERRED_ON.equals(body.code()) && body.serviceId() == null) {
            check.wrong("/service_id", "is missing");
        }
        check.done();
        return new Details(body.code(), remark, body.serviceId(), null);
    }

    private static Details forward(ForwardBody body) {
        BodyCheck check = new BodyCheck();
        check.present("/service_id", body(body).serviceId());
        check.done();
        return new Details(null, null, body.serviceId(), null);
    }

    private Details contact(ContactBody body) {
        BodyCheck check = new BodyCheck();
        String given = check.present("/on", body(body).on());
        LocalDate on = check.dayBetween("/on", given, today().minusYears(OLDEST_CONTACT_YEARS), today());
        check.done();
        return new Details(null, null, null, on);
    }

    private Details hold(HoldBody body) {
        BodyCheck check = new BodyCheck();
        check.present("/code", body(body).code());
        check.oneOf("/code", body.code(), Codes.HOLD_REASONS);
        String given = check.present("/review_on", body.reviewOn());
        LocalDate on = check.dayBetween("/review_on", given, today().plusDays(1), today().plusDays(LONGEST_HOLD_DAYS));
        check.done();
        return new Details(body.code(), null, null, on);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(replies.now(), Deadlines.HERE);
    }

    private static <T> T body(T body) {
        if (body == null) {
            throw ProblemType.INVALID_BODY.because("There is no body");
        }
        return body;
    }
}
