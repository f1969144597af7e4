package org.balcao.directory.rest.view;

import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.PositionPrecision;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.view.LocationView.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a service is given, in short: what a card or a map needs, and no more than the place's visibility allows. */
@Schema(name = "ServicePlace")
public record ServicePlace(
        UUID locationId,
        UUID serviceAtLocationId,
        String name,
        String city,
        String municipality,
        String municipalityCode,
        String district,
        String districtCode,
        Double latitude,
        Double longitude,

        @Schema(
                description =
                        "True where the coordinates are the middle of an area, because its own are not known or not public: draw an area, not a pin.")
        Boolean approximate,

        @Schema(
                enumeration = {"street", "postcode", "parish", "town"},
                description = "What the coordinates are the middle of; absent where they are the place's own.")
        String positionPrecision,

        @Schema(enumeration = {"full", "partial", "hidden"}) String addressVisibility,
        Map<String, Localized> localized) {

    static ServicePlace of(ServiceAtLocation given, RenderContext context) {
        VisiblePlace place = VisiblePlace.of(given.location, context);
        RenderContext.Texts texts = context.texts(given.location);
        Position approximate = place.approximate();
        PositionPrecision precision = place.precision();
        return new ServicePlace(
                given.location.id,
                given.id,
                place.hidden() ? null : texts.in("name", given.location.name),
                place.city(),
                place.municipality(),
                place.municipalityCode(),
                place.district(),
                place.districtCode(),
                approximate == null ? place.latitude() : Double.valueOf(approximate.latitude()),
                approximate == null ? place.longitude() : Double.valueOf(approximate.longitude()),
                precision != null && precision.isArea() ? Boolean.TRUE : null,
                precision == null ? null : precision.word(),
                place.visibility(),
                texts.localized());
    }
}
