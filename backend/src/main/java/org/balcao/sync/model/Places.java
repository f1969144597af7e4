package org.balcao.sync.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which municipality an address is in, by the names that it has; whether the codes of places are any; and whether a position can be where
 * its address is.
 */
public final class Places {
    /** No part of a municipality of Portugal is as far from its seat (Odemira: some 45 km); in kilometres. */
    private static final int FARTHEST = 60;

    private static final double KILOMETRES_A_DEGREE = 111.2;

    private final Map<String, String> codes;
    private final Map<String, Seat> seats;

    /** The middle of a municipality, WGS 84. */
    public record Seat(String name, double latitude, double longitude) {
        private double kilometresTo(double otherLatitude, double otherLongitude) {
            double east = (otherLongitude - longitude) * Math.cos(Math.toRadians(latitude));
            return KILOMETRES_A_DEGREE * Math.hypot(otherLatitude - latitude, east);
        }
    }

    /**
     * @param codes by code, and by name where one municipality alone has it
     * @param seats by code
     */
    public Places(Map<String, String> codes, Map<String, Seat> seats) {
        this.codes = codes;
        this.seats = seats;
    }

    /**
     * Looks at a position against the municipality of its address. Latitude and longitude that were exchanged are put right and told; a
     * position far away, or at 0/0 in the Gulf of Guinea, is left out and told.
     */
    public void lookAtPosition(ObjectNode location, List<Problem> problems) {
        if (!location.has("latitude") || !location.has("longitude")) {
            return;
        }
        double latitude = location.path("latitude").asDouble();
        double longitude = location.path("longitude").asDouble();
        Seat seat = seats.get(location.path("municipality_code").asText());
        if (latitude == 0 && longitude == 0) {
            leaveOutPosition(location, problems, "and longitude are both 0, as where nobody filled them in");
        } else if (seat != null && seat.kilometresTo(latitude, longitude) > FARTHEST) {
            if (seat.kilometresTo(longitude, latitude) <= FARTHEST) {
                JsonNode exchanged = location.get("latitude");
                location.set("latitude", location.get("longitude"));
                location.set("longitude", exchanged);
                problems.add(
                        Problem.warning("/latitude", "exchanged", "and longitude were exchanged; it was put right"));
            } else {
                leaveOutPosition(
                        location,
                        problems,
                        "and longitude are " + Math.round(seat.kilometresTo(latitude, longitude)) + " km from "
                                + seat.name() + ", where its address is");
            }
        }
    }

    private static void leaveOutPosition(ObjectNode location, List<Problem> problems, String message) {
        location.remove(List.of("latitude", "longitude", "position_precision"));
        problems.add(Problem.leftOut("/latitude", "not_there", message));
        problems.add(Problem.leftOut("/longitude", "not_there", "goes with latitude"));
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
