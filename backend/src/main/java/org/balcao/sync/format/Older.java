package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.balcao.sync.model.Kind;

/**
 * Says in the words of HSDS 3 what was written in those of HSDS 1.1 and 2.0, of Open Referral UK 1.0 and of Ohana. Words of HSDS 3 stay as they
 * are. What has no place in HSDS 3 stays too, and is told as not kept.
 */
final class Older {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Map<String, String> DAY_NAMES = Map.of(
            "monday",
            "MO",
            "tuesday",
            "TU",
            "wednesday",
            "WE",
            "thursday",
            "TH",
            "friday",
            "FR",
            "saturday",
            "SA",
            "sunday",
            "SU");
    private static final Map<String, String> STATUS = Map.of("suspended", "temporarily closed");

    private Older() {}

    static ObjectNode modern(Kind kind, ObjectNode record) {
        lists(record);
        switch (kind) {
            case ORGANIZATION -> renamed(record, "url", "website");
            case LOCATION -> location(record);
            case SERVICE -> service(record);
            default -> {
                // the same words in all versions
            }
        }
        for (String inner : List.of("organization", "location", "service")) {
            if (record.get(inner) instanceof ObjectNode object) {
                modern(Kind.of(inner), object);
            }
        }
        for (JsonNode each : record.path("service_at_locations")) {
            if (each instanceof ObjectNode object) {
                modern(Kind.SERVICE_AT_LOCATION, object);
            }
        }
        return record;
    }

    private static void renamed(ObjectNode record, String before, String after) {
        if (record.has(before) && !record.has(after)) {
            record.set(after, record.remove(before));
        }
    }

    private static void lists(ObjectNode record) {
        renamed(record, "fundings", "funding");
        renamed(record, "contact", "contacts");
        schedules(record);
        for (JsonNode each : record.path("contacts")) {
            if (each instanceof ObjectNode contact) {
                lists(contact);
            }
        }
        for (JsonNode each : record.path("languages")) {
            if (each instanceof ObjectNode language && language.has("language")) {
                JsonNode said = language.remove("language");
                language.set(said.asText().matches("[a-z]{2,3}") ? "code" : "name", said);
            }
        }
        for (JsonNode each : record.path("service_areas")) {
            if (each instanceof ObjectNode area) {
                renamed(area, "service_area", "name");
            }
        }
        for (JsonNode each : record.path("phones")) {
            if (each instanceof ObjectNode phone) {
                phone.remove("language");
                renamed(phone, "number_type", "type");
                renamed(phone, "department", "description");
            }
        }
    }

    /** Weekdays with hours become weekly schedules; days that are closed become exceptions of the first of them. */
    private static void schedules(ObjectNode record) {
        JsonNode regular = record.remove("regular_schedules");
        JsonNode holidays = record.remove("holiday_schedules");
        if (regular == null && holidays == null) {
            return;
        }
        ArrayNode schedules = record.has("schedules") && record.get("schedules").isArray()
                ? (ArrayNode) record.get("schedules")
                : record.putArray("schedules");
        for (JsonNode each : regular == null ? List.<JsonNode>of() : listed(regular)) {
            if (each instanceof ObjectNode schedule) {
                JsonNode weekday = schedule.remove("weekday");
                if (weekday != null) {
                    schedule.put("freq", "WEEKLY").put("byday", day(weekday.asText()));
                }
                schedules.add(schedule);
            }
        }
        for (JsonNode each : holidays == null ? List.<JsonNode>of() : listed(holidays)) {
            if (each instanceof ObjectNode holiday) {
                ObjectNode exception = JsonNodeFactory.instance.objectNode();
                for (String[] pair : new String[][] {
                    {"id", "id"},
                    {"start_date", "date_from"},
                    {"end_date", "date_to"},
                    {"closed", "closed"},
                    {"opens_at", "opens_at"},
                    {"closes_at", "closes_at"}
                }) {
                    if (holiday.has(pair[0])) {
                        exception.set(pair[1], holiday.get(pair[0]));
                    }
                }
                ObjectNode first = schedules.isEmpty() ? schedules.addObject() : (ObjectNode) schedules.get(0);
                first.withArray("exceptions").add(exception);
            }
        }
    }

