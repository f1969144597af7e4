package org.balcao.sync.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.balcao.sync.model.Places.Seat;
import org.junit.jupiter.api.Test;

/** Whether a position can be where its address is. */
class PlacesTest {
    private final Places places =
            new Places(Map.of("lisboa", "1106", "1106", "1106"), Map.of("1106", new Seat("Lisboa", 38.7167, -9.1333)));
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aPositionInItsMunicipalityStays() {
        ObjectNode location = location(38.72, -9.14);

        places.lookAtPosition(location, problems);

        assertThat(location.path("latitude").asDouble()).isEqualTo(38.72);
        assertThat(problems).isEmpty();
    }

    @Test
    void anExchangedPositionIsPutRightAndTold() {
        ObjectNode location = location(-9.14, 38.72);

        places.lookAtPosition(location, problems);

        assertThat(location.path("latitude").asDouble()).isEqualTo(38.72);
        assertThat(location.path("longitude").asDouble()).isEqualTo(-9.14);
        assertThat(problems).extracting(Problem::code).containsExactly("exchanged");
    }

    @Test
    void aPositionFarFromItsAddressIsLeftOutAndTheDistanceTold() {
        ObjectNode east = location(38.72, 9.139);
        ObjectNode porto = location(41.1579, -8.6291);
        ObjectNode nowhere = location(0, 0);

        places.lookAtPosition(east, problems);
        places.lookAtPosition(porto, problems);
        places.lookAtPosition(nowhere, problems);

        assertThat(List.of(east, porto, nowhere))
                .allSatisfy(each -> assertThat(each.has("latitude") || each.has("longitude"))
                        .isFalse());
        assertThat(problems).extracting(Problem::code).containsOnly("not_there");
        assertThat(problems)
                .filteredOn(each -> each.pointer().equals("/latitude"))
                .hasSize(3);
        assertThat(problems.get(2).message()).contains("km from Lisboa");
    }

    @Test
    void whereTheMunicipalityIsNotKnownOnlyZeroIsRefused() {
        ObjectNode location = location(48.85, 2.35);
        location.remove("municipality_code");

        places.lookAtPosition(location, problems);

        assertThat(problems).isEmpty();
        assertThat(location.has("latitude")).isTrue();
    }

    private static ObjectNode location(double latitude, double longitude) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("municipality_code", "1106")
                .put("latitude", latitude)
                .put("longitude", longitude);
    }
}
