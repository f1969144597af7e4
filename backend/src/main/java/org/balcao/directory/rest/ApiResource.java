package org.balcao.directory.rest;

import io.quarkus.vertx.http.HttpServer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.AboutView;
import org.balcao.directory.rest.view.ApiMetadata;
import org.balcao.directory.rest.view.ApiMetadata.Publisher;
import org.balcao.directory.rest.view.ProfileView;
import org.balcao.shared.PublicUrl;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What this API is, which standard it keeps to, and what the directory behind it holds. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class ApiResource {

    private static final String HSDS = "3.2";
    private static final String DESCRIPTION =
            "Services for migrants and refugees in Portugal, from public sources: what is offered, by whom, where and when.";

    private final CacheableResponses responses;
    private final AboutDirectory about;
    private final PublicUrl publicUrl;
    private final HttpServer server;
    private final String publisher;
    private final Optional<String> publisherWebsite;
    private final Optional<String> publisherEmail;
    private final Optional<String> publisherIdentifier;
    private final byte[] profile;

    ApiResource(
            CacheableResponses responses,
            AboutDirectory about,
            PublicUrl publicUrl,
            HttpServer server,
            @ConfigProperty(name = "balcao.publisher.name", defaultValue = "Balcão") String publisher,
            @ConfigProperty(name = "balcao.publisher.website") Optional<String> publisherWebsite,
            @ConfigProperty(name = "balcao.publisher.email") Optional<String> publisherEmail,
            @ConfigProperty(name = "balcao.publisher.identifier") Optional<String> publisherIdentifier) {
        this.responses = responses;
        this.about = about;
        this.publicUrl = publicUrl;
        this.server = server;
        this.publisher = publisher;
        this.publisherWebsite = publisherWebsite;
        this.publisherEmail = publisherEmail;
        this.publisherIdentifier = publisherIdentifier;
        this.profile = read("/hsds/profile.json");
    }

    private static byte[] read(String resource) {
        try (InputStream in = ApiResource.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @GET
    @Operation(
            operationId = "getApiMetadata",
            summary = "Which standard this API keeps to, and where it is described",
            description = "Answers JSON whatever the Accept header says.")
    @APIResponse(
            responseCode = "200",
            description = "The metadata of the API",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiMetadata.class)))
    public Response getApiMetadata(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.API_METADATA, uri.getQueryParameters(), null, headers);
        String base = publicUrl.said().orElseGet(this::onThisMachine) + "/api";
        Publisher named = new Publisher(
                publisher,
                publisherIdentifier.orElse(null),
                publisherEmail.orElse(null),
                publisherWebsite.orElse(null));
        ApiMetadata metadata = new ApiMetadata(HSDS, base + "/profile", base + "/openapi.json", DESCRIPTION, named);
        return responses.view(asked, metadata, true, Set.of("en"), Source.DIRECTORY);
    }

    /** HSDS wants whole addresses; until somebody says where the API is for everybody, it is where the program runs. */
    private String onThisMachine() {
        return "http://localhost:" + server.getPort();
    }

    @GET
    @Path("/profile")
    @Operation(operationId = "getProfile", summary = "Our profile of HSDS, as JSON merge patches of its schemas")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProfileView.class)))
    public Response getProfile(@Context UriInfo uri, @Context HttpHeaders headers) {
        return responses.bytes(
                QueryParameters.of(Endpoint.PROFILE, uri.getQueryParameters(), null, headers),
                profile,
                true,
                Set.of("en"),
                Source.DIRECTORY);
    }

    @GET
    @Path("/about")
    @Operation(operationId = "getAbout", summary = "What the directory holds and where it comes from")
    @APIResponse(
            responseCode = "200",
            description = "The directory in numbers, its licence, its credits, and what its newest load left out",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AboutView.class)))
    public Response getAbout(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.ABOUT, uri.getQueryParameters(), null, headers);
        return responses.view(asked, about.view(), false, Set.of(), Source.MORE);
    }
}
