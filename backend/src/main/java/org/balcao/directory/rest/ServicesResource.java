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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.BranchesView;
import org.balcao.directory.rest.view.FacetsView;
import org.balcao.directory.rest.view.ServiceInFull;
import org.balcao.directory.rest.view.ServiceListItem;
import org.balcao.directory.store.ServiceVersions;
import org.balcao.search.ModifiedPage;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The services: what people receive. */
@Path("/services")
@Produces({"application/json", "application/x-ndjson", "application/geo+json", "application/ld+json"})
@PermitAll
@RunOnVirtualThread
public class ServicesResource {

    private final ServiceSearch services;
    private final ServiceVersions versions;
    private final FacetResponses facets;
    private final BranchResponses branches;
    private final CacheableResponses responses;
    private final Streams streams;
    private final Clock clock;

    ServicesResource(
            ServiceSearch services,
            ServiceVersions versions,
            FacetResponses facets,
            BranchResponses branches,
            CacheableResponses responses,
            Streams streams,
            Clock clock) {
        this.services = services;
        this.versions = versions;
        this.facets = facets;
        this.branches = branches;
        this.responses = responses;
        this.streams = streams;
        this.clock = clock;
    }

    @GET
    @Produces({
        "application/json",
        "application/x-ndjson",
        "application/geo+json",
        "application/ld+json",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/calendar",
        "application/atom+xml"
    })
    @Operation(operationId = "listServices", summary = "Services, by everything that can be asked of them")
    @APIResponse(
            responseCode = "200",
            description = "A page of services; all of them with format=ndjson or minimal=true",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {ServiceListItem.class, ServiceInFull.class})))
    public Response listServices(@Context UriInfo uri, @Context HttpHeaders headers) {
        return list(QueryParameters.of(Endpoint.SERVICES, uri.getQueryParameters(), null, headers));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({
        "application/json",
        "application/x-ndjson",
        "application/geo+json",
        "application/ld+json",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/calendar",
        "application/atom+xml"
    })
    @Operation(
            operationId = "listServicesByPost",
            summary = "The same as GET, for questions that should not be in an address",
            description = "Parameters may be in the address or in a form.")
    @APIResponse(
            responseCode = "200",
            description = "A page of services",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {ServiceListItem.class, ServiceInFull.class})))
    public Response listServicesByPost(@Context UriInfo uri, @Context HttpHeaders headers, String form) {
        QueryParameters asked = QueryParameters.of(Endpoint.SERVICES, uri.getQueryParameters(), form, headers);
        return responses.forForm(asked, form, () -> list(asked));
    }

    private Response list(QueryParameters asked) {
        Format format = asked.format(Parameters.SERVICE_FORMAT, Format.SERVICES);
        ServiceQuery query = ServiceQueryMapper.services(asked, format, clock);
        if (asked.is(Parameters.MINIMAL)) {
            return minimal(asked, format, query);
        }
        Representation<Service> form = switch (format) {
            case GEOJSON -> Representation.SERVICE_GEOJSON;
            case JSONLD -> Representation.SERVICE_JSONLD;
            case CSV, XLSX -> Representation.SERVICE_ROW;
            case ICS, ATOM -> Representation.SERVICE_LISTED;
            case JSON, NDJSON ->
                asked.is(Parameters.FULL) ? Representation.SERVICE_FULL : Representation.SERVICE_LISTED;
        };
        if (format == Format.NDJSON) {
            return responses.stream(
                    streams.lines(
                            form,
                            responses.languages(asked),
                            (position, most) -> services.after(query.unfolded(), position, most)),
                    format);
        }
        int perPage = asked.one(Parameters.PAGE_SIZE).orElse(format.usualPage());
        ServicePage found = services.page(
                query, asked.page(), perPage, responses.languages(asked).tags());
        return responses.page(asked, form, format, found, ServiceQueryMapper.changesByTheMinute(asked));
    }

    private Response minimal(QueryParameters asked, Format format, ServiceQuery query) {
        if (format == Format.NDJSON
                || asked.all(Parameters.PAGE_SIZE).isEmpty()
                        && asked.all(Parameters.PAGE).isEmpty()) {
            return responses.stream(
                    streams.modified(
                            (position, most) -> services.modifiedAfter(query, position, most), format != Format.NDJSON),
                    format == Format.NDJSON ? format : Format.JSON);
        }
        ModifiedPage page = services.modifiedPage(query, asked.page(), asked.perPage());
        List<byte[]> items = page.modified().stream()
                .map(each -> Streams.minimal(each).getBytes(StandardCharsets.UTF_8))
                .toList();
        return responses.bytes(asked, PageEnvelope.page(asked, page.total(), items), true, Set.of(), Source.DIRECTORY);
    }

    @GET
    @Path("/facets")
    @Operation(
            operationId = "countServiceFacets",
            summary = "How many services each further choice would leave",
            description = "The same filters as the list. Each choice is counted with its own filter left out.")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FacetsView.class)))
    public Response countServiceFacets(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.SERVICE_FACETS, uri.getQueryParameters(), null, headers);
        return facets.answer(asked, ServiceQueryMapper.services(asked, Format.JSON, clock));
    }

    @GET
    @Path("/{id}/branches")
    @Operation(
            operationId = "listServiceBranches",
            summary = "The branches behind the entry of a program, by place",
            description =
                    "None where the service is not the entry of a program. A branch that is in several places is there once for each.")
    @APIResponse(
            responseCode = "200",
            description = "The active branches, in the order of the names of their places",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BranchesView.class)))
    public Response listServiceBranches(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.SERVICE_BRANCHES, uri.getQueryParameters(), null, headers);
        return branches.answer(
                asked, responses.ids().get(id, "service", versions::find).id());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getService", summary = "One service with everything known of it")
    @APIResponse(
            responseCode = "200",
            description = "The service",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ServiceInFull.class)))
    public Response getService(String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.SERVICE, uri.getQueryParameters(), null, headers);
        Format format = asked.format(Parameters.ONE_SERVICE_FORMAT, Format.ONE_SERVICE);
        Representation<Service> form = switch (format) {
            case GEOJSON -> Representation.SERVICE_GEOJSON;
            case JSONLD -> Representation.SERVICE_JSONLD;
            case JSON, NDJSON, CSV, XLSX, ICS, ATOM -> Representation.SERVICE_FULL;
        };
        return responses.one(asked, form, format, responses.ids().get(id, "service", versions::find));
    }
}
