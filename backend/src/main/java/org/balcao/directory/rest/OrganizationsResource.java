package org.balcao.directory.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.balcao.directory.model.Organization;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.OrganizationInFull;
import org.balcao.directory.rest.view.OrganizationListItem;
import org.balcao.directory.store.OrganizationQueries;
import org.balcao.directory.store.OrganizationQueries.OrganizationQuery;
import org.balcao.directory.store.ResultPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The organizations that give services. */
@Path("/organizations")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class OrganizationsResource {

    private final OrganizationQueries organizations;
    private final CacheableResponses responses;
    private final Streams streams;

    OrganizationsResource(OrganizationQueries organizations, CacheableResponses responses, Streams streams) {
        this.organizations = organizations;
        this.responses = responses;
        this.streams = streams;
    }

    @GET
    @Operation(operationId = "listOrganizations", summary = "Organizations")
    @APIResponse(
            responseCode = "200",
            description = "A page of organizations; all of them with format=ndjson",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {OrganizationListItem.class, OrganizationInFull.class})))
    public Response listOrganizations(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.ORGANIZATIONS, uri.getQueryParameters(), null, headers));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "listOrganizationsByPost",
            summary = "The same as GET, for questions that should not be in an address",
            description = "Parameters may be in the address or in a form.")
    @APIResponse(
            responseCode = "200",
            description = "A page of organizations; all of them with format=ndjson",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {OrganizationListItem.class, OrganizationInFull.class})))
    public Response listOrganizationsByPost(@Context UriInfo uri, @Context HttpHeaders headers, String form) {
        QueryParameters asked = QueryParameters.of(Endpoint.ORGANIZATIONS, uri.getQueryParameters(), form, headers);
        return responses.forForm(asked, form, () -> list(asked));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        OrganizationQuery query = new OrganizationQuery(
                asked.orNull(Parameters.SEARCH),
                asked.all(Parameters.TAXONOMY_TERM_ID),
                asked.all(Parameters.TAXONOMY_ID),
                asked.orNull(Parameters.CONFIDENCE));
        boolean full = asked.is(Parameters.FULL) || asked.is(Parameters.FULL_SERVICE);
        Representation<Organization> form = full ? full(asked) : Representation.ORGANIZATION_LISTED;
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            form,
                            responses.languages(asked),
                            (position, most) -> organizations.after(query, position, most)),
                    format);
        }
        ResultPage found = organizations.page(query, asked.page(), asked.perPage());
        return responses.page(asked, form, format, found, false);
    }

    private static Representation<Organization> full(QueryParameters asked) {
        return asked.is(Parameters.FULL_SERVICE)
                ? Representation.ORGANIZATION_WITH_FULL_SERVICES
                : Representation.ORGANIZATION_FULL;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganization", summary = "One organization with its services and places")
    @APIResponse(
            responseCode = "200",
            description = "The organization",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationInFull.class)))
    public Response getOrganization(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.ORGANIZATION, uri.getQueryParameters(), null, headers);
        return responses.one(
                asked, full(asked), Format.JSON, responses.ids().get(id, "organization", organizations::find));
    }
}
