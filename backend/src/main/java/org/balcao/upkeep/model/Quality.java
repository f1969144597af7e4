package org.balcao.upkeep.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * How much of what a person needs to know a service's listing says, and what is missing. Each point is something that people who use such directories ask
 * for; all weigh the same.
 *
 * @param score of a hundred
 * @param missing of description, contact, hours, place, languages, documents, eligibility, cost, translation, check
 */
public record Quality(int score, List<String> missing) {
    private static final int ENOUGH_WORDS = 40;
    private static final int CHECKED_WITHIN_DAYS = 180;
    private static final int WHOLE = 100;

    public Quality {
        missing = List.copyOf(missing);
    }

    /**
     * @param service an HSDS service as the directory has it
     * @param places at how many places it is given
     */
    public static Quality of(ObjectNode service, int places, LocalDate today) {
        Map<String, Predicate<ObjectNode>> points = new LinkedHashMap<>();
        points.put("description", each -> each.path("description").asText().length() >= ENOUGH_WORDS);
        points.put("contact", each -> !each.path("phones").isEmpty() || each.has("email") || each.has("url"));
        points.put(
                "hours",
                each -> !each.path("schedules").isEmpty() || each.has("by_appointment_only") || isRemote(each));
        points.put("place", each -> places > 0 || isRemote(each));
        points.put("languages", each -> !each.path("languages").isEmpty() || each.has("interpretation_services"));
        points.put("documents", each -> !each.path("required_documents").isEmpty());
        points.put("eligibility", each -> each.has("eligibility_description") || each.has("who_may_refer"));
        points.put(
                "cost",
                each -> each.has("free")
                        || each.has("fees_description")
                        || !each.path("cost_options").isEmpty());
        points.put("translation", Quality::isTranslated);
        points.put(
                "check",
                each -> each.has("assured_date")
                        && !LocalDate.parse(each.path("assured_date").asText())
                                .isBefore(today.minusDays(CHECKED_WITHIN_DAYS)));
        List<String> missing = new ArrayList<>();
        points.forEach((name, point) -> {
            if (!point.test(service)) {
                missing.add(name);
            }
        });
        return new Quality(WHOLE * (points.size() - missing.size()) / points.size(), missing);
    }

    private static boolean isRemote(ObjectNode service) {
        return StreamSupport.stream(service.path("delivery_modes").spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(mode -> !mode.equals("in_person"));
    }

    private static boolean isTranslated(ObjectNode service) {
        return StreamSupport.stream(service.path("translations").spliterator(), false)
                .anyMatch(each -> each.path("field").asText().equals("name")
                        && each.path("language").asText().equals("en"));
    }
}
