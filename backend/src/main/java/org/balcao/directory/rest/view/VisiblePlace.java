package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Optional;
import org.balcao.directory.model.Address;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.PositionPrecision;
import org.balcao.directory.rest.view.LocationView.Position;
import org.balcao.directory.rest.view.Parts.AddressView;
import org.balcao.directory.store.CountedPlaces.CountedPlace;

/**
 * What may be shown of where a location is. Every form of every answer asks here and nowhere else.
 *
 * <p>A full address is shown whole. Of a partial one the municipality is shown. Of a hidden one nothing is: who is inside may be
 * looked for by somebody they fled from, and a municipality, a name or the area code of a telephone would be enough.
 */
final class VisiblePlace {

    private enum Visibility {
        FULL,
        PARTIAL,
        HIDDEN;

        /** A visibility we do not know is taken as hidden: the careful reading. */
        static Visibility of(String word) {
            return switch (word) {
                case "full" -> FULL;
                case "partial" -> PARTIAL;
                default -> HIDDEN;
            };
        }
    }

    private final Location location;
    private final Visibility visibility;
    private final Optional<CountedPlace> municipality;

    private VisiblePlace(Location location, RenderContext context) {
        this.location = location;
        this.visibility = Visibility.of(location.addressVisibility);
        this.municipality =
                visibility == Visibility.HIDDEN ? Optional.empty() : context.place(location.municipalityCode);
    }

    static VisiblePlace of(Location location, RenderContext context) {
        return new VisiblePlace(location, context);
    }

    String visibility() {
        return visibility.name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean hidden() {
        return visibility == Visibility.HIDDEN;
    }

    boolean full() {
        return visibility == Visibility.FULL;
    }

    /** What is there under a name, unless the place is hidden. */
    <T> T unlessHidden(T value) {
        return hidden() ? null : value;
    }

    /** What would lead to the door, unless the address is not public. */
    <T> T ifFull(T value) {
        return full() ? value : null;
    }

    Double latitude() {
        return ifFull(location.latitude);
    }

    Double longitude() {
        return ifFull(location.longitude);
    }

    /** The middle of the municipality, where the place's own point is not known or not public. */
    Position approximate() {
        if (latitude() != null) {
            return null;
        }
        return municipality
                .filter(place -> place.latitude() != null)
                .map(place -> new Position(place.latitude(), place.longitude()))
                .orElse(null);
    }

    /** What the coordinates are the middle of; null where they are the place's own, or there are none. */
    PositionPrecision precision() {
        if (latitude() != null) {
            return location.positionPrecision;
        }
        return approximate() == null ? null : PositionPrecision.TOWN;
    }

    /** The addresses HSDS accepts: those that are complete. */
    List<AddressView> addresses() {
        return full()
                ? location.addresses.stream()
                        .filter(Address::isComplete)
                        .map(AddressView::of)
                        .toList()
                : null;
    }

    /** Street, postal code and city as far as they are known, on one line. */
    String addressText() {
        return full()
                ? location.addresses.stream()
                        .map(Address::asText)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    String city() {
        return full()
                ? location.addresses.stream()
                        .map(each -> each.city)
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    String municipality() {
        return municipality.map(CountedPlace::name).orElse(null);
    }

    String municipalityCode() {
        return municipality.map(CountedPlace::code).orElse(null);
    }

    String district() {
        return municipality.map(CountedPlace::parentName).orElse(null);
    }

    String districtCode() {
        return municipality.map(CountedPlace::parentCode).orElse(null);
    }
}
