package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reads of HSDS on the starter data: shape, pages, forms, and what they leave out. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class HsdsReadsIT {

    @ParameterizedTest
    @CsvSource({
        "services,             list/service_list.json,             service.json",
        "organizations,        list/organization_list.json,        organization.json",
        "service_at_locations, list/service_at_location_list.json, service_at_location.json",
        "taxonomies,           taxonomy.json,                      taxonomy.json",
        "taxonomy_terms,       taxonomy_term.json,                 taxonomy_term.json",
    })
    void everyRecordIsValidByTheOfficialSchemas(String list, String listSchema, String fullSchema) {
        List<JsonNode> listed = Ask.everyPage("/" + list, 100);
        assertThat(listed).isNotEmpty();
        for (JsonNode record : listed) {
            assertThat(HsdsSchemas.faults(listSchema, record.toString()))
                    .as(list + " " + record.get("id"))
                    .isEmpty();
        }
        for (int i = 0; i < listed.size(); i += Math.max(1, listed.size() / 25)) {
            String path = "/" + list + "/" + listed.get(i).get("id").asText();
            assertThat(HsdsSchemas.faults(fullSchema, Ask.json(path).toString()))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void theSchemasFindAFault() {
        String unnamed =
                Ask.contents("/services?per_page=1").getFirst().toString().replace("\"name\":", "\"nome\":");
        assertThat(HsdsSchemas.faults("service.json", unnamed)).isNotEmpty();
    }

    @Test
    void fullServicesAreThoseReadById() {
        for (JsonNode service : Ask.contents("/services?full=true&per_page=20&page=3")) {
            assertThat(Ask.json("/services/" + service.get("id").asText())).isEqualTo(service);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms", "locations"
            })
    void aStreamHoldsWhatThePagesHold(String list) {
        List<String> lines = given().get("/api/" + list + "?format=ndjson")
                .asString()
                .lines()
                .toList();
        assertThat(lines.stream().map(Ask::parsed)).containsExactlyElementsOf(Ask.everyPage("/" + list, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"})
    void aPostTwinAnswersAsItsGetDoes(String list) {
        JsonNode asked = Ask.json("/" + list + "?per_page=3&page=2");
        assertThat(Ask.json(given().post("/api/" + list + "?per_page=3&page=2")))
                .isEqualTo(asked);
        assertThat(Ask.json(
                        given().formParam("per_page", 3).formParam("page", 2).post("/api/" + list)))
                .isEqualTo(asked);
    }

    @Test
    void minimalServicesAreAllInOnePage() {
        JsonNode minimal = Ask.json("/services?minimal=true");
        assertThat(minimal.get("size")).isEqualTo(minimal.get("total_items"));
        assertThat(minimal.get("total_items"))
                .isEqualTo(Ask.json("/services?per_page=1").get("total_items"));
        minimal.get("contents").forEach(record -> {
            TreeSet<String> names = new TreeSet<>();
            record.fieldNames().forEachRemaining(names::add);
            assertThat(names).containsExactly("id", "last_modified");
        });
        assertThat(Ask.json("/services?minimal=true&per_page=10&page=2").get("contents"))
                .hasSize(10);
        assertThat(Ask.get("/services?minimal=true&format=ndjson")
                        .asString()
                        .lines()
                        .count())
                .isEqualTo(minimal.get("size").asLong());
    }

    @Test
    void modifiedAfterIncludesItsMoment() {
        JsonNode service = Ask.contents("/services?per_page=1&page=9").getFirst();
        String moment = service.get("last_modified").asText();
        assertThat(Ask.ids(Ask.everyPage("/services?modified_after=" + moment, 100)))
                .contains(service.get("id").asText());
        assertThat(Ask.json("/services?modified_after=2999-01-01T00:00:00Z")
                        .get("empty")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aPropertyWithoutAValueIsLeftOut() {
        for (String path : List.of(
                "/services?full=true&per_page=1000",
                "/organizations?full=true&per_page=1000",
                "/locations?per_page=1000")) {
            assertThat(Ask.get(path).asString()).doesNotContain(":null").doesNotContain(":\"\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services",
                "/services?full=true",
                "/organizations",
                "/locations",
                "/taxonomy_terms",
                "/places",
                "/about",
                "/holidays",
                "/profile",
                "/"
            })
    void whoHasItAlreadyIsToldSo(String path) {
        var first = Ask.get(path);
        assertThat(first.header("ETag")).startsWith("W/\"");
        var again = given().header("If-None-Match", first.header("ETag")).get("/api" + path);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(given().header("If-None-Match", "W/\"another\"")
                        .get("/api" + path)
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().head("/api" + path).statusCode()).isEqualTo(200);
    }

    @Test
    void everybodyMayReadFromAnyPage() {
        var answer = given().header("Origin", "http://somewhere.invalid").get("/api/services?per_page=1");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void theMetadataPointsToWhatAnswers() {
        JsonNode metadata = Ask.json(given().accept("*/*").get("/api/"));
        assertThat(metadata.get("version").asText()).isEqualTo("3.2");
        for (String field : List.of("profile", "openapi_url")) {
            String address = metadata.get(field).asText();
            assertThat(address).startsWith("https://balcao.example/");
            assertThat(given().get(URI.create(address).getRawPath()).statusCode())
                    .as(field)
                    .isEqualTo(200);
        }
    }

    @Test
    void schemaOrgAndGeoJsonSayTheSameService() {
        JsonNode service = Ask.contents("/services?search=AIMA&per_page=1").getFirst();
        String path = "/services/" + service.get("id").asText();
        JsonNode linked = Ask.json(given().accept("application/ld+json").get("/api" + path));
        assertThat(linked.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(linked.get("name")).isEqualTo(service.get("name"));
        JsonNode features = Ask.json(path + "?format=geojson").get("features");
        assertThat(features.get(0).get("type").asText()).isEqualTo("Feature");
        assertThat(features.get(0).get("properties").get("name")).isEqualTo(service.get("name"));
    }
}
