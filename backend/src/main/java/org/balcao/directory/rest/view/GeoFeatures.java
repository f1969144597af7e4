package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as GeoJSON (RFC 7946): a feature for each of its places that may be shown on a map, or one without a point. */
public record GeoFeatures(@JsonValue List<Feature> features) {

    /** One place of a service. */
    @Schema(name = "GeoFeature")
    public record Feature(
            String type, String id, @JsonInclude Geometry geometry, Properties properties) {}

    /** A point, longitude first. */
    @Schema(name = "GeoPoint")
    public record Geometry(String type, List<Double> coordinates) {}

    /** What a map needs to know of the service there. */
    @Schema(name = "GeoProperties")
    public record Properties(
            UUID serviceId,
            UUID organizationId,
            String name,
            String organization,
            String status,
            String confidence,
            UUID locationId,
            String place,
            String municipality,
            String municipalityCode,
            Boolean approximate,
            String positionPrecision,
            List<String> needs) {}

    public static GeoFeatures of(Service service, RenderContext context) {
        List<ServicePlace> places = service.serviceAtLocations.stream()
                .map(given -> ServicePlace.of(given, context))
                .filter(place -> place.latitude() != null)
                .toList();
        return new GeoFeatures(
                places.isEmpty()
                        ? List.of(feature(service, null, context))
                        : places.stream()
                                .map(place -> feature(service, place, context))
                                .toList());
    }

    private static Feature feature(Service service, ServicePlace place, RenderContext context) {
        boolean somewhere = place != null;
        return new Feature(
                "Feature",
                somewhere ? place.serviceAtLocationId().toString() : service.id.toString(),
                somewhere ? new Geometry("Point", List.of(place.longitude(), place.latitude())) : null,
                new Properties(
                        service.id,
                        service.organization.id,
                        context.texts(service).in("name", service.name),
                        context.texts(service.organization).in("name", service.organization.name),
                        service.status,
                        service.confidence,
                        somewhere ? place.locationId() : null,
                        somewhere ? place.name() : null,
                        somewhere ? place.municipality() : null,
                        somewhere ? place.municipalityCode() : null,
                        somewhere ? place.approximate() : null,
                        somewhere ? place.positionPrecision() : null,
                        TermView.of(service.attributes, TermView.NEEDS, context).stream()
                                .map(TermView::code)
                                .toList()));
    }
}