    private static List<JsonNode> listed(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String day(String weekday) {
        if (weekday.matches("[1-7]")) {
            return DAYS.get(Integer.parseInt(weekday) - 1);
        }
        String known = DAY_NAMES.get(weekday.toLowerCase(Locale.ROOT));
        return known == null ? weekday : known;
    }

    private static void location(ObjectNode record) {
        if (!record.has("location_type")) {
            record.put("location_type", record.path("virtual").asBoolean(false) ? "virtual" : "physical");
        }
        record.remove("virtual");
        renamed(record, "website", "url");
        ArrayNode addresses = null;
        for (String type : List.of("physical", "postal")) {
            JsonNode older = record.remove(type + "_addresses");
            if (older == null) {
                continue;
            }
            addresses = addresses == null ? record.withArray("addresses") : addresses;
            for (JsonNode each : older) {
                if (each instanceof ObjectNode address) {
                    addresses.add(address.put("address_type", type));
                }
            }
        }
        for (JsonNode each : record.path("addresses")) {
            if (each instanceof ObjectNode address && !address.has("address_type")) {
                address.put("address_type", "physical");
            }
        }
        JsonNode accessible = record.remove("accessibility_for_disabilities");
        if (accessible != null) {
            for (JsonNode each : accessible) {
                if (each instanceof ObjectNode object) {
                    renamed(object, "accessibility", "description");
                }
            }
            record.set("accessibility", accessible);
        }
    }

    private static void service(ObjectNode record) {
        String status = record.path("status").asText("");
        if (status.isBlank() && !record.has("status") && isOlder(record)) {
            record.put("status", "active");
        } else if (STATUS.containsKey(status)) {
            record.put("status", STATUS.get(status));
        }
        for (String name : List.of("eligibilitys", "eligibility")) {
            JsonNode older = record.get(name);
            if (older != null && older.isArray()) {
                record.remove(name);
                eligibility(record, listed(older));
            }
        }
        JsonNode terms = record.has("service_taxonomys")
                ? record.remove("service_taxonomys")
                : record.remove("services_taxonomy");
        if (terms != null) {
            ArrayNode attributes = record.withArray("attributes");
            for (JsonNode each : terms) {
                ObjectNode attribute = attributes.addObject();
                if (each.has("id")) {
                    attribute.set("id", each.get("id"));
                }
                JsonNode term = each.path("taxonomy");
                if (term.isObject()) {
                    attribute.set("taxonomy_term", term(term));
                } else if (each.hasNonNull("taxonomy_id")) {
                    attribute.set("taxonomy_term_id", each.get("taxonomy_id"));
                }
            }
        }
    }

    private static ObjectNode term(JsonNode older) {
        ObjectNode term = JsonNodeFactory.instance.objectNode();
        term.set("id", older.path("id"));
        term.set("name", older.path("name"));
        term.put("description", older.path("name").asText(""));
        if (older.hasNonNull("vocabulary")) {
            term.set("taxonomy", older.get("vocabulary"));
        }
        return term;
    }

    private static boolean isOlder(JsonNode record) {
        return record.has("eligibilitys") || record.has("service_taxonomys") || record.has("regular_schedules");
    }

    private static void eligibility(ObjectNode record, List<JsonNode> older) {
        List<String> said = new ArrayList<>();
        for (JsonNode each : older) {
            if (each.hasNonNull("eligibility")) {
                said.add(each.get("eligibility").asText());
            }
            if (each.hasNonNull("minimum_age") && !record.has("minimum_age")) {
                record.set("minimum_age", each.get("minimum_age"));
            }
            if (each.hasNonNull("maximum_age") && !record.has("maximum_age")) {
                record.set("maximum_age", each.get("maximum_age"));
            }
        }
        if (!said.isEmpty() && !record.has("eligibility_description")) {
            record.put("eligibility_description", String.join("; ", said));
        }
    }
}
