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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.HolidayView;
import org.balcao.hours.Holiday;
import org.balcao.hours.HolidayCalendar;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The public holidays that the opening hours reckon with. */
@Path("/holidays")
@Produces("application/json")
@PermitAll
@RunOnVirtualThread
public class HolidaysResource {

    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");

    private final HolidayCalendar holidays;
    private final CacheableResponses responses;
    private final Clock clock;

    HolidaysResource(HolidayCalendar holidays, CacheableResponses responses, Clock clock) {
        this.holidays = holidays;
        this.responses = responses;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listHolidays",
            summary = "Public holidays of a year",
            description =
                    "With place: those that hold there, which are the country's, the region's and the municipality's own.")
    @APIResponse(
            responseCode = "200",
            description = "The holidays in the order of their days",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = HolidayView.class)))
    public Response listHolidays(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters asked = QueryParameters.of(Endpoint.HOLIDAYS, uri.getQueryParameters(), null, headers);
        int year = asked.one(Parameters.YEAR)
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), HERE).getYear());
        List<String> places = asked.all(Parameters.PLACE);
        List<HolidayView> found = holidays.of(year).stream()
                .filter(holiday -> places.isEmpty()
                        || places.stream().anyMatch(place -> !place.isBlank() && holdsIn(holiday, place)))
                .map(HolidayView::of)
                .toList();
        return responses.view(asked, found, true, Set.of(), Source.DIRECTORY);
    }

    private boolean holdsIn(Holiday holiday, String place) {
        return place.equals(holiday.placeCode())
                || holidays.on(holiday.date(), place).contains(holiday);
    }
}
