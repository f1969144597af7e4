package org.balcao.upkeep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.upkeep.Caretakers.BRUNO;
import static org.balcao.upkeep.Caretakers.ELISA;
import static org.balcao.upkeep.Caretakers.STRANGER;
import static org.balcao.upkeep.Caretakers.as;
import static org.balcao.upkeep.Caretakers.edit;
import static org.balcao.upkeep.Caretakers.fed;
import static org.balcao.upkeep.Caretakers.record;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** Listings are kept true by who gives them and by who reads them. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class UpkeepIT {
    @Test
    void aPartnerChangesItsListingAndTakesItBack() {
        String id = fed("edited", Map.of("description", "Antes"));
        String old = record(BRUNO, id).then().statusCode(200).extract().header("ETag");
        String edit = edit(
                        BRUNO,
                        id,
                        Map.of("description", "Depois", "phones", List.of(Map.of("number", "213456782"))),
                        Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("applied"))
                .body("changes.field", equalTo(List.of("description", "phones")))
                .extract()
                .path("id");
        given().get("/api/services/" + id)
                .then()
                .body("description", equalTo("Depois"))
                .body("phones[0].number", equalTo("+351 21 345 6782"));
        as(BRUNO)
                .header("If-Match", old)
                .body(Map.of("fields", Map.of("description", "Por cima"), "reason", "x"))
                .post("/api/upkeep/records/services/" + id + "/edits")
                .then()
                .statusCode(412);
        as(BRUNO)
                .body(Map.of("fields", Map.of("description", "Por cima"), "reason", "x"))
                .post("/api/upkeep/records/services/" + id + "/edits")
                .then()
                .statusCode(428);
        edit(
                        BRUNO,
                        id,
                        Map.of(
                                "status",
                                "actve",
                                "colour",
                                "azul",
                                "organization_id",
                                UUID.randomUUID().toString()),
                        Map.of())
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("/fields/organization_id", "/fields/status", "/fields/colour")));
        edit(BRUNO, id, Map.of("description", "<b>x</b>"), Map.of()).then().statusCode(422);
        edit(BRUNO, id, Map.of("description", "Depois"), Map.of()).then().statusCode(422);
        given().get("/api/field-sources/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("find { it.field == 'description' }.said_by", equalTo("organization"))
                .body("find { it.field == 'name' }.said_by", equalTo("organization_system"));
        record(STRANGER, id).then().statusCode(404);
        as(STRANGER)
                .body(Map.of("reason", "x"))
                .post("/api/upkeep/edits/" + edit + "/rollback")
                .then()
                .statusCode(404);

        // the feed that says the same as before changes nothing of it, and one that says something new is a conflict
        fed("edited", Map.of("description", "Antes"));
        given().get("/api/services/" + id).then().body("description", equalTo("Depois"));
        fed("edited", Map.of("description", "Do sistema"));
        given().get("/api/services/" + id).then().body("description", equalTo("Depois"));
        JsonPath seen = record(BRUNO, id).jsonPath();
        assertThat(seen.getString("holders.description.rank")).isEqualTo("own_edit");
        assertThat(seen.getString("conflicts[0].offered")).isEqualTo("Do sistema");
        as(BRUNO).get("/api/upkeep/conflicts").then().body("record_id", hasItem(id));
        String conflict = seen.getString("conflicts[0].id");
        as(STRANGER)
                .body(Map.of("decision", "take"))
                .post("/api/upkeep/conflicts/" + conflict + "/decision")
                .then()
                .statusCode(404);
        as(BRUNO)
                .body(Map.of("decision", "take"))
                .post("/api/upkeep/conflicts/" + conflict + "/decision")
                .then()
                .statusCode(200);
        given().get("/api/services/" + id).then().body("description", equalTo("Do sistema"));
        as(BRUNO).get("/api/upkeep/conflicts").then().body("record_id", not(hasItem(id)));
        fed("edited", Map.of("description", "Do sistema outra vez"));
        given().get("/api/services/" + id).then().body("description", equalTo("Do sistema outra vez"));

        // what somebody changed since is not taken back
        as(BRUNO)
                .body(Map.of("reason", "engano"))
                .post("/api/upkeep/edits/" + edit + "/rollback")
                .then()
                .statusCode(409);
        String phone =
                edit(BRUNO, id, Map.of("email", "casa@cpr.example"), Map.of()).path("id");
        as(BRUNO)
                .body(Map.of("reason", "engano"))
                .post("/api/upkeep/edits/" + phone + "/rollback")
                .then()
                .statusCode(200)
                .body("rolls_back", equalTo(phone));
        assertThat(given().get("/api/services/" + id).jsonPath().getString("email"))
                .isNull();
        as(BRUNO)
                .body(Map.of("reason", "engano"))
                .post("/api/upkeep/edits/" + phone + "/rollback")
                .then()
                .statusCode(409);
        record(BRUNO, id).then().body("edits.state", hasItem("rolled_back")).body("edits.size()", greaterThan(3));
    }

    @Test
    void anAddressThatMovesIsInAnotherMunicipality() {
        as(BRUNO)
                .body(Map.of("name", "Nosso sistema"))
                .put("/api/sources/upkeep")
                .then()
                .statusCode(200);
        String id = as(BRUNO)
                .body(Map.of(
                        "name",
                        "Sede",
                        "location_type",
                        "physical",
                        "addresses",
                        List.of(address("Rua da Ponte 1", "1000-001", "Lisboa"))))
                .put("/api/sources/upkeep/locations/sede")
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
        for (String[] move : new String[][] {{"Porto", "1312"}, {"Sítio Nenhum", "1312"}}) {
            String record = "/api/upkeep/records/locations/" + id;
            as(BRUNO)
                    .header("If-Match", as(BRUNO).get(record).header("ETag"))
                    .body(Map.of(
                            "fields",
                            Map.of("addresses", List.of(address("Rua Nova 2", "4000-001", move[0]))),
                            "reason",
                            "mudámos"))
                    .post(record + "/edits")
                    .then()
                    .statusCode(200);
            as(BRUNO).get(record).then().body("body.municipality_code", equalTo(move[1]));
        }
    }

    private static Map<String, String> address(String street, String code, String city) {
        return Map.of(
                "address_1",
                street,
                "postal_code",
                code,
                "city",
                city,
                "state_province",
                city,
                "country",
                "PT",
                "address_type",
                "physical");
    }

    @Test
    void theListSaysWhatIsMissingAndIsConfirmedAtOnce() {
        String id = fed("poor", Map.of("assured_date", "2020-01-01"));
        String other = fed("poorer", Map.of());
        JsonPath before = as(BRUNO)
                .get("/api/upkeep/listings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(before.getList("contents.find { it.id == '" + id + "' }.missing", String.class))
                .contains("description", "hours", "check")
                .doesNotContain("none");
        List<String> dates = before.getList("contents.collect { it.assured_date ?: '' }", String.class);
        assertThat(dates)
                .as("the longest unchecked first")
                .contains("", "2020-01-01")
                .isSorted();
        assertThat(before.getList("contents.id")).contains(other);
        as(BRUNO)
                .body(Map.of("services", List.of(id)))
                .post("/api/upkeep/confirmations")
                .then()
                .statusCode(200)
                .body("services", equalTo(1));
        given().get("/api/services/" + id)
                .then()
                .body(
                        "assured_date",
                        equalTo(LocalDate.now(java.time.ZoneId.of("Europe/Lisbon"))
                                .toString()))
                .body("assurer", notNullValue());
        as(BRUNO)
                .body(Map.of())
                .post("/api/upkeep/confirmations")
                .then()
                .statusCode(200)
                .body("services", greaterThan(0));
        as(BRUNO).body(Map.of()).post("/api/upkeep/confirmations").then().body("services", equalTo(0));
        as(STRANGER)
                .body(Map.of("services", List.of(id)))
                .post("/api/upkeep/confirmations")
                .then()
                .body("services", equalTo(0));
        as(STRANGER).get("/api/upkeep/listings").then().body("contents", hasSize(0));
        int all = as(ELISA).get("/api/upkeep/listings").path("contents.size()");
        assertThat(all).as("a page of the whole country").isEqualTo(100);
        String after = as(ELISA).get("/api/upkeep/listings").path("after");
        assertThat(as(ELISA)
                        .get("/api/upkeep/listings?after=" + after)
                        .jsonPath()
                        .getList("contents.id"))
                .isNotEmpty()
                .doesNotContain(after);
    }

    @Test
    void anybodySaysWhatIsWrongAndSeesWhatBecameOfIt() {
        String id = fed("wrong", Map.of());
        Map<String, Object> said = Map.of(
                "type",
                "services",
                "id",
                id,
                "about",
                "wrong",
                "field",
                "phones",
                "proposed",
                "213 456 783",
                "remark",
                "Ninguém atende");
        String code = given().contentType("application/json")
                .body(said)
                .post("/api/corrections")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        String scam = given().contentType("application/json")
                .body(Map.of("type", "services", "id", id, "about", "scam", "remark", "Pedem dinheiro"))
                .post("/api/corrections")
                .path("code");
        state(code).then().statusCode(200).body("state", equalTo("open"));
        state(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")).then().statusCode(200);
        state("0000-0000-0000").then().statusCode(404);
        JsonPath mine = as(BRUNO).get("/api/corrections").jsonPath();
        assertThat(mine.getList("findAll { it.record_id == '" + id + "' }.about"))
                .as("a fraud goes to the national team")
                .isEqualTo(List.of("wrong"));
        String correction = mine.getString("find { it.record_id == '" + id + "' }.id");
        String fraud = as(ELISA)
                .get("/api/corrections")
                .jsonPath()
                .getString("find { it.about == 'scam' && it.record_id == '" + id + "' }.id");
        as(BRUNO)
                .body(Map.of("decision", "take"))
                .post("/api/corrections/" + fraud + "/decision")
                .then()
                .statusCode(404);
        as(STRANGER)
                .body(Map.of("decision", "take"))
                .post("/api/corrections/" + correction + "/decision")
                .then()
                .statusCode(404);
        as(BRUNO)
                .body(Map.of("decision", "take"))
                .post("/api/corrections/" + correction + "/decision")
                .then()
                .statusCode(200);
        as(BRUNO)
                .body(Map.of("decision", "take"))
                .post("/api/corrections/" + correction + "/decision")
                .then()
                .statusCode(409);
        as(ELISA)
                .body(Map.of("decision", "leave"))
                .post("/api/corrections/" + fraud + "/decision")
                .then()
                .statusCode(200);
        state(code).then().body("state", equalTo("taken")).body("decided_at", notNullValue());
        state(scam).then().body("state", equalTo("rejected"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("type", "people", "id", id, "about", "wrong"),
                Map.of("type", "services", "about", "wrong"),
                Map.of("type", "services", "id", UUID.randomUUID().toString(), "about", "wrong"),
                Map.of("type", "services", "id", id, "about", "boring"),
                Map.of("type", "services", "id", id, "about", "wrong", "remark", "x".repeat(501)))) {
            given().contentType("application/json")
                    .body(wrong)
                    .post("/api/corrections")
                    .then()
                    .statusCode(422);
        }
    }

    private static Response state(String code) {
        return given().contentType("application/json")
                .body(Map.of("code", code))
                .post("/api/corrections/state");
    }
}
