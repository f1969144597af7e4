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
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.TaxonomyView;
import org.balcao.directory.store.ResultPage;
import org.balcao.directory.store.TaxonomyQueries;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The taxonomies that services are described with. */
@Path("/taxonomies")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class TaxonomiesResource {

    private final TaxonomyQueries taxonomies;
    private final CacheableResponses responses;
    private final Streams streams;

    TaxonomiesResource(TaxonomyQueries taxonomies, CacheableResponses responses, Streams streams) {
        this.taxonomies = taxonomies;
        this.responses = responses;
        this.streams = streams;
    }

    @GET
    @Operation(operationId = "listTaxonomies", summary = "Taxonomies")
    @APIResponse(
            responseCode = "200",
            description = "A page of taxonomies; all of them with format=ndjson",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyView.class)))
    public Response listTaxonomies(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.TAXONOMIES, uri.getQueryParameters(), null, headers));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "listTaxonomiesByPost",
            summary = "The same as GET, for questions that should not be in an address",
            description = "Parameters may be in the address or in a form.")
    @APIResponse(
            responseCode = "200",
            description = "A page of taxonomies; all of them with format=ndjson",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyView.class)))
    public Response listTaxonomiesByPost(@Context UriInfo uri, @Context HttpHeaders headers, String form) {
        QueryParameters asked = QueryParameters.of(Endpoint.TAXONOMIES, uri.getQueryParameters(), form, headers);
        return responses.forForm(asked, form, () -> list(asked));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        String search = asked.orNull(Parameters.SEARCH);
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            Representation.TAXONOMY,
                            responses.languages(asked),
                            (position, most) -> taxonomies.taxonomiesAfter(search, position, most)),
                    format);
        }
        ResultPage found = taxonomies.taxonomies(search, asked.page(), asked.perPage());
        return responses.page(asked, Representation.TAXONOMY, format, found, false);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTaxonomy", summary = "One taxonomy")
    @APIResponse(
            responseCode = "200",
            description = "The taxonomy",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyView.class)))
    public Response getTaxonomy(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.TAXONOMY, uri.getQueryParameters(), null, headers);
        return responses.one(
                asked,
                Representation.TAXONOMY,
                Format.JSON,
                responses.ids().get(id, "taxonomy", taxonomies::findTaxonomy));
    }
}
