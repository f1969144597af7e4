package org.balcao.sync.model;

import java.util.Map;
import java.util.Set;

/**
 * What may stand in the columns of the directory's tables, beyond what the database itself says. Allowed words are those of HSDS 3.2 and of our
 * profile (docs/hsds-profile.md).
 */
public final class Columns {
    /** Words that are allowed, by table and column. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("organization.status", Set.of("active", "inactive", "defunct")),
            Map.entry("organization.confidence", Set.of("high", "medium", "low")),
            Map.entry("service.status", Set.of("active", "inactive", "defunct", "temporarily closed")),
            Map.entry("service.confidence", Set.of("high", "medium", "low")),
            Map.entry("service.delivery_modes", Set.of("in_person", "phone", "online")),
            Map.entry("service.access_modes", Set.of("walk_in", "appointment", "phone", "email", "form", "referral")),
            Map.entry("location.location_type", Set.of("physical", "postal", "virtual")),
            Map.entry("location.address_visibility", Set.of("full", "partial", "hidden")),
            Map.entry("location.confidence", Set.of("high", "medium", "low")),
            Map.entry("location.position_precision", Set.of("street", "postcode", "parish", "town")),
            Map.entry("address.address_type", Set.of("physical", "postal", "virtual")),
            Map.entry("schedule.freq", Set.of("WEEKLY", "MONTHLY")),
            Map.entry("schedule.wkst", Set.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")),
            Map.entry("service_area.extent_type", Set.of("geojson", "topojson", "kml", "text")),
            Map.entry("one_stop_centre.status", Set.of("open", "closed")),
            Map.entry("desk.kind", Set.of("public_institution", "support_office")),
            Map.entry("translation.origin", Set.of("human", "machine")));

    /** Columns without which a record says nothing; where the database is more patient than HSDS, HSDS counts. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry("organization", Set.of("name", "description")),
            Map.entry("program", Set.of("name", "description")),
            Map.entry("service", Set.of("name", "status")),
            Map.entry("location", Set.of("location_type")),
            Map.entry("service_at_location", Set.of("service_id", "location_id")),
            Map.entry("taxonomy", Set.of("name", "description")),
            Map.entry("taxonomy_term", Set.of("name", "description")),
            Map.entry("phone", Set.of("number")),
            Map.entry("address", Set.of("address_type")),
            Map.entry("url", Set.of("url")),
            Map.entry("organization_identifier", Set.of("identifier_type", "identifier")),
            Map.entry("schedule_exception", Set.of("date_from", "date_to", "closed")),
            Map.entry("translation", Set.of("field", "language", "value", "origin", "reviewed")),
            Map.entry("one_stop_centre", Set.of("location_id", "status")),
            Map.entry("one_stop_feature", Set.of("name")),
            Map.entry("desk", Set.of("name", "kind")),
            Map.entry(
                    "metadata",
                    Set.of(
                            "last_action_date",
                            "last_action_type",
                            "field_name",
                            "previous_value",
                            "replacement_value",
                            "updated_by")));

    /** Columns that hold a web address. */
    private static final Set<String> ADDRESSES = Set.of(
            "organization.website",
            "organization.logo",
            "organization.uri",
            "service.url",
            "location.url",
            "url.url",
            "required_document.uri",
            "accessibility.url",
            "service_area.uri",
            "taxonomy.uri",
            "taxonomy_term.term_uri",
            "schedule.schedule_link",
            "citation.url");

    /** Parts whose values say something only together: with one of them wrong the others would say something else. */
    private static final Set<String> TOGETHER = Set.of("schedule", "schedule_exception");

    /** Numbers that count something: from this one on. */
    private static final Map<String, Integer> LEAST = Map.of(
            "service.minimum_age", 0,
            "service.maximum_age", 0,
            "cost_option.amount", 0,
            "schedule.count", 1,
            "schedule.interval", 1);

    /** What a column has when a feed does not say. */
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("organization.status", "active"),
            Map.entry("organization.confidence", "medium"),
            Map.entry("service.confidence", "medium"),
            Map.entry("service.delivery_modes", java.util.List.of()),
            Map.entry("service.access_modes", java.util.List.of()),
            Map.entry("service.who_may_refer", java.util.List.of()),
            Map.entry("location.address_visibility", "full"),
            Map.entry("location.timezone_name", "Europe/Lisbon"),
            Map.entry("location.confidence", "medium"),
            Map.entry("schedule.timezone_name", "Europe/Lisbon"),
            Map.entry("schedule.by_appointment", false),
            Map.entry("service_area.nationwide", false),
            Map.entry("one_stop_centre.languages", java.util.List.of()),
            Map.entry("translation.source", false));

    private Columns() {}

    public static Set<String> words(String table, String column) {
        return WORDS.getOrDefault(table + "." + column, Set.of());
    }

    public static Set<String> needed(String table) {
        return NEEDED.getOrDefault(table, Set.of());
    }

    /** Whether a part with a wrong value is left out whole. */
    public static boolean belongTogether(String table) {
        return TOGETHER.contains(table);
    }

    /** The smallest number that a column may hold; null where there is none. */
    public static Integer least(String table, String column) {
        return LEAST.get(table + "." + column);
    }

    public static boolean isAddress(String table, String column) {
        return ADDRESSES.contains(table + "." + column);
    }

    /** @return null where there is none */
    public static Object initially(String table, String column) {
        return DEFAULTS.get(table + "." + column);
    }
}
