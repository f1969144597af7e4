package org.balcao.directory.rest.view;

import java.util.UUID;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A district, autonomous region or municipality. */
@Schema(name = "Place")
public record PlaceView(
        UUID id,

        @Schema(enumeration = {"district", "autonomous_region", "municipality"})
        String level,

        String code,
        String name,
        String parentCode,
        String parentName,
        Double latitude,
        Double longitude,

        @Schema(
                description =
                        "Active services given there or meant for people there; those for the whole country are not counted.")
        long servicesCount) {

    public static PlaceView of(CountedPlace place) {
        return new PlaceView(
                place.id(),
                place.level(),
                place.code(),
                place.name(),
                place.parentCode(),
                place.parentName(),
                place.latitude(),
                place.longitude(),
                place.services());
    }
}
