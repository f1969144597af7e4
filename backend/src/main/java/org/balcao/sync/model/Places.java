package org.balcao.sync.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which municipality an address is in, by the names that it has; and whether the codes of places are any. */
public final class Places {
    private final Map<String, String> codes;

    /** @param codes by code, and by name where one municipality alone has it */
    public Places(Map<String, String> codes) {
        this.codes = codes;
    }

    /** Says in which municipality a location is, if it does not say so itself. */
    public void locate(ObjectNode location, List<Problem> problems) {
        if (location.has("municipality_code")) {
            return;
        }
        for (JsonNode address : location.path("addresses")) {
            if (!address.path("country").asText("PT").equals("PT")) {
                continue;
            }
            String code = Stream.of("city", "region", "state_province")
                    .map(field -> codes.get(plain(address.path(field).asText(""))))
                    .filter(each -> each != null)
                    .findFirst()
                    .orElse(null);
            if (code != null) {
                location.put("municipality_code", code);
                problems.add(Problem.warning(
                        "/addresses", "place_found", "lies in the municipality " + code + ", by its name"));
                return;
            }
            problems.add(Problem.warning("/addresses", "place_not_known", "names no municipality that is known"));
        }
    }

    /** Leaves out codes of places that are none. */
    public void check(ObjectNode body, List<Problem> problems) {
        leaveOut(body, "municipality_code", "", problems);
        for (int i = 0; i < body.path("service_areas").size(); i++) {
            if (body.path("service_areas").get(i) instanceof ObjectNode area) {
                leaveOut(area, "place_code", "/service_areas/" + i, problems);
            }
        }
    }

    private void leaveOut(ObjectNode object, String column, String at, List<Problem> problems) {
        JsonNode code = object.path(column);
        if (code.isTextual() && !code.textValue().equals(codes.get(code.textValue()))) {
            object.remove(column);
            problems.add(Problem.leftOut(
                    at + "/" + column,
                    "place_not_known",
                    "must be the number of a district or municipality, such as 1106"));
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
