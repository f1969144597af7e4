package org.balcao.webhook.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.webhook.model.Message;
import org.balcao.webhook.model.Webhook;
import org.balcao.webhook.usecase.KeepWebhooks;
import org.balcao.webhook.usecase.SendWebhooks;
import org.balcao.webhook.usecase.SendWebhooks.Tried;
import org.balcao.webhook.usecase.Signatures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Being told of changes, by Standard Webhooks 1.0.0. */
@Path("/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.PARTNER_CLIENT, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "webhooks")
public class WebhooksResource {
    private static final int LONGEST = 500;
    private static final Set<String> KINDS = Set.of(
            "organization",
            "program",
            "service",
            "location",
            "service_at_location",
            "taxonomy",
            "taxonomy_term",
            "one_stop_centre",
            "place");

    @Schema(name = "Webhook", description = "An address that is told of changes.")
    record WebhookView(
            UUID id,
            String url,

            @Schema(description = "Of which types of records; all if empty.")
            List<String> types,

            boolean active,

            @Schema(
                    description = "Why we switched it off: it answered 410, or nothing got through for five days.",
                    enumeration = {"gone", "failing"})
            String offBecause,

            @Schema(description = "The newest change that was put in line for it.")
            long seq,

            @Schema(description = "Tries in a row that went wrong.")
            int failures,

            @Schema(description = "Nothing is sent before this, because of them.")
            Instant pausedUntil) {
        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id(),
                    webhook.url(),
                    webhook.kinds(),
                    webhook.active(),
                    webhook.offBecause(),
                    webhook.seq(),
                    webhook.failures(),
                    webhook.pausedUntil());
        }
    }

    @Schema(name = "NewWebhook")
    record WebhookBody(
            @Schema(required = true, description = "Begins with https:// and leads to the public internet.")
            String url,

            List<String> types,
            Boolean active) {}

    @Schema(name = "WebhookMessage")
    record MessageView(
            String id,
            long seq,

            @Schema(enumeration = {"waiting", "delivered", "parked"})
            String state,

            int tries,
            Instant nextAt,

            @Schema(description = "What the address answered last.")
            Integer status,

            @Schema(
                    description = "Why the last try went wrong.",
                    enumeration = {
                        "not_an_address",
                        "address_not_public",
                        "not_reachable",
                        "too_slow",
                        "refused",
                        "gone"
                    })
            String problem,

            Instant queuedAt,
            Instant doneAt) {
        static MessageView of(Message message) {
            boolean waits = message.state().equals("waiting");
            return new MessageView(
                    message.id(),
                    message.seq(),
                    message.state(),
                    message.tries(),
                    waits ? message.nextAt() : null,
                    message.status(),
                    message.problem(),
                    message.queuedAt(),
                    message.doneAt());
        }
    }

    @Schema(name = "WebhookTest")
    record TestView(boolean good, Integer status, String problem, long milliseconds) {
        static TestView of(Tried tried) {
            return new TestView(tried.isGood(), tried.status(), tried.problem(), tried.milliseconds());
        }
    }

    @Schema(name = "WebhookReplay")
    record ReplayBody(
            @Schema(
                    required = true,
                    description = "What was sent or parked of the changes after this number, in the last 30 days.",
                    minimum = "0")
            Long after) {}

    @Schema(name = "WebhookReplayed")
    record ReplayedView(
            @Schema(description = "So many stand in line again.")
            int messages) {}

    @Schema(name = "WebhookKeys")
    record KeysView(
            @Schema(description = "Ed25519, as whpk_ and Base64; each message is signed with every one of them.")
            List<String> keys) {}

    private final Callers callers;
    private final KeepWebhooks keepWebhooks;
    private final SendWebhooks sendWebhooks;
    private final Signatures signatures;

    WebhooksResource(Callers callers, KeepWebhooks keepWebhooks, SendWebhooks sendWebhooks, Signatures signatures) {
        this.callers = callers;
        this.keepWebhooks = keepWebhooks;
        this.sendWebhooks = sendWebhooks;
        this.signatures = signatures;
    }

    @GET
    @Path("/keys")
    @PermitAll
    @Operation(operationId = "listWebhookKeys", summary = "The public keys that messages are signed with")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = KeysView.class)))
    public Response keys() {
        return Response.ok(new KeysView(signatures.publicKeys()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The organization's webhooks")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WebhookView.class)))
    public Response list() {
        return unkept(keepWebhooks.of(callers.publisher()).stream()
                .map(WebhookView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeWebhook", summary = "Be told of changes from now on")
    @APIResponse(
            responseCode = "201",
            description = "It is told",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response make(WebhookBody body) {
        Caller caller = callers.publisher();
        check(body);
        return Response.status(Response.Status.CREATED)
                .entity(WebhookView.of(keepWebhooks.make(caller, body.url(), types(body))))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeWebhook",
            summary = "Another address, other types, on or off",
            description = "Switched on again it goes on where it stopped.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response change(UUID id, WebhookBody body) {
        Caller caller = callers.publisher();
        keepWebhooks.mine(caller, id);
        check(body);
        boolean active = !Boolean.FALSE.equals(body.active());
        return unkept(WebhookView.of(keepWebhooks.change(caller, id, body.url(), types(body), active)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteWebhook", summary = "Be told no more")
    @APIResponse(responseCode = "204", description = "It is gone, with what stood in line for it")
    public Response delete(UUID id) {
        keepWebhooks.delete(callers.publisher(), id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/tests")
    @Operation(operationId = "tryWebhook", summary = "Send a message that says nothing, and see what is answered")
    @APIResponse(
            responseCode = "200",
            description = "What was answered",
            content = @Content(schema = @Schema(implementation = TestView.class)))
    public Response tryOut(UUID id) {
        return unkept(TestView.of(sendWebhooks.tryOut(keepWebhooks.mine(callers.publisher(), id))));
    }

    @GET
    @Path("/{id}/messages")
    @Operation(operationId = "listWebhookMessages", summary = "The newest fifty messages")
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = MessageView.class)))
    public Response messages(UUID id) {
        return unkept(keepWebhooks.newest(callers.publisher(), id).stream()
                .map(MessageView::of)
                .toList());
    }

    @POST
    @Path("/{id}/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replayWebhook", summary = "Be told again, with the same ids")
    @APIResponse(
            responseCode = "200",
            description = "They stand in line",
            content = @Content(schema = @Schema(implementation = ReplayedView.class)))
    public Response replay(UUID id, ReplayBody body) {
        Caller caller = callers.publisher();
        keepWebhooks.mine(caller, id);
        if (body == null || body.after() == null || body.after() < 0) {
            throw ProblemType.UNPROCESSABLE.at("/after", "must be the number of a change, such as 1042");
        }
        return unkept(new ReplayedView(keepWebhooks.again(caller, id, body.after())));
    }

    private static void check(WebhookBody body) {
        if (body == null || body.url() == null || body.url().length() > LONGEST) {
            throw ProblemType.UNPROCESSABLE.at("/url", "is missing, or longer than " + LONGEST);
        }
        for (String type : types(body)) {
            if (!KINDS.contains(type)) {
                throw ProblemType.UNPROCESSABLE.at(
                        "/types",
                        "has a type that is none of "
                                + String.join(", ", KINDS.stream().sorted().toList()));
            }
        }
    }

    private static List<String> types(WebhookBody body) {
        return body.types() == null
                ? List.of()
                : body.types().stream().map(String::valueOf).distinct().toList();
    }

    private static Response unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
