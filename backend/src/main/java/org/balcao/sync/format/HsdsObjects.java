package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.balcao.sync.model.Columns;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Part;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Shape;
import org.balcao.sync.model.Shape.Type;
import org.balcao.sync.model.Stated;
import org.jboss.logging.Logger;

/**
 * Reads objects of HSDS 3 as they are nested in JSON: each becomes a record, and what it holds of other records (its organization, its
 * places, its terms) becomes a thin record and a reference.
 */
public final class HsdsObjects {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final Set<String> TAX_NUMBERS = Set.of("NIF", "NIPC", "PT-NIF", "PT-NIPC");
    private static final int MOST_PARTS = 500;
    private static final int MOST_PROBLEMS = 100;
    private static final Set<String> OWNERS = Set.of(
            "organization_id",
            "service_id",
            "location_id",
            "service_at_location_id",
            "contact_id",
            "phone_id",
            "schedule_id",
            "one_stop_centre_id",
            "link_id",
            "link_entity",
            "resource_id",
            "resource_type",
            "entity_id",
            "entity_type");
    private static final String LAST_MODIFIED = "last_modified";

    /** Records inside records: under which property, of which kind, and the column that then refers to it. */
    private record Inner(Kind kind, String column) {}

    private static final Map<String, Inner> INNER = Map.of(
            "organization", new Inner(Kind.ORGANIZATION, "organization_id"),
            "program", new Inner(Kind.PROGRAM, "program_id"),
            "location", new Inner(Kind.LOCATION, "location_id"),
            "service", new Inner(Kind.SERVICE, "service_id"),
            "taxonomy_detail", new Inner(Kind.TAXONOMY, "taxonomy_id"),
            "taxonomy_term", new Inner(Kind.TAXONOMY_TERM, "taxonomy_term_id"));

    /** Lists of records inside records, which then refer back. */
    private static final Map<Kind, Map<String, Inner>> INNER_LISTS = Map.of(
            Kind.ORGANIZATION,
            Map.of(
                    "programs", new Inner(Kind.PROGRAM, "organization_id"),
                    "services", new Inner(Kind.SERVICE, "organization_id"),
                    "locations", new Inner(Kind.LOCATION, "organization_id")),
            Kind.SERVICE,
            Map.of("service_at_locations", new Inner(Kind.SERVICE_AT_LOCATION, "service_id")),
            Kind.PROGRAM,
            Map.of("services", new Inner(Kind.SERVICE, "program_id")));

    private final Shape shape;
    private final Consumer<Stated> to;
    private final List<Stated> gathered = new ArrayList<>();

    public HsdsObjects(Shape shape, Consumer<Stated> to) {
        this.shape = shape;
        this.to = to;
    }

    /** Reads one record with all that is inside it; whatever it is, it is told, and the next can be read. */
    public void read(Kind kind, JsonNode given, boolean thin, int line) {
        gathered.clear();
        try {
            record(kind, given, thin, line);
        } catch (RuntimeException odd) {
            LOG.debugf(odd, "A %s at line %d cannot be read", kind.word(), line);
            gathered.clear();
            gathered.add(unread(
                    kind, line, "", "not_possible", "cannot be read as it is; tell us its line, and we look why"));
        }
        List.copyOf(gathered).forEach(to);
    }

    private static Stated unread(Kind kind, int line, String pointer, String code, String message) {
        return new Stated(kind, "line " + line, false, line, null, List.of(Problem.error(pointer, code, message)));
    }

    private void record(Kind kind, JsonNode given, boolean thin, int line) {
        if (!given.isObject()) {
            gathered.add(unread(kind, line, "", "not_an_object", "must be an object"));
            return;
        }
        String id = given.path("id").isNumber()
                ? given.path("id").asText()
                : given.path("id").asText("").strip();
        if (!Values.ID.matcher(id).matches()) {
            gathered.add(
                    unread(kind, line, "/id", "missing", "is missing, or not made of letters, digits and . _ : / @ -"));
            return;
        }
        List<Problem> problems = new ArrayList<>();
        ObjectNode body = object(kind.word(), kind, null, given, "", problems, line);
        if (kind == Kind.LOCATION && !thin && says(body).isEmpty()) {
            problems.add(
                    Problem.error("/name", "missing", "is missing, and so is all else that says which place it is"));
        }
        gathered.add(new Stated(kind, id, thin, line, body, first(problems)));
    }

    /** What a location says besides of which type it is and whose. */
    private static Set<String> says(ObjectNode location) {
        Set<String> said = new HashSet<>();
        location.fieldNames().forEachRemaining(said::add);
        said.removeAll(Set.of("location_type", "organization_id"));
        return said;
    }

