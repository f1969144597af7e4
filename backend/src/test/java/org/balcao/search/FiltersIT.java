package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index and PostgreSQL have to agree on what every filter leaves: one answers in the order of fit, the other in the order of entry. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FiltersIT {

    private static final String WEDNESDAY_MORNING = "2026-11-25T10:30:00Z";

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "taxonomy_term_id=health",
                "taxonomy_term_id=health&taxonomy_term_id=refugees",
                "taxonomy_term_id=nothing.of.the.kind",
                "language=uk",
                "language=uk&language=ar",
                "place=1106",
                "place=11",
                "place=0999",
                "delivery_mode=phone",
                "delivery_mode=online&free=true",
                "free=false",
                "age=17",
                "age=30",
                "age=70",
                "minimum_age=18",
                "maximum_age=17",
                "interpreter=true",
                "interpreter=false",
                "accessible=true",
                "accessible=false",
                "one_stop_centre=true",
                "one_stop_centre=false",
                "checked_since=2026-01-01",
                "checked_since=2027-01-01",
                "confidence=high",
                "status=inactive",
                "modified_after=2020-01-01T00:00:00Z",
                "lat=38.722&lon=-9.139&radius=3000",
                "open_at=" + WEDNESDAY_MORNING,
                "open_at=2026-11-25T03:00:00Z",
                "open_at=2026-12-25T10:30:00Z",
                "open_at=" + WEDNESDAY_MORNING + "&taxonomy_term_id=legal&place=11"
            })
    void bothFindTheSame(String filters) {
        assertThat(ids(filters + "&sort=relevance")).isEqualTo(ids(filters + "&sort=entry"));
        assertThat(ids(filters + "&sort=opening")).isEqualTo(ids(filters + "&sort=entry"));
        assertThat(ids(filters + "&sort=modified")).isEqualTo(ids(filters + "&sort=entry"));
    }

    @Test
    void openOnesComeFirstAndThenTheSoonest() {
        JsonNode all = services("sort=opening&per_page=1000");
        List<String> order = new ArrayList<>();
        all.get("contents").forEach(each -> order.add(each.get("id").asText()));
        assertThat(order).doesNotHaveDuplicates();
        // by the clock of the machine some doors are open and some are not; the open ones are together at the top
        Set<String> now = ids("open_at=now");
        assertThat(new HashSet<>(order.subList(0, now.size()))).isEqualTo(now);
    }

    @Test
    void eachFacetIsWhatChoosingItFinds() {
        String chosen = "free=true&place=11";
        JsonNode facets = Searching.json(given().get("/api/services/facets?" + chosen));
        assertThat(facets.get("total_items").asInt()).isEqualTo(total(chosen));
        assertThat(facets.get("needs").size()).isGreaterThan(10);
        facets.get("needs")
                .forEach(need -> assertThat(total(
                                chosen + "&taxonomy_term_id=" + need.get("code").asText()))
                        .as(need.toString())
                        .isEqualTo(need.get("count").asInt()));
        facets.get("districts")
                .forEach(place -> assertThat(
                                total("free=true&place=" + place.get("code").asText()))
                        .as(place.toString())
                        .isEqualTo(place.get("count").asInt()));
        facets.get("languages")
                .forEach(spoken -> assertThat(
                                total(chosen + "&language=" + spoken.get("code").asText()))
                        .as(spoken.toString())
                        .isEqualTo(spoken.get("count").asInt()));
        facets.get("delivery_modes")
                .forEach(mode -> assertThat(total(
                                chosen + "&delivery_mode=" + mode.get("value").asText()))
                        .as(mode.toString())
                        .isEqualTo(mode.get("count").asInt()));
        assertThat(facets.get("free").get("count").asInt()).isEqualTo(total("free=true&place=11"));
    }

    @Test
    void aDistrictTellsItsOwnServicesFromThoseOfTheWholeCountry() {
        JsonNode districts = Searching.json(given().get("/api/services/facets?status=active"))
                .get("districts");
        int onlyFromElsewhere = 0;
        for (JsonNode district : districts) {
            String code = district.get("code").asText();
            int doors = 0;
            int local = 0;
            for (JsonNode service :
                    services("status=active&per_page=1000&place=" + code).get("contents")) {
                boolean door = has(service.path("places"), "district_code", Set.of(code));
                doors += door ? 1 : 0;
                local += door || has(service.path("service_areas"), "place_code", within(code)) ? 1 : 0;
            }
            assertThat(district.get("doors").asInt()).as(district.toString()).isEqualTo(doors);
            assertThat(district.get("local").asInt())
                    .as(district.toString())
                    .isEqualTo(local)
                    .isLessThan(district.get("count").asInt());
            onlyFromElsewhere += local > doors ? 1 : 0;
        }
        assertThat(onlyFromElsewhere).isPositive();
    }

    private static boolean has(JsonNode parts, String field, Set<String> values) {
        for (JsonNode part : parts) {
            if (values.contains(part.path(field).asText())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> within(String district) {
        Set<String> codes = new HashSet<>(Set.of(district));
        Searching.json(given().get("/api/places?per_page=1000&parent_code=" + district))
                .get("contents")
                .forEach(each -> codes.add(each.get("code").asText()));
        return codes;
    }

    private static Set<String> ids(String filters) {
        JsonNode page = services(filters + "&per_page=1000");
        Set<String> ids = new HashSet<>();
        page.get("contents").forEach(each -> ids.add(each.get("id").asText()));
        assertThat(ids).hasSize(page.get("total_items").asInt());
        return ids;
    }

    private static int total(String filters) {
        return services(filters + "&sort=entry&per_page=1").get("total_items").asInt();
    }

    private static JsonNode services(String question) {
        return Searching.json(given().get("/api/services?" + question.replaceFirst("^&", "")));
    }
}
