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
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.OfflinePackView;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.shared.TextLanguages;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The directory to take along, for who is going to have no network. */
@Path("/offline")
@Produces("application/json")
@PermitAll
@RunOnVirtualThread
public class OfflineResource {

    private final OfflinePacks packs;

    OfflineResource(OfflinePacks packs) {
        this.packs = packs;
    }

    @GET
    @Path("/{language}")
    @Limited(Limit.PACKS)
    @Operation(
            operationId = "getOfflinePack",
            summary = "The active services in one language of the page, to keep on a device",
            description =
                    "What a list and the page of a service show, without sources. Texts that do not exist in the language come in English, else in Portuguese.")
    @APIResponse(
            responseCode = "200",
            description = "The pack, or what changed since an earlier one",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OfflinePackView.class)))
    public Response getOfflinePack(String language, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.OFFLINE_PACK, uri.getQueryParameters(), null, headers);
        if (!TextLanguages.OF_THE_PAGE.contains(language)) {
            throw ProblemType.NOT_FOUND.because("This is no language of the page");
        }
        return packs.answer(asked, language);
    }
}
