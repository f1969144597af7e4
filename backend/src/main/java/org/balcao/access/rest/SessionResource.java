package org.balcao.access.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Provider;
import org.balcao.access.Role;
import org.balcao.access.SampleCast;
import org.balcao.access.SignInSource;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How to sign in here, and as whom one is. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "session")
public class SessionResource {

    /** A minute is for the warning. */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(2);

    private static final Duration LONGEST_IDLE = Duration.ofHours(8);

    @Schema(name = "SignIn")
    record SignInView(
            @Schema(enumeration = {"development", "provider", "none"})
            String mode,

            @Schema(description = "The OpenID provider (OpenID Connect Discovery 1.0).")
            String issuer,

            @Schema(description = "Where people sign in (RFC 6749, section 3.1).")
            String authorizationEndpoint,

            @Schema(description = "Where they sign out (OpenID Connect RP-Initiated Logout 1.0).")
            String endSessionEndpoint,

            @Schema(description = "The page's name there.") String clientId,

            @Schema(description = "Invented people, in development only.")
            List<PersonView> people) {}

    @Schema(name = "SamplePerson")
    record PersonView(String id, String name, String role) {}

    @Schema(name = "SignInAs")
    record SignInAs(@Schema(required = true) String person) {}

    @Schema(name = "AccessToken", description = "RFC 6749, section 5.1.")
    record TokenView(String accessToken, String tokenType, long expiresIn) {}

    @Schema(name = "Session")
    record SessionView(
            String role,
            UUID organization,
            boolean maySend,
            boolean mayAnswer,

            @Schema(description = "As the identity provider calls who is signed in.")
            String subject,

            @Schema(description = "A screen that nobody uses for so many seconds signs out.")
            long idleSeconds) {}

    private final Callers callers;
    private final SampleCast cast;
    private final String mode;
    private final Provider provider;
    private final Duration idle;

    SessionResource(
            Callers callers,
            SampleCast cast,
            Provider provider,
            @ConfigProperty(name = SignInSource.MODE) String mode,
            @ConfigProperty(name = "balcao.session.idle") Duration idle) {
        if (idle.compareTo(SHORTEST_IDLE) < 0 || idle.compareTo(LONGEST_IDLE) > 0) {
            throw new IllegalArgumentException(
                    "balcao.session.idle is " + idle + "; must be from 2m to 8h, such as 15m");
        }
        this.idle = idle;
        this.callers = callers;
        this.cast = cast;
        this.provider = provider;
        this.mode = mode;
    }

    @GET
    @Path("/sign-in")
    @PermitAll
    @Operation(operationId = "getSignIn", summary = "Where access tokens come from")
    @APIResponse(
            responseCode = "200",
            description = "How to sign in",
            content = @Content(schema = @Schema(implementation = SignInView.class)))
    public Response getSignIn() {
        List<PersonView> people = cast.people().stream()
                .map(each -> new PersonView(each.id(), each.name(), each.role()))
                .toList();
        Optional<Provider.Endpoints> endpoints = endpoints();
        return unkept(new SignInView(
                mode,
                endpoints.map(Provider.Endpoints::issuer).orElse(null),
                endpoints.map(each -> each.authorization().toString()).orElse(null),
                endpoints.map(each -> each.endSession().toString()).orElse(null),
                endpoints.isPresent() ? provider.client() : null,
                people));
    }

    private Optional<Provider.Endpoints> endpoints() {
        try {
            return provider.endpoints();
        } catch (UncheckedIOException away) {
            throw ProblemType.SIGN_IN_AWAY.because(ProblemType.SIGN_IN_AWAY.explanation());
        }
    }

    @POST
    @Path("/token")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Limited(Limit.SIGN_INS)
    @Operation(
            operationId = "exchangeToken",
            summary = "Tokens for the page, from the identity provider",
            description =
                    "RFC 6749, sections 4.1.3 and 6, with the verifier of RFC 7636: passed on to the provider, whose answer comes back. "
                            + "So the page asks no other host. Nothing is here where tokens do not come from a provider.")
    @APIResponse(
            responseCode = "200",
            description = "What the provider gave",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response exchange(
            @FormParam("grant_type") String grantType,
            @FormParam("code") String code,
            @FormParam("redirect_uri") String redirectUri,
            @FormParam("code_verifier") String codeVerifier,
            @FormParam("refresh_token") String refreshToken) {
        if (endpoints().isEmpty()) {
            throw ProblemType.NOT_FOUND.because("No identity provider is connected");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        if ("authorization_code".equals(grantType)) {
            form.put("code", code);
            form.put("redirect_uri", redirectUri);
            form.put("code_verifier", codeVerifier);
        } else if ("refresh_token".equals(grantType)) {
            form.put("refresh_token", refreshToken);
        } else {
            throw ProblemType.INVALID_BODY.at("grant_type", "must be one of authorization_code, refresh_token");
        }
        form.forEach((name, value) -> {
            if (value == null) {
                throw ProblemType.INVALID_BODY.at(name, "is missing");
            }
        });
        try {
            Provider.Reply reply = provider.exchange(form);
            return Response.status(reply.status())
                    .entity(reply.json())
                    .type(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (UncheckedIOException away) {
            throw ProblemType.SIGN_IN_AWAY.because(ProblemType.SIGN_IN_AWAY.explanation());
        }
    }

    @POST
    @Path("/development")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(Limit.SIGN_INS)
    @Operation(
            operationId = "signInAsInventedPerson",
            summary = "An access token for an invented person",
            description = "Only while the program runs on a database of its own; else nothing is here.")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response signInAs(SignInAs wanted) {
        if (wanted == null || wanted.person() == null) {
            throw ProblemType.INVALID_BODY.at("/person", "is missing");
        }
        SampleCast.Person person = cast.person(wanted.person())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such person"));
        return unkept(new TokenView(
                cast.token(person), "Bearer", SampleCast.validity().toSeconds()));
    }

    @GET
    @RolesAllowed({
        Role.MEDIATOR,
        Role.PARTNER_EDITOR,
        Role.PARTNER_CLIENT,
        Role.NATIONAL_EDITOR,
        Role.NATIONAL_ADMIN,
        Role.AUDITOR
    })
    @Operation(operationId = "getSession", summary = "As whom one is signed in")
    @APIResponse(
            responseCode = "200",
            description = "Role and organization",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    public Response getSession() {
        Caller caller = callers.caller();
        return unkept(new SessionView(
                caller.role(),
                caller.organization(),
                caller.maySend(),
                caller.mayAnswer(),
                caller.subject(),
                idle.toSeconds()));
    }

    private static Response unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
