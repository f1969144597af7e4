package org.balcao.access.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.access.SampleCast;
import org.balcao.access.SignInSource;
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

    @Schema(name = "SignIn")
    record SignInView(
            @Schema(enumeration = {"development", "provider", "none"})
            String mode,

            @Schema(description = "The OpenID provider (OpenID Connect Discovery 1.0).")
            String issuer,

            @Schema(description = "Invented people, in development only.")
            List<PersonView> people) {}

    @Schema(name = "SamplePerson")
    record PersonView(String id, String name, String role) {}

    @Schema(name = "SignInAs")
    record SignInAs(@Schema(required = true) String person) {}

    @Schema(name = "AccessToken", description = "RFC 6749, section 5.1.")
    record TokenView(String accessToken, String tokenType, long expiresIn) {}

    @Schema(name = "Session")
    record SessionView(String role, UUID organization, boolean maySend, boolean mayAnswer) {}

    private final Callers callers;
    private final SampleCast cast;
    private final String mode;
    private final Optional<String> provider;

    SessionResource(
            Callers callers,
            SampleCast cast,
            @ConfigProperty(name = SignInSource.MODE) String mode,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> provider) {
        this.callers = callers;
        this.cast = cast;
        this.mode = mode;
        this.provider = provider;
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
        return unkept(new SignInView(mode, mode.equals("provider") ? provider.orElse(null) : null, people));
    }

    @POST
    @Path("/development")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
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
        return unkept(new SessionView(caller.role(), caller.organization(), caller.maySend(), caller.mayAnswer()));
    }

    private static Response unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
