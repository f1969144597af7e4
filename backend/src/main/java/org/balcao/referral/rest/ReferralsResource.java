package org.balcao.referral.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Codes;
import org.balcao.referral.rest.ReferralBodies.NewCodeBody;
import org.balcao.referral.rest.ReferralBodies.ReferralBody;
import org.balcao.referral.rest.ReferralViews.CodeView;
import org.balcao.referral.rest.ReferralViews.CountsView;
import org.balcao.referral.rest.ReferralViews.PageView;
import org.balcao.referral.rest.ReferralViews.PersonView;
import org.balcao.referral.rest.ReferralViews.ReferralView;
import org.balcao.referral.rest.ReferralViews.SentView;
import org.balcao.referral.store.Referrals.Box;
import org.balcao.referral.store.Referrals.Cursor;
import org.balcao.referral.usecase.PrintCode;
import org.balcao.referral.usecase.ReadReferrals;
import org.balcao.referral.usecase.ReadReferrals.PageOf;
import org.balcao.referral.usecase.SendReferral;
import org.balcao.referral.usecase.SendReferral.Sent;
import org.balcao.referral.usecase.TakeStep;
import org.balcao.shared.Dates;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Referrals of the caller's organization: those it sent and those it received. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "referrals")
public class ReferralsResource {
    private static final int PAGE = 50;

    private final Callers callers;
    private final SendReferral sendReferral;
    private final PrintCode printCode;
    private final ReadReferrals readReferrals;
    private final TakeStep takeStep;
    private final ReferralReading reading;
    private final Replies replies;
    private final ObjectMapper json;

