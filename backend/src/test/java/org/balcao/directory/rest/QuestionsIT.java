package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked, what is found, and what is refused. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class QuestionsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/services?nonsense=1                       | nonsense",
                "/services?page=0                           | page",
                "/services?page=-1                          | page",
                "/services?page=1.5                         | page",
                "/services?page=99999999999999999999        | page",
                "/services?page=1&page=2                    | page",
                "/services?per_page=0                       | per_page",
                "/services?per_page=1001                    | per_page",
                "/services?per_page=٣                       | per_page",
                "/services?full=maybe                       | full",
                "/services?minimal=TRUE                     | minimal",
                "/services?format=xml                       | format",
                "/organizations?format=geojson              | format",
                "/services?modified_after=yesterday         | modified_after",
                "/services?modified_after=2024-13-45T00:00:00Z | modified_after",
                "/services?modified_after=2024-01-01T00:00:00  | modified_after",
                "/services?organization_id=1-1-1-1-1        | organization_id",
                "/services?taxonomy_id=x                    | taxonomy_id",
                "/services?lat=38.7                         | lon",
                "/services?lat=91&lon=0                     | lat",
                "/services?lat=NaN&lon=0                    | lat",
                "/services?lat=1e1&lon=0                    | lat",
                "/services?radius=100                       | radius",
                "/services?sort=distance                    | sort",
                "/services?sort=random                      | sort",
                "/services?open_at=noon                     | open_at",
                "/services?day=FUNDAY                       | day",
                "/services?start_time=9:00am                | start_time",
                "/services?minimum_age=-1                   | minimum_age",
                "/services?status=open                      | status",
                "/services?delivery_mode=pigeon             | delivery_mode",
                "/services?confidence=total                 | confidence",
                "/services?lang=a                           | lang",
                "/services?language=<script>                | language",
                "/service_at_locations?proximity=5          | proximity",
                "/service_at_locations?postcode=1000-001&proximity=-5 | proximity",
                "/service_at_locations?lat=1&lon=1          | lat",
                "/taxonomy_terms?parent_id=no               | parent_id",
                "/places?level=village                      | level",
                "/holidays?year=12                          | year",
                "/about?x=1                                 | x",
            })
    void whatCannotBeUnderstoodIsRefusedByName(String path, String field) {
        var answer = given().get("/api" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/api/problems/invalid-query");
        assertThat(answer.jsonPath().getList("errors.field", String.class)).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services",
                "organizations",
                "service_at_locations",
                "taxonomies",
                "taxonomy_terms",
                "locations",
                "places"
            })
    void anIdOfNothingIsNotFound(String list) {
        for (String id : List.of(
                "00000000-0000-4000-8000-00000000dead", "not-a-uuid", "1-1-1-1-1", "%27%20OR%201=1", "x".repeat(300))) {
            var answer = given().urlEncodingEnabled(false).get("/api/" + list + "/" + id);
            assertThat(answer.statusCode()).as(id).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "'", "\"", "\\", "(", "*", "&|!", ":*", "😀", "a:b", "''''", "--", "<->", "ˆ´`~", "½ ² ٣"})
    void oddWordsDoNoHarm(String words) {
        for (String list : List.of(
                "services",
                "organizations",
                "service_at_locations",
                "taxonomies",
                "taxonomy_terms",
                "locations",
                "places")) {
            assertThat(given().queryParam("search", words).get("/api/" + list).statusCode())
                    .as(list + " " + words)
                    .isEqualTo(200);
        }
        assertThat(given().queryParam("search", words)
                        .get("/api/services/facets")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "aulas de português, aprender português",
        "AULAS DE PORTUGUES, aprender português",
        "portuguese classes, aprender português",
        "curso de portugues, aprender português",
        "Centro de Contacto AIMA, Centro de Contacto AIMA",
        "centro de contacto aim, Centro de Contacto AIMA",
        "contact centre, Centro de Contacto AIMA",
        "nacionalidade, acionalidade",
        "nacionaliade, acionalidade",
        "emergencia 112, 112",
    })
    void theFirstOfWhatIsFoundAnswersTheQuestion(String words, String expected) {
        List<JsonNode> found = Ask.contents("/services?status=active&per_page=5&search=" + words.replace(" ", "%20"));
        assertThat(found).isNotEmpty();
        assertThat(found.stream()
                        .limit(3)
                        .map(JsonNode::toString)
                        .map(String::toLowerCase)
                        .toList())
                .anySatisfy(text -> assertThat(text).contains(expected.toLowerCase()));
    }

    @Test
    void broaderTermsFindWhatTheirNarrowerOnesDo() {
        List<String> broad = Ask.ids(Ask.everyPage("/services?taxonomy_term_id=documents", 100));
        List<String> narrow = Ask.ids(Ask.everyPage("/services?taxonomy_term_id=documents.residence", 100));
        assertThat(narrow).isNotEmpty();
        assertThat(broad).containsAll(narrow).hasSizeGreaterThan(narrow.size());
        JsonNode term =
                Ask.contents("/taxonomy_terms?search=documents.residence").getFirst();
        assertThat(Ask.ids(Ask.everyPage(
                        "/services?taxonomy_term_id=" + term.get("id").asText(), 100)))
                .isEqualTo(narrow);
    }

    @Test
    void questionsNarrowEachOtherAndAnswersToOneWidenIt() {
        long lisbon = total("place=1106");
        long free = total("free=true");
        long both = total("place=1106&free=true");
        assertThat(both).isPositive().isLessThan(lisbon).isLessThanOrEqualTo(free);
        assertThat(total("status=active&status=inactive")).isEqualTo(total("status=active") + total("status=inactive"));
        assertThat(total("place=9999")).isZero();
    }

    @Test
    void theCountsAreWhatChoosingWouldFind() {
        JsonNode facets = Ask.json("/services/facets?status=active&place=1106");
        assertThat(facets.get("total_items").asLong()).isEqualTo(total("status=active&place=1106"));
        for (JsonNode need : facets.get("needs")) {
            assertThat(need.get("count").asLong())
                    .isEqualTo(total("status=active&place=1106&taxonomy_term_id="
                            + need.get("code").asText()));
        }
        for (JsonNode district : facets.get("districts")) {
            assertThat(district.get("count").asLong())
                    .isEqualTo(
                            total("status=active&place=" + district.get("code").asText()));
        }
        for (JsonNode language : facets.get("languages")) {
            assertThat(language.get("count").asLong())
                    .isEqualTo(total("status=active&place=1106&language="
                            + language.get("code").asText()));
        }
        for (JsonNode mode : facets.get("delivery_modes")) {
            assertThat(mode.get("count").asLong())
                    .isEqualTo(total("status=active&place=1106&delivery_mode="
                            + mode.get("value").asText()));
        }
        assertThat(facets.get("free").get("count").asLong()).isEqualTo(total("status=active&place=1106&free=true"));
    }

    @Test
    void openIsWhatItsSpansSay() {
        String moment =
                Ask.json("/services?per_page=1")
                                .get("contents")
                                .get(0)
                                .get("opening_hours")
                                .get("from")
                                .asText() + "T10:30:00Z";
        List<String> open = Ask.ids(Ask.everyPage("/services?open_at=" + moment, 100));
        for (JsonNode service : Ask.everyPage("/services", 100)) {
            JsonNode hours = service.get("opening_hours");
            if (hours != null && service.get("places") == null) {
                assertThat(open.contains(service.get("id").asText()))
                        .as(service.toString())
                        .isEqualTo(spansHold(hours, moment));
            }
        }
    }

    private static boolean spansHold(JsonNode hours, String moment) {
        var instant = Instant.parse(moment);
        for (JsonNode span : hours.get("spans")) {
            var opens = OffsetDateTime.parse(span.get("opens_at").asText()).toInstant();
            var closes = OffsetDateTime.parse(span.get("closes_at").asText()).toInstant();
            if (!instant.isBefore(opens) && instant.isBefore(closes)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theNearestComesFirstAndFartherThanTheRadiusNothing() {
        List<JsonNode> near = Ask.everyPage("/services?lat=41.15&lon=-8.61&radius=10000&sort=distance", 50);
        assertThat(near).isNotEmpty();
        assertThat(near.stream().map(each -> each.get("distance_m").asInt()))
                .isSorted()
                .allMatch(metres -> metres <= 10_000);
    }

    private static long total(String question) {
        return Ask.json("/services?per_page=1&" + question).get("total_items").asLong();
    }
}