    /** As many as anybody reads; what keeps a record back is always among them. */
    private static List<Problem> first(List<Problem> problems) {
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<Problem> first = new ArrayList<>();
        problems.stream().filter(Problem::keepsBack).limit(MOST_PROBLEMS).forEach(first::add);
        problems.stream()
                .filter(problem -> !problem.keepsBack())
                .limit(MOST_PROBLEMS - first.size())
                .forEach(first::add);
        first.add(Problem.warning("", "more", "has " + (problems.size() - first.size()) + " more of these"));
        return first;
    }

    /**
     * @param part null of a record itself
     * @return null if it is a part without what it cannot be without; of a record what is wrong then keeps it back
     */
    private ObjectNode object(
            String table, Kind kind, Part part, JsonNode given, String at, List<Problem> told, int line) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode body = properties(table, kind, part, given, at, problems, line);
        boolean whole = true;
        for (Problem problem : problems) {
            boolean wrong = problem.keepsBack();
            boolean needed = wrong
                    && (Columns.needed(table).contains(problem.pointer().substring(at.length() + 1))
                            || Columns.belongTogether(table));
            whole &= !needed;
            told.add(wrong && (kind == null || !needed) ? problem.leavesOut() : problem);
        }
        return kind != null || whole ? body : null;
    }

    private ObjectNode properties(
            String table, Kind kind, Part part, JsonNode given, String at, List<Problem> problems, int line) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Values values = new Values(problems);
        List<Part> parts = kind != null ? kind.parts() : part == null ? List.of() : part.parts();
        List<String> emptyOnes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            String name = each.getKey();
            JsonNode value = each.getValue();
            String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
            if (name.equals("id") || name.equals(LAST_MODIFIED) || kind == null && isOwner(name, table)) {
                continue;
            }
            if (value.isNull() || value.isTextual() && value.textValue().isBlank()) {
                emptyOnes.add(name);
                continue;
            }
            Optional<Type> column = shape.column(table, name);
            if (column.isPresent() && !(value.isObject() && INNER.containsKey(name))) {
                JsonNode read = values.read(table, name, column.get(), value, pointer);
                if (read != null) {
                    body.set(name, read);
                }
            } else if (!inner(table, kind, name, value, given, body, line)) {
                list(table, parts, name, value, pointer, body, problems, line);
            }
        }
        if (!emptyOnes.isEmpty()) {
            problems.add(Problem.warning(
                    at + "/" + emptyOnes.getFirst(),
                    "empty_left_out",
                    emptyOnes.size() == 1
                            ? "is empty and was left out"
                            : "and " + (emptyOnes.size() - 1) + " more are empty and were left out"));
        }
        for (String needed : Columns.needed(table)) {
            boolean told = problems.stream()
                    .anyMatch(problem -> problem.pointer().equals(at + "/" + needed) && problem.keepsBack());
            if (!body.has(needed) && !told) {
                problems.add(Problem.error(at + "/" + needed, "missing", "is missing"));
            }
        }
        together(table, body, at, problems);
        taxNumber(table, body, at, problems);
        return body;
    }

    /** Said to be a Portuguese tax number it has to be one; else nine digits that are none are told. */
    private static void taxNumber(String table, ObjectNode body, String at, List<Problem> problems) {
        boolean declared =
                TAX_NUMBERS.contains(body.path("identifier_type").asText("").toUpperCase(Locale.ROOT));
        String identifier = body.path("identifier").asText("");
        if (table.equals("organization_identifier") && declared && !identifier.isEmpty() && !Nif.isRight(identifier)) {
            problems.add(Problem.error(
                    at + "/identifier", "not_a_nif", "must be a NIF: the last digit does not fit the others"));
        }
        String taxId = body.path("tax_id").asText("");
        if (table.equals("organization") && Nif.looksLike(taxId) && !Nif.isRight(taxId)) {
            problems.add(Problem.warning(
                    at + "/tax_id", "not_a_nif", "must be a Portuguese NIF: the last digit does not fit the others"));
        }
    }

    /** A record inside a record: handed on by itself, and referred to. */
    private boolean inner(
            String table, Kind kind, String name, JsonNode value, JsonNode given, ObjectNode body, int line) {
        Inner one = INNER.get(name);
        if (one != null && value.isObject()) {
            if (shape.column(table, one.column()).isPresent()
                    && Values.ID.matcher(value.path("id").asText("").strip()).matches()) {
                body.put(one.column(), value.path("id").asText().strip());
                record(one.kind(), value, true, line);
            }
            return true;
        }
        Inner many =
                kind == null ? null : INNER_LISTS.getOrDefault(kind, Map.of()).get(name);
        if (many != null && value.isArray()) {
            for (JsonNode each : value) {
                if (each.isObject()) {
                    ObjectNode theirs = each.deepCopy();
                    theirs.put(many.column(), given.path("id").asText());
                    record(many.kind(), theirs, many.kind() != Kind.SERVICE_AT_LOCATION, line);
                }
            }
            return true;
        }
        return false;
    }

    private void list(
            String table,
            List<Part> parts,
            String name,
            JsonNode value,
            String pointer,
            ObjectNode body,
            List<Problem> problems,
            int line) {
        Optional<Part> part =
                parts.stream().filter(each -> each.property().equals(name)).findFirst();
        Optional<Part.OfAny> ofAny = java.util.Arrays.stream(Part.OfAny.values())
                .filter(each -> each.property().equals(name))
                .findFirst();
        if (part.isEmpty() && ofAny.isEmpty()) {
            problems.add(Problem.warning(pointer, "not_kept", "is nothing that the directory keeps of a " + table));
            return;
        }
        if (!value.isArray() || value.size() > MOST_PARTS) {
            problems.add(
                    Problem.leftOut(pointer, "not_a_list", "must be a list of at most " + MOST_PARTS + " entries"));
            return;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Set<List<String>> translated = new HashSet<>();
        String theirTable =
                part.map(Part::table).orElseGet(() -> ofAny.orElseThrow().table());
        for (int i = 0; i < value.size(); i++) {
            JsonNode each = value.get(i);
            String where = pointer + "/" + i;
            if (!each.isObject()) {
                problems.add(Problem.leftOut(where, "not_an_object", "must be an object"));
                continue;
            }
            if (theirTable.equals("phone")) {
                for (JsonNode phone : PhoneObjects.apart(each, where, problems)) {
                    add(list, object(theirTable, null, part.orElse(null), phone, where, problems, line), phone);
                }
                continue;
            }
            ObjectNode object = object(theirTable, null, part.orElse(null), each, where, problems, line);
            if (object == null) {
                continue;
            }
            if (theirTable.equals("translation")
                    && !translated.add(List.of(
                            object.path("field").asText(),
                            object.path("language").asText()))) {
                problems.add(Problem.leftOut(where, "twice", "translates the same field into the same language again"));
                continue;
            }
            add(list, object, each);
        }
        if (!list.isEmpty() || value.isEmpty()) {
            body.set(name, list);
        }
    }

    /** Adds a part under the id that it was given, if it could be read. */
    private static void add(ArrayNode list, ObjectNode part, JsonNode given) {
        if (part == null) {
            return;
        }
        String id = given.path("id").asText("").strip();
        if (Values.ID.matcher(id).matches()) {
            part.put("id", id);
        }
        list.add(part);
    }

    /** A part says whose it is by where it stands. */
    private static boolean isOwner(String name, String table) {
        return OWNERS.contains(name) && !table.equals("desk");
    }

    /** Values that only make sense with each other. */
    private static void together(String table, ObjectNode body, String at, List<Problem> problems) {
        switch (table) {
            case "location" -> {
                if (body.has("latitude") != body.has("longitude")) {
                    body.remove(List.of("latitude", "longitude"));
                    problems.add(Problem.error(at + "/latitude", "not_a_pair", "and longitude go together"));
                } else if (body.has("latitude")
                        && !(Math.abs(body.path("latitude").asDouble()) <= 90
                                && Math.abs(body.path("longitude").asDouble()) <= 180)) {
                    body.remove(List.of("latitude", "longitude"));
                    problems.add(
                            Problem.error(at + "/latitude", "not_on_earth", "and longitude are no place on Earth"));
                }
            }
            case "schedule" -> {
                if (body.has("timezone") && !body.has("timezone_name")) {
                    problems.add(Problem.warning(
                            at + "/timezone", "timezone_of_the_place", "is kept; times are those of the place"));
                }
                if (body.has("count") && body.has("until")) {
                    problems.add(Problem.error(
                            at + "/count", "count_and_until", "and until cannot both be there (RFC 5545)"));
                }
                if (body.has("opens_at") != body.has("closes_at")) {
                    problems.add(Problem.error(at + "/opens_at", "not_a_pair", "and closes_at go together"));
                }
            }
            case "schedule_exception" -> {
                if (!body.path("closed").asBoolean(true) && !(body.has("opens_at") && body.has("closes_at"))) {
                    problems.add(Problem.error(at + "/opens_at", "missing", "is missing: it is not closed then"));
                }
                if (body.has("date_from")
                        && body.has("date_to")
                        && body.path("date_to")
                                        .asText()
                                        .compareTo(body.path("date_from").asText())
                                < 0) {
                    problems.add(Problem.error(at + "/date_to", "before_its_begin", "is before date_from"));
                }
            }
            default -> {
                // nothing that depends on something else
            }
        }
    }
}
