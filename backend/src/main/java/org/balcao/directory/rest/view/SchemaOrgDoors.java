package org.balcao.directory.rest.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Schedule;
import org.balcao.directory.rest.view.Parts.AddressView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.store.CountedPlaces.CountedPlace;

/** Organizations, places and their hours in the words of schema.org. */
final class SchemaOrgDoors {

    private static final Set<String> GOVERNMENT = Set.of("public", "municipality");

    private static final Map<String, String> DAYS = Map.of(
            "MO", "Monday",
            "TU", "Tuesday",
            "WE", "Wednesday",
            "TH", "Thursday",
            "FR", "Friday",
            "SA", "Saturday",
            "SU", "Sunday");

    private SchemaOrgDoors() {}

    static boolean isGovernment(Organization organization) {
        return GOVERNMENT.contains(String.valueOf(organization.organizationType));
    }

    /** An organization with its telephones and those places that may be shown. */
    static Map<String, Object> of(Organization organization, RenderContext context) {
        RenderContext.Texts texts = context.texts(organization);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", isGovernment(organization) ? "GovernmentOrganization" : "Organization");
        node.put("@id", "/api/organizations/" + organization.id);
        node.put("identifier", organization.id.toString());
        put(node, "name", texts.in("name", organization.name));
        put(node, "alternateName", organization.alternateName);
        put(node, "description", texts.in("description", organization.description));
        put(node, "url", organization.website);
        put(node, "email", organization.email);
        put(node, "telephone", telephones(organization.phones));
        put(
                node,
                "location",
                organization.locations.stream()
                        .filter(each -> !VisiblePlace.of(each, context).hidden())
                        .map(each -> place(each, each.schedules, context))
                        .toList());
        return node;
    }

    static Map<String, Object> of(Location location, RenderContext context) {
        return place(location, location.schedules, context);
    }

    /** A district, autonomous region or municipality. */
    static Map<String, Object> of(CountedPlace place, Optional<CountedPlace> around) {
        Map<String, Object> node = area(place);
        node.put("@id", "/api/places/" + place.code());
        node.put("identifier", place.code());
        if (place.latitude() != null) {
            node.put("geo", geo(place.latitude(), place.longitude()));
        }
        Map<String, Object> country = Map.of("@type", "Country", "name", "Portugal");
        node.put("containedInPlace", around.<Object>map(SchemaOrgDoors::area).orElse(country));
        return node;
    }

    private static Map<String, Object> area(CountedPlace place) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "AdministrativeArea");
        node.put("name", place.name());
        return node;
    }

    /** A location that is not hidden, with the hours that hold there. */
    static Map<String, Object> place(Location location, List<Schedule> schedules, RenderContext context) {
        VisiblePlace visible = VisiblePlace.of(location, context);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "Place");
        node.put("@id", "/api/locations/" + location.id);
        put(node, "name", context.texts(location).in("name", location.name));
        put(node, "telephone", telephones(location.phones));
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        List<AddressView> complete = visible.addresses();
        if (complete != null && !complete.isEmpty()) {
            put(address, "streetAddress", complete.getFirst().address1());
            put(address, "postalCode", complete.getFirst().postalCode());
        }
        put(address, "addressLocality", visible.municipality());
        put(address, "addressRegion", visible.district());
        address.put("addressCountry", "PT");
        node.put("address", address);
        if (visible.latitude() != null) {
            node.put("geo", geo(visible.latitude(), visible.longitude()));
        }
        put(node, "openingHoursSpecification", hours(schedules));
        return node;
    }

    private static Map<String, Object> geo(double latitude, double longitude) {
        return Map.of("@type", "GeoCoordinates", "latitude", latitude, "longitude", longitude);
    }

    /** What is dialled; of a fax nobody answers. */
    static List<String> telephones(List<Phone> phones) {
        return phones.stream()
                .filter(phone -> !"fax".equals(phone.type))
                .map(SchemaOrgDoors::telephone)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    static String telephone(Phone phone) {
        return PhoneView.dial(phone.number, phone.extension).substring("tel:".length());
    }

    /**
     * The hours that hold every week for whoever comes. What schema.org cannot say is left out: other weeks, hours in words, hours by
     * appointment.
     */
    static List<Map<String, Object>> hours(List<Schedule> schedules) {
        return schedules.stream()
                .filter(SchemaOrgDoors::holdsEveryWeek)
                .map(SchemaOrgDoors::hours)
                .toList();
    }

    private static boolean holdsEveryWeek(Schedule each) {
        return each.opensAt != null
                && each.closesAt != null
                && !each.byAppointment
                && (each.freq == null || each.freq.equals("WEEKLY"))
                && (each.interval == null || each.interval == 1)
                && each.count == null
                && each.byweekno == null
                && each.bymonthday == null
                && each.byyearday == null
                && each.byday != null
                && DAYS.keySet().containsAll(days(each));
    }

    private static Collection<String> days(Schedule each) {
        return List.of(
                each.byday.replace(" ", "").toUpperCase(java.util.Locale.ROOT).split(","));
    }

    private static Map<String, Object> hours(Schedule each) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "OpeningHoursSpecification");
        node.put("dayOfWeek", days(each).stream().map(DAYS::get).toList());
        node.put("opens", each.opensAt.toString());
        node.put("closes", each.closesAt.toString());
        put(node, "validFrom", each.validFrom == null ? each.dtstart : each.validFrom);
        put(node, "validThrough", each.validTo == null ? each.until : each.validTo);
        return node;
    }

    static void put(Map<String, Object> node, String name, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            node.put(name, value);
        }
    }
}
