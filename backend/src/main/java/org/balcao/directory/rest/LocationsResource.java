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
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.LocationView;
import org.balcao.directory.store.LocationQueries;
import org.balcao.directory.store.LocationQueries.LocationQuery;
import org.balcao.directory.store.ResultPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The places where services are given, one-stop centres among them. Ours: HSDS has no such list. */
@Path("/locations")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class LocationsResource {

    private final LocationQueries locations;
    private final CacheableResponses responses;
    private final Streams streams;

    LocationsResource(LocationQueries locations, CacheableResponses responses, Streams streams) {
        this.locations = locations;
        this.responses = responses;
        this.streams = streams;
    }

    @GET
    @Operation(operationId = "listLocations", summary = "Places where services are given")
    @APIResponse(
            responseCode = "200",
            description = "A page of locations; all of them with format=ndjson",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationView.class)))
    public Response listLocations(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.LOCATIONS, uri.getQueryParameters(), null, headers));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        LocationQuery query = new LocationQuery(
                asked.orNull(Parameters.SEARCH),
                asked.all(Parameters.ORGANIZATION_ID),
                asked.all(Parameters.PLACE),
                ServiceQueryMapper.near(asked),
                asked.orNull(Parameters.ONE_STOP_CENTRE),
                ServiceQueryMapper.byDistance(asked));
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            Representation.LOCATION_LISTED,
                            responses.languages(asked),
                            (position, most) -> locations.after(query, position, most)),
                    format);
        }
        ResultPage found = locations.page(query, asked.page(), asked.perPage());
        return responses.page(asked, Representation.LOCATION_LISTED, format, found, false);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLocation", summary = "One place with the services given there")
    @APIResponse(
            responseCode = "200",
            description = "The location",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LocationView.class)))
    public Response getLocation(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.LOCATION, uri.getQueryParameters(), null, headers);
        return responses.one(
                asked,
                Representation.LOCATION_FULL,
                Format.JSON,
                responses.ids().get(id, "location", locations::find));
    }
}
