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
import java.time.Clock;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.ServiceAtLocationView;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.ServiceAtLocationSearch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Services at their places. */
@Path("/service_at_locations")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class ServiceAtLocationsResource {

    private final ServiceAtLocationSearch given;
    private final CacheableResponses responses;
    private final Streams streams;
    private final Clock clock;

    ServiceAtLocationsResource(
            ServiceAtLocationSearch given, CacheableResponses responses, Streams streams, Clock clock) {
        this.given = given;
        this.responses = responses;
        this.streams = streams;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listServiceAtLocations", summary = "Services at their places")
    @APIResponse(
            responseCode = "200",
            description = "A page of services at places; all of them with format=ndjson",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ServiceAtLocationView.class)))
    public Response listServiceAtLocations(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.SERVICE_AT_LOCATIONS, uri.getQueryParameters(), null, headers));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "listServiceAtLocationsByPost",
            summary = "The same as GET, for questions that should not be in an address",
            description = "Parameters may be in the address or in a form.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services at places; all of them with format=ndjson",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ServiceAtLocationView.class)))
    public Response listServiceAtLocationsByPost(@Context UriInfo uri, @Context HttpHeaders headers, String form) {
        QueryParameters asked =
                QueryParameters.of(Endpoint.SERVICE_AT_LOCATIONS, uri.getQueryParameters(), form, headers);
        return responses.forForm(asked, form, () -> list(asked));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        ServiceAtLocationSearch.Query query = new ServiceAtLocationSearch.Query(
                ServiceQueryMapper.services(asked, Format.JSON, clock),
                asked.orNull(Parameters.POSTCODE),
                asked.orNull(Parameters.PROXIMITY));
        Representation<ServiceAtLocation> form = asked.is(Parameters.FULL)
                ? Representation.SERVICE_AT_LOCATION_FULL
                : Representation.SERVICE_AT_LOCATION_LISTED;
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            form, responses.languages(asked), (position, most) -> given.after(query, position, most)),
                    format);
        }
        ResultPage found = given.page(query, asked.page(), asked.perPage());
        return responses.page(asked, form, format, found, false);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getServiceAtLocation", summary = "One service at one place, both in full")
    @APIResponse(
            responseCode = "200",
            description = "The service at the place",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ServiceAtLocationView.class)))
    public Response getServiceAtLocation(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked =
                QueryParameters.of(Endpoint.SERVICE_AT_LOCATION, uri.getQueryParameters(), null, headers);
        return responses.one(
                asked,
                Representation.SERVICE_AT_LOCATION_FULL,
                Format.JSON,
                responses.ids().get(id, "service_at_location", given::find));
    }
}
