package org.balcao.directory.rest.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Location;
import org.balcao.directory.rest.view.Parts.AccessibilityView;
import org.balcao.directory.rest.view.Parts.AddressView;
import org.balcao.directory.rest.view.Parts.AttributeView;
import org.balcao.directory.rest.view.Parts.ContactView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.rest.view.Parts.ScheduleView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** HSDS location with the official codes of where it lies, as far as its visibility allows. */
@Schema(name = "Location")
public record LocationView(
        UUID id,

        @Schema(enumeration = {"physical", "postal", "virtual"})
        String locationType,

        String url,
        UUID organizationId,
        OrganizationInShort organization,
        String name,
        String alternateName,
        String description,
        String transportation,
        Double latitude,
        Double longitude,

        @Schema(
                enumeration = {"street", "postcode", "parish", "town"},
                description =
                        "What latitude and longitude are the middle of; absent where they are the place's own. A parish or a town is an area, not a pin.")
        String positionPrecision,

        String externalIdentifier,
        String externalIdentifierType,
        List<LanguageView> languages,

        @Schema(description = "Complete addresses only; see address_text.")
        List<AddressView> addresses,

        List<ContactView> contacts,
        List<AccessibilityView> accessibility,
        List<PhoneView> phones,
        List<ScheduleView> schedules,
        List<AttributeView> attributes,
        String email,

        @Schema(description = "Street, postal code and city as far as they are known, on one line.")
        String addressText,

        String municipality,
        String municipalityCode,
        String district,
        String districtCode,

        @Schema(
                description =
                        "The middle of the municipality, where the place's own coordinates are not known or not public.")
        Position approximatePosition,

        @Schema(
                enumeration = {"full", "partial", "hidden"},
                description = "How much of the address may be shown.")
        String addressVisibility,

        @Schema(enumeration = {"high", "medium", "low"}) String confidence,
        OpeningHoursView openingHours,
        OneStopCentreView oneStopCentre,

        @Schema(description = "The services given here; only when a location is read by its id.")
        List<ServiceListItem> services,

        List<SourceView> sources,
        List<TranslationView> translations,
        Map<String, Localized> localized,

        @Schema(description = "Metres from lat and lon, where they were given.")
        Integer distanceM,

        @Schema(description = "True where the distance is to the middle of a parish, a town or a municipality.")
        Boolean distanceApproximate) {

    /** A point on the map. */
    @Schema(name = "Position")
    public record Position(double latitude, double longitude) {}

    private enum Detail {
        NESTED,
        LISTED,
        FULL
    }

    /** As lists give it. */
    public static LocationView listed(Location location, RenderContext context) {
        return of(location, context, Detail.LISTED);
    }

    /** With the services given there. */
    public static LocationView full(Location location, RenderContext context) {
        return of(location, context, Detail.FULL);
    }

    static LocationView nested(Location location, RenderContext context) {
        return of(location, context, Detail.NESTED);
    }

    private static LocationView of(Location location, RenderContext context, Detail form) {
        VisiblePlace place = VisiblePlace.of(location, context);
        RenderContext.Texts texts = context.texts(location);
        boolean hidden = place.hidden();
        boolean alone = form != Detail.NESTED;
        return new LocationView(
                location.id,
                location.locationType,
                place.unlessHidden(location.url),
                location.organization == null ? null : location.organization.id,
                alone ? OrganizationInShort.of(location.organization, context) : null,
                hidden ? null : texts.in("name", location.name),
                place.unlessHidden(location.alternateName),
                place.full() ? texts.in("description", location.description) : null,
                place.full() ? texts.in("transportation", location.transportation) : null,
                place.latitude(),
                place.longitude(),
                place.latitude() == null || location.positionPrecision == null
                        ? null
                        : location.positionPrecision.word(),
                place.unlessHidden(location.externalIdentifier),
                place.unlessHidden(location.externalIdentifierType),
                LanguageView.of(location.languages),
                place.addresses(),
                hidden ? null : ContactView.of(location.contacts, context),
                place.full() ? AccessibilityView.of(location.accessibility) : null,
                hidden ? null : PhoneView.of(location.phones, context),
                ScheduleView.of(location.schedules, context),
                hidden ? null : AttributeView.of(location.attributes, context),
                place.unlessHidden(location.email),
                place.addressText(),
                place.municipality(),
                place.municipalityCode(),
                place.district(),
                place.districtCode(),
                place.approximate(),
                place.visibility(),
                location.confidence,
                OpeningHoursView.of(context.hours().of(location), location.schedules, null, context),
                hidden
                        ? null
                        : location.oneStopCentre()
                                .map(centre -> OneStopCentreView.of(centre, context))
                                .orElse(null),
                form == Detail.FULL
                        ? location.serviceAtLocations.stream()
                                .map(given -> ServiceListItem.atLocation(given.service, context))
                                .toList()
                        : null,
                alone && place.full() ? SourceView.of(location.sources) : null,
                form == Detail.FULL && place.full()
                        ? TranslationView.of(location, sourceTexts(location), context)
                        : null,
                texts.localized(),
                null,
                null);
    }

    private static Map<String, String> sourceTexts(Location location) {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", location.name);
        texts.put("description", location.description);
        texts.put("transportation", location.transportation);
        return texts;
    }
}
