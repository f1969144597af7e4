package org.balcao.sync.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The HSDS objects that stand for themselves, in the order in which they can be taken: what is pointed at before what points at it. */
public enum Kind {
    TAXONOMY("taxonomies", List.of()),
    TAXONOMY_TERM("taxonomy_terms", List.of()),
    ORGANIZATION(
            "organizations",
            List.of(
                    Part.phones("organization_id"),
                    Part.contacts("organization_id"),
                    Part.of("funding", "funding", "organization_id"),
                    Part.of("additional_websites", "url", "organization_id"),
                    Part.of("organization_identifiers", "organization_identifier", "organization_id"))),
    PROGRAM("programs", List.of()),
    LOCATION(
            "locations",
            List.of(
                    Part.of("addresses", "address", "location_id"),
                    Part.phones("location_id"),
                    Part.contacts("location_id"),
                    Part.schedules("location_id"),
                    Part.of("languages", "language", "location_id"),
                    Part.of("accessibility", "accessibility", "location_id"))),
    SERVICE(
            "services",
            List.of(
                    Part.phones("service_id"),
                    Part.contacts("service_id"),
                    Part.schedules("service_id"),
                    Part.of("service_areas", "service_area", "service_id"),
                    Part.of("languages", "language", "service_id"),
                    Part.of("cost_options", "cost_option", "service_id"),
                    Part.of("required_documents", "required_document", "service_id"),
                    Part.of("funding", "funding", "service_id"),
                    Part.of("additional_urls", "url", "service_id"))),
    SERVICE_AT_LOCATION(
            "service_at_locations",
            List.of(
                    Part.phones("service_at_location_id"),
                    Part.contacts("service_at_location_id"),
                    Part.schedules("service_at_location_id"),
                    Part.of("service_areas", "service_area", "service_at_location_id"))),
    /** Of our profile: desks of several organizations under one roof; they point at services. */
    ONE_STOP_CENTRE(
            "one_stop_centres",
            List.of(
                    Part.of("features", "one_stop_feature", "one_stop_centre_id"),
                    Part.of("desks", "desk", "one_stop_centre_id")));

    private final String plural;
    private final List<Part> parts;

    Kind(String plural, List<Part> parts) {
        this.plural = plural;
        this.parts = List.copyOf(parts);
    }

    /** Its HSDS name, which is its table's. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of many, in addresses and feeds. */
    public String plural() {
        return plural;
    }

    /** What belongs to such a record, and goes with it. */
    public List<Part> parts() {
        return parts;
    }

    public Optional<Part> part(String property) {
        return parts.stream().filter(each -> each.property().equals(property)).findFirst();
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Nothing if it is another thing, such as a place. */
    public static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public static Optional<Kind> ofPlural(String plural) {
        return Arrays.stream(values())
                .filter(each -> each.plural.equals(plural))
                .findFirst();
    }
}
