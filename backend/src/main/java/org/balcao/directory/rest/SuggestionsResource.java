package org.balcao.directory.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.SuggestionsView;
import org.balcao.search.ServiceSearch;
import org.balcao.search.Suggestion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What somebody who is still typing may mean. */
@Path("/suggestions")
@Produces("application/json")
@PermitAll
@RunOnVirtualThread
public class SuggestionsResource {

    private static final int USUAL = 8;
    private static final int MOST = 20;

    private final ServiceSearch search;
    private final CacheableResponses responses;

    SuggestionsResource(ServiceSearch search, CacheableResponses responses) {
        this.search = search;
        this.responses = responses;
    }

    @GET
    @Operation(
            operationId = "listSuggestions",
            summary = "Needs, places and services that begin like what is being typed",
            description =
                    "In any language; needs are named in the reader's. Empty while the search is being made ready.")
    @APIResponse(
            responseCode = "200",
            description = "The likeliest first",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SuggestionsView.class)))
    public Response listSuggestions(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.SUGGESTIONS, uri.getQueryParameters(), null, headers);
        int most = Math.min(asked.one(Parameters.PAGE_SIZE).orElse(USUAL), MOST);
        List<Suggestion> found = asked.one(Parameters.SEARCH)
                .map(typed -> search.suggest(typed, responses.languages(asked).tags(), most))
                .orElse(List.of());
        return responses.view(asked, SuggestionsView.of(found), true, Set.of(), Source.INDEX);
    }
}
