package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.balcao.sync.format.Package.Row;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Stated;

/**
 * Tables of HSDS 3, 2.0, 1.1 and Ohana: rows are put where they belong, as if they had been nested JSON, and read as that. A row whose owner is not
 * in the package is kept back by itself.
 */
final class TabularFeed {
    /** Of which table are records; all other tables are of parts. */
    private static final Map<String, Kind> RECORDS = Map.ofEntries(
            Map.entry("taxonomies", Kind.TAXONOMY),
            Map.entry("taxonomy_terms", Kind.TAXONOMY_TERM),
            Map.entry("taxonomy", Kind.TAXONOMY_TERM),
            Map.entry("organizations", Kind.ORGANIZATION),
            Map.entry("programs", Kind.PROGRAM),
            Map.entry("locations", Kind.LOCATION),
            Map.entry("services", Kind.SERVICE),
            Map.entry("service_at_location", Kind.SERVICE_AT_LOCATION),
            Map.entry("services_at_location", Kind.SERVICE_AT_LOCATION),
            Map.entry("service_at_locations", Kind.SERVICE_AT_LOCATION),
            Map.entry("one_stop_centres", Kind.ONE_STOP_CENTRE));

    /** Whose part a row is, by the first of these columns that is filled; and the tables where the owner may be. */
    private static final Map<String, List<String>> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("phone_id", List.of("phones"));
        OWNERS.put("contact_id", List.of("contacts"));
        OWNERS.put("schedule_id", List.of("schedules"));
        OWNERS.put("one_stop_centre_id", List.of("one_stop_centres"));
        OWNERS.put(
                "service_at_location_id",
                List.of("service_at_location", "services_at_location", "service_at_locations"));
        OWNERS.put("service_id", List.of("services"));
        OWNERS.put("location_id", List.of("locations"));
        OWNERS.put("organization_id", List.of("organizations"));
    }

    /** The lists that hold the rows of a table, where they are called otherwise. */
    private static final Map<String, String> LISTS = Map.of(
            "mail_addresses", "postal_addresses",
            "service_capacity", "capacities",
            "citations", "sources",
            "schedule_exceptions", "exceptions",
            "one_stop_features", "features");

    /** Tables that say something about the package and not about a service. */
    private static final Set<String> ABOUT = Set.of("meta_table_descriptions", "units", "places", "payments_accepted");

    private static final Set<String> OF_ANY = Set.of("attributes", "metadata", "translations", "citations");

    private final HsdsObjects objects;
    private final Consumer<Stated> to;
    private final Map<String, List<Row>> tables;
    private final Map<String, Map<String, ObjectNode>> byId = new HashMap<>();

    TabularFeed(HsdsObjects objects, Consumer<Stated> to, Map<String, List<Row>> tables) {
        this.objects = objects;
        this.to = to;
        this.tables = tables;
    }

    void read() {
        if (RECORDS.keySet().stream().noneMatch(tables::containsKey)) {
            throw new FeedRefused("not_hsds", "The package has no table of organizations, services or locations.");
        }
        tables.forEach((name, rows) -> {
            Map<String, ObjectNode> found = byId.computeIfAbsent(name, each -> new HashMap<>());
            for (Row row : rows) {
                renameId(name, row.values());
                found.putIfAbsent(row.values().path("id").asText(), row.values());
            }
        });
        // what is inside parts first, so that it is there when the part is put into its record
        tables.forEach((name, rows) -> {
            if (!RECORDS.containsKey(name) && !ABOUT.contains(name)) {
                rows.forEach(row -> place(name, row));
            }
        });
        Map<String, String> organizationOfPlace = new HashMap<>();
        for (Kind kind : Kind.values()) {
            tables.forEach((name, rows) -> {
                if (RECORDS.get(name) == kind) {
                    rows.forEach(row -> record(kind, row, organizationOfPlace));
                }
            });
        }
    }

    private static void renameId(String table, ObjectNode row) {
        if (!row.has("id") && row.has(table + "_id")) {
            row.set("id", row.remove(table + "_id"));
        }
    }

    private void place(String table, Row row) {
        ObjectNode values = row.values();
        String property = LISTS.getOrDefault(table, table);
        ObjectNode owner = OF_ANY.contains(table) ? anyOwner(values) : owner(table, values);
        if (table.equals("url") && owner != null) {
            property = values.path("service_id").asText("").isBlank() ? "additional_websites" : "additional_urls";
        }
        if (owner == null) {
            to.accept(new Stated(
                    Kind.SERVICE,
                    table + "/" + values.path("id").asText("line " + row.line()),
                    false,
                    row.line(),
                    null,
                    List.of(Problem.error("/" + table, "owner_not_known", "belongs to nothing in the package"))));
            return;
        }
        owner.withArray(property).add(values);
    }

    private ObjectNode owner(String table, ObjectNode values) {
        for (Map.Entry<String, List<String>> each : OWNERS.entrySet()) {
            String id = values.path(each.getKey()).asText("");
            if (!id.isBlank() && !each.getValue().contains(table)) {
                if (table.equals("desks") && !each.getKey().equals("one_stop_centre_id")) {
                    continue;
                }
                return each.getValue().stream()
                        .flatMap(owners -> Stream.ofNullable(
                                byId.getOrDefault(owners, Map.of()).get(id)))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /** Attributes, metadata, translations and citations name the id of any object. */
    private ObjectNode anyOwner(ObjectNode values) {
        String id = Stream.of("link_id", "resource_id", "entity_id")
                .map(column -> values.path(column).asText(""))
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("");
        return byId.values().stream()
                .flatMap(table -> Stream.ofNullable(table.get(id)))
                .findFirst()
                .orElse(null);
    }

    private void record(Kind kind, Row row, Map<String, String> organizationOfPlace) {
        ObjectNode values = row.values();
        String id = values.path("id").asText();
        String ofOrganization = values.path("organization_id").asText("");
        switch (kind) {
            case LOCATION -> {
                organizationOfPlace.put(id, ofOrganization);
                ohanaLocation(values);
            }
            case SERVICE -> ohanaService(values, organizationOfPlace, row.line());
            case TAXONOMY_TERM -> term(values);
            default -> {
                // as it is
            }
        }
        objects.read(kind, Older.modern(kind, values), false, row.line());
    }

    private static void term(ObjectNode values) {
        if (values.has("parent_name") || values.has("vocabulary")) {
            if (values.path("description").asText("").isBlank()) {
                values.put("description", values.path("name").asText());
            }
            if (values.hasNonNull("vocabulary")) {
                values.set("taxonomy", values.remove("vocabulary"));
            }
            values.remove("parent_name");
        }
    }

    /** Ohana lists words with commas where HSDS has tables. */
    private static void ohanaLocation(ObjectNode values) {
        split(values, "languages", "name");
        split(values, "accessibility", "description");
    }

    private void ohanaService(ObjectNode values, Map<String, String> organizationOfPlace, int line) {
        String place = values.path("location_id").asText("");
        if (!place.isBlank()) {
            if (values.path("organization_id").asText("").isBlank()) {
                values.put("organization_id", organizationOfPlace.getOrDefault(place, ""));
            }
            ObjectNode both = values.objectNode();
            both.put("id", values.path("id").asText() + "@" + place);
            both.put("service_id", values.path("id").asText());
            both.put("location_id", place);
            objects.read(Kind.SERVICE_AT_LOCATION, both, false, line);
            values.remove("location_id");
        }
        split(values, "languages", "name");
        split(values, "funding_sources", "source");
        split(values, "required_documents", "document");
        split(values, "service_areas", "name");
        if (values.path("funding_sources").isArray()) {
            values.set("funding", values.remove("funding_sources"));
        }
        if (values.path("eligibility").isTextual()
                && !values.path("eligibility").asText().isBlank()) {
            values.set("eligibility_description", values.remove("eligibility"));
        }
        if (values.has("website")) {
            values.set("url", values.remove("website"));
        }
        if (values.has("fees") && !values.has("fees_description")) {
            values.set("fees_description", values.remove("fees"));
        }
        JsonNode terms = values.remove("taxonomy_ids");
        if (terms != null && !terms.asText().isBlank()) {
            ArrayNode attributes = values.withArray("attributes");
            for (String term : terms.asText().split("\\s*,\\s*")) {
                attributes.addObject().put("taxonomy_term_id", term);
            }
        }
        if (values.path("status").asText("").isBlank()) {
            values.put("status", "active");
        }
    }

    private static void split(ObjectNode values, String column, String property) {
        JsonNode cell = values.get(column);
        if (cell == null || !cell.isTextual()) {
            return;
        }
        List<String> words = new ArrayList<>();
        for (String word : cell.asText().split("\\s*[,;]\\s*")) {
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            values.remove(column);
            return;
        }
        ArrayNode list = values.putArray(column);
        words.forEach(word -> list.addObject().put(property, word));
    }
}
