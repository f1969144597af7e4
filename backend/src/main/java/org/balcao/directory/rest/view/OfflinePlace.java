package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.view.Parts.AddressView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.rest.view.ServiceInPack.Call;
import org.balcao.hours.Basis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service at one of its places, as a device keeps it: the place as far as its visibility allows, and what is said of the service there. */
@Schema(name = "OfflinePlace")
public record OfflinePlace(Where location, List<Call> phones, OpeningHoursView openingHours) {

    /** The place. */
    @Schema(name = "OfflineLocation")
    public record Where(
            UUID id,
            String name,
            String city,
            String municipality,
            String municipalityCode,
            String district,
            String districtCode,
            Double latitude,
            Double longitude,
            String positionPrecision,
            List<Street> addresses,

            @Schema(description = "Where the address is not complete.")
            String addressText,

            @Schema(enumeration = {"full", "partial", "hidden"})
            String addressVisibility,

            String confidence,
            List<Call> phones,
            String email,
            List<Way> accessibility,
            String transportation,
            Map<String, String> localized) {}

    /** A complete address. */
    @Schema(name = "OfflineAddress")
    public record Street(
            @com.fasterxml.jackson.annotation.JsonProperty("address_1")
            String address1,

            @com.fasterxml.jackson.annotation.JsonProperty("address_2")
            String address2,

            String postalCode,
            String city) {}

    /** How one gets in with a wheelchair, and the like. */
    @Schema(name = "OfflineAccessibility")
    public record Way(String description, String details) {}

    static OfflinePlace of(ServiceAtLocation given, RenderContext context) {
        return new OfflinePlace(
                where(given, context), Call.of(PhoneView.of(given.phones, context)), InShort.of(hours(given, context)));
    }

    /** Made of the form that every other answer shows, which decides what of a place may be told. */
    private static Where where(ServiceAtLocation given, RenderContext context) {
        LocationView shown = LocationView.nested(given.location, context);
        List<AddressView> complete = shown.addresses() == null ? List.of() : shown.addresses();
        return new Where(
                shown.id(),
                shown.name(),
                VisiblePlace.of(given.location, context).city(),
                shown.municipality(),
                shown.municipalityCode(),
                shown.district(),
                shown.districtCode(),
                shown.latitude(),
                shown.longitude(),
                shown.positionPrecision(),
                complete.stream()
                        .limit(1)
                        .map(each -> new Street(each.address1(), each.address2(), each.postalCode(), each.city()))
                        .toList(),
                complete.isEmpty() ? shown.addressText() : null,
                shown.addressVisibility(),
                shown.confidence(),
                Call.of(shown.phones()),
                email(shown),
                shown.accessibility() == null
                        ? null
                        : shown.accessibility().stream()
                                .map(each -> new Way(each.description(), each.details()))
                                .toList(),
                shown.transportation(),
                InShort.of(shown.localized()));
    }

    private static String email(LocationView shown) {
        if (shown.email() != null || shown.contacts() == null) {
            return shown.email();
        }
        return shown.contacts().stream()
                .map(each -> each.email())
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    /** Of the service there; where that is not known, of the place. */
    private static OpeningHoursView hours(ServiceAtLocation given, RenderContext context) {
        OpeningHoursView there = OpeningHoursView.of(
                context.hours().of(given), context.hours().schedules(given), given.service.byAppointmentOnly, context);
        return Basis.UNKNOWN.wireName().equals(there.basis())
                ? OpeningHoursView.of(context.hours().of(given.location), given.location.schedules, null, context)
                : there;
    }
}
