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
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.PlaceView;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Districts, autonomous regions and municipalities, with their official codes. */
@Path("/places")
@Produces({"application/json", "application/x-ndjson"})
@PermitAll
@RunOnVirtualThread
public class PlacesResource {

    private final CountedPlaces places;
    private final CacheableResponses responses;

    PlacesResource(CountedPlaces places, CacheableResponses responses) {
        this.places = places;
        this.responses = responses;
    }

    @GET
    @Operation(operationId = "listPlaces", summary = "Districts, autonomous regions and municipalities")
    @APIResponse(
            responseCode = "200",
            description = "A page of places; all of them with format=ndjson",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlaceView.class)))
    public Response listPlaces(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.PLACES, uri.getQueryParameters(), null, headers);
        Format format = asked.format(Parameters.FORMAT, Format.LISTS);
        List<byte[]> found = places.atlas().byCode().values().stream()
                .filter(place -> isAsked(place, asked))
                .map(place -> HsdsJson.bytes(PlaceView.of(place)))
                .toList();
        if (format == Format.NDJSON) {
            return responses.stream(
                    out -> {
                        for (byte[] place : found) {
                            out.write(place);
                            out.write('\n');
                        }
                    },
                    format);
        }
        int first = (int) Math.min((long) (asked.page() - 1) * asked.perPage(), found.size());
        List<byte[]> page = found.subList(first, Math.min(first + asked.perPage(), found.size()));
        return responses.bytes(asked, PageEnvelope.page(asked, found.size(), page), true, Set.of(), Source.DIRECTORY);
    }

    private static boolean isAsked(CountedPlace place, QueryParameters asked) {
        List<String> levels = asked.all(Parameters.LEVEL);
        List<String> parents = asked.all(Parameters.PARENT_CODE);
        String search = plain(asked.one(Parameters.SEARCH).orElse(""));
        return (levels.isEmpty() || levels.contains(place.level()))
                && (parents.isEmpty() || parents.contains(place.parentCode()))
                && plain(place.name()).contains(search);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPlace", summary = "One district, autonomous region or municipality")
    @APIResponse(
            responseCode = "200",
            description = "The place",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlaceView.class)))
    public Response getPlace(String code, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.ONE_PLACE, uri.getQueryParameters(), null, headers);
        return places.atlas()
                .find(code)
                .map(place -> responses.view(asked, PlaceView.of(place), true, Set.of(), Source.DIRECTORY))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no place with this code"));
    }
}