    ReferralsResource(
            Callers callers,
            SendReferral sendReferral,
            PrintCode printCode,
            ReadReferrals readReferrals,
            TakeStep takeStep,
            ReferralReading reading,
            Replies replies,
            ObjectMapper json) {
        this.callers = callers;
        this.sendReferral = sendReferral;
        this.printCode = printCode;
        this.readReferrals = readReferrals;
        this.takeStep = takeStep;
        this.reading = reading;
        this.replies = replies;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "sendReferral", summary = "Send a person to a service")
    @APIResponse(
            responseCode = "201",
            description = "Sent, with the paper code",
            content = @Content(schema = @Schema(implementation = SentView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response send(
            ReferralBody body,
            @Parameter(description = "Tells a request that comes again from another.") @HeaderParam("Idempotency-Key")
                    String key) {
        Caller caller = callers.member();
        if (!caller.maySend()) {
            throw new ForbiddenException();
        }
        Replies.key(key, true);
        Sent sent = sendReferral.fromDesk(caller, reading.read(body(body), false), key, replies.fingerprint(body));
        return created(sent, Set.of(Actor.SENDER));
    }

    @POST
    @Path("/self")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Limited(Limit.REQUESTS)
    @Operation(
            operationId = "askForContact",
            summary = "Ask a service to call back, without an account",
            description =
                    "Priority normal, agreement ticked; the channel is not the desk. The same Idempotency-Key, of 32 characters or more, "
                            + "with the same body gets the same code again for 15 minutes. 409 with /person/contact: there is an open request "
                            + "to this service with this contact; another_person says that this is somebody else.")
    @APIResponse(
            responseCode = "201",
            description = "Sent, with the code to follow it",
            content = @Content(schema = @Schema(implementation = SentView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response askForContact(ReferralBody body, @HeaderParam("Idempotency-Key") String key) {
        Replies.key(key, true);
        Sent sent = sendReferral.byPerson(reading.read(body(body), true), key, replies.fingerprint(body));
        return created(sent, Set.of());
    }

    private static ReferralBody body(ReferralBody body) {
        if (body == null) {
            throw ProblemType.INVALID_BODY.because("There is no body");
        }
        return body;
    }

    private Response created(Sent sent, Set<Actor> parties) {
        return Replies.unkept(new SentView(
                        replies.brief(sent.referral(), parties),
                        sent.code() == null ? null : sent.code().printed()))
                .status(Response.Status.CREATED)
                .tag(Replies.tag(sent.referral()))
                .build();
    }

    @GET
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "listReferrals",
            summary = "What the organization received or sent",
            description = "Open ones by when an answer is due, ended ones from the last.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = PageView.class)))
    public Response list(
            @Parameter(schema = @Schema(enumeration = {"received", "sent"}))
                    @QueryParam("box")
                    @DefaultValue("received")
                    String box,
            @QueryParam("ended") @DefaultValue("false") boolean ended,
            @Parameter(description = "As the page before gave it.") @QueryParam("after") String after) {
        Caller caller = reader();
        PageOf page = readReferrals.page(caller, boxOf(box), !ended, cursor(after), PAGE);
        List<ReferralView> items = page.items().stream()
                .map(each -> replies.brief(each, each.partiesOf(caller.organization())))
                .toList();
        var counts = page.counts();
        return Replies.unkept(new PageView(
                        items,
                        page.after() == null ? null : text(page.after()),
                        new CountsView(counts.open(), counts.waiting(), counts.dueToday(), counts.overdue())))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(operationId = "getReferral", summary = "One referral, with the legs of its chain and what happened")
    @APIResponse(
            responseCode = "200",
            description = "The referral",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response get(UUID id) {
        return replies.whole(readReferrals.one(reader(), id));
    }

    @GET
    @Path("/{id}/fhir")
    @Produces(Fhir.MEDIA_TYPE)
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "exportReferralAsFhir",
            summary = "One referral as FHIR R4",
            description = "A Bundle of a ServiceRequest and a Task; nothing of the person.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(mediaType = Fhir.MEDIA_TYPE, schema = @Schema(implementation = Object.class)))
    public Response fhir(UUID id) {
        return Replies.unkept(Fhir.of(readReferrals.one(reader(), id).referral()))
                .type(Fhir.MEDIA_TYPE)
                .build();
    }

    @POST
    @Path("/{id}/person")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT})
    @Operation(
            operationId = "openReferral",
            summary = "How to reach the person",
            description = "For the sender, and the receiver once it accepted. That it was read is written down.")
    @APIResponse(
            responseCode = "200",
            description = "What is sealed",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response open(UUID id) {
        return Replies.unkept(PersonView.of(takeStep.open(reader(), id))).build();
    }

    @POST
    @Path("/{id}/code")
    @RolesAllowed({Role.MEDIATOR, Role.PARTNER_EDITOR})
    @Operation(
            operationId = "makeAnotherCode",
            summary = "Another paper code; the old one dies",
            description =
                    "For the desk that sent. If the person asked by themselves, for the desk that accepted, which says in verified how "
                            + "it knows that it is the person; the person sees that in what is held.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = CodeView.class)))
    @APIResponse(responseCode = "503", ref = OpenApiBusy.NAME)
    public Response anotherCode(
            UUID id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewCodeBody.class)))
                    String body)
            throws JsonProcessingException {
        // a text, so that a request without a body needs no type of one
        NewCodeBody said = body == null || body.isBlank() ? null : json.readValue(body, NewCodeBody.class);
        String verified = said == null ? null : said.verified();
        BodyCheck check = new BodyCheck();
        check.oneOf("/verified", verified, Codes.VERIFIED);
        check.done();
        return Replies.unkept(
                        new CodeView(printCode.print(reader(), id, verified).printed()))
                .build();
    }

    private Caller reader() {
        Caller caller = callers.member();
        if (!caller.mayRead()) {
            throw new ForbiddenException();
        }
        return caller;
    }

    private static Box boxOf(String word) {
        if (!Set.of("received", "sent").contains(word)) {
            throw ProblemType.INVALID_QUERY.at("box", "must be one of received, sent");
        }
        return Box.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String text(Cursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.at() + " " + cursor.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Cursor cursor(String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            return new Cursor(Dates.moment(parts[0]).orElseThrow(), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | NoSuchElementException | ArrayIndexOutOfBoundsException notOurs) {
            throw ProblemType.INVALID_QUERY.at("after", "must be what an earlier page gave for the next one");
        }
    }
}
