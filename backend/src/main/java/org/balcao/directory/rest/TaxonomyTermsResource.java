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
import org.balcao.directory.rest.view.TaxonomyTermView;
import org.balcao.directory.store.ResultPage;
import org.balcao.directory.store.TaxonomyQueries;
import org.balcao.directory.store.TaxonomyQueries.TermQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The terms of the taxonomies: needs, audiences and others. */
@Path("/taxonomy_terms")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class TaxonomyTermsResource {

    private final TaxonomyQueries taxonomies;
    private final CacheableResponses responses;
    private final Streams streams;

    TaxonomyTermsResource(TaxonomyQueries taxonomies, CacheableResponses responses, Streams streams) {
        this.taxonomies = taxonomies;
        this.responses = responses;
        this.streams = streams;
    }

    @GET
    @Operation(operationId = "listTaxonomyTerms", summary = "Taxonomy terms")
    @APIResponse(
            responseCode = "200",
            description = "A page of terms; all of them with format=ndjson",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyTermView.class)))
    public Response listTaxonomyTerms(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.TAXONOMY_TERMS, uri.getQueryParameters(), null, headers));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "listTaxonomyTermsByPost",
            summary = "The same as GET, for questions that should not be in an address",
            description = "Parameters may be in the address or in a form.")
    @APIResponse(
            responseCode = "200",
            description = "A page of terms; all of them with format=ndjson",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyTermView.class)))
    public Response listTaxonomyTermsByPost(@Context UriInfo uri, @Context HttpHeaders headers, String form) {
        QueryParameters asked = QueryParameters.of(Endpoint.TAXONOMY_TERMS, uri.getQueryParameters(), form, headers);
        return responses.forForm(asked, form, () -> list(asked));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        TermQuery query = new TermQuery(
                asked.orNull(Parameters.SEARCH),
                asked.all(Parameters.TAXONOMY_ID),
                asked.is(Parameters.TOP_ONLY),
                asked.all(Parameters.PARENT_ID));
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            Representation.TAXONOMY_TERM,
                            responses.languages(asked),
                            (position, most) -> taxonomies.termsAfter(query, position, most)),
                    format);
        }
        ResultPage found = taxonomies.terms(query, asked.page(), asked.perPage());
        return responses.page(asked, Representation.TAXONOMY_TERM, format, found, false);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTaxonomyTerm", summary = "One taxonomy term")
    @APIResponse(
            responseCode = "200",
            description = "The term",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TaxonomyTermView.class)))
    public Response getTaxonomyTerm(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.TAXONOMY_TERM, uri.getQueryParameters(), null, headers);
        return responses.one(
                asked,
                Representation.TAXONOMY_TERM,
                Format.JSON,
                responses.ids().get(id, "taxonomy term", taxonomies::findTerm));
    }
}
