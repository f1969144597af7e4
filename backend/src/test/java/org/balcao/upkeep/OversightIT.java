package org.balcao.upkeep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.upkeep.Caretakers.BRUNO;
import static org.balcao.upkeep.Caretakers.ELISA;
import static org.balcao.upkeep.Caretakers.FILIPE;
import static org.balcao.upkeep.Caretakers.as;
import static org.balcao.upkeep.Caretakers.edit;
import static org.balcao.upkeep.Caretakers.fed;
import static org.balcao.upkeep.Caretakers.record;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.balcao.access.NationalTeam;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** What two of the national team do, and what they see of the whole. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class OversightIT {
    @Test
    void whatTheNationalTeamChangesOrLocksTakesTwo() {
        String id = fed("locked", Map.of("application_process", "Ligar antes"));
        String edit = edit(
                        ELISA,
                        id,
                        Map.of("application_process", "Só por marcação"),
                        Map.of("locked_until", LocalDate.now().plusDays(30).toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        given().get("/api/services/" + id).then().body("application_process", equalTo("Ligar antes"));
        as(ELISA)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit + "/decision")
                .then()
                .statusCode(409);
        as(BRUNO)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit + "/decision")
                .then()
                .statusCode(403);
        as(FILIPE).get("/api/upkeep/edits").then().body("id", hasItem(edit));
        as(FILIPE)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit + "/decision")
                .then()
                .statusCode(200);
        as(FILIPE)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit + "/decision")
                .then()
                .statusCode(409);
        given().get("/api/services/" + id).then().body("application_process", equalTo("Só por marcação"));
        edit(BRUNO, id, Map.of("application_process", "Sem marcação"), Map.of())
                .then()
                .statusCode(409)
                .body("errors.field", equalTo(List.of("/fields/application_process")));
        edit(BRUNO, id, Map.of("alert", "Fecha em agosto"), Map.of("locked_until", "2030-01-01"))
                .then()
                .statusCode(403);
        fed("locked", Map.of("application_process", "O sistema insiste"));
        given().get("/api/services/" + id).then().body("application_process", equalTo("Só por marcação"));
        as(ELISA)
                .get("/api/upkeep/locks")
                .then()
                .body("find { it.record_id == '" + id + "' }.field", equalTo("application_process"));
        String lock = "/api/upkeep/records/services/" + id + "/locks/application_process/release";
        as(BRUNO).body(Map.of("reason", "x")).post(lock).then().statusCode(403);
        as(ELISA).body(Map.of()).post(lock).then().statusCode(422);
        Response release = as(ELISA).body(Map.of("reason", "já não é preciso")).post(lock);
        String proposal = release.then().statusCode(202).extract().path("id");
        NationalTeam.decide(ELISA, proposal, "confirm").then().statusCode(409);
        edit(BRUNO, id, Map.of("application_process", "Sem marcação"), Map.of())
                .then()
                .statusCode(409);
        NationalTeam.confirm(release);
        NationalTeam.decide(FILIPE, proposal, "confirm").then().statusCode(409);
        as(ELISA).body(Map.of("reason", "outra vez")).post(lock).then().statusCode(404);
        record(BRUNO, id).then().body("edits[0].reason", equalTo("já não é preciso"));
        edit(BRUNO, id, Map.of("application_process", "Também sem marcação"), Map.of())
                .then()
                .statusCode(200);
        as(BRUNO).get("/api/upkeep/conflicts").then().body("record_id", hasItem(id));

        String another = edit(ELISA, id, Map.of("name", "Outro"), Map.of()).path("id");
        as(ELISA)
                .body(Map.of("decision", "reject"))
                .post("/api/upkeep/edits/" + another + "/decision")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"));
    }

    @Test
    void whatIsMissingIsCounted() {
        JsonPath gaps = as(ELISA)
                .get("/api/upkeep/gaps")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(gaps.getInt("languages.find { it.code == 'pt' }.services")).isPositive();
        // in the starter data nobody says that they speak it
        assertThat(gaps.getInt("languages.find { it.code == 'tr' }.services")).isZero();
        String district = gaps.getString("uncovered[0].district_code");
        String need = gaps.getString("uncovered[0].need");
        assertThat(district).isNotNull();
        given().get("/api/services?taxonomy_term_id=" + need + "&place=" + district + "&status=active&per_page=50")
                .then()
                .body("contents.findAll { it.nationwide != true }.id", hasSize(0));
        as(ELISA).get("/api/upkeep/gaps?days=0").then().statusCode(422);
        as(BRUNO).get("/api/upkeep/gaps").then().statusCode(403);
    }

    @Test
    void aNewOrganizationTakesTwo() {
        Map<String, ?> fields = Map.of(
                "name",
                "Associação Nova",
                "description",
                "Inventada para esta prova",
                "website",
                "https://nova.example");
        String edit = as(ELISA)
                .body(Map.of("fields", fields, "reason", "pedida por telefone"))
                .post("/api/upkeep/organizations")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        String organization =
                as(ELISA).get("/api/upkeep/edits").jsonPath().getString("find { it.id == '" + edit + "' }.record_id");
        given().get("/api/organizations/" + organization).then().statusCode(404);
        as(FILIPE)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit + "/decision")
                .then()
                .statusCode(200);
        given().get("/api/organizations/" + organization)
                .then()
                .statusCode(200)
                .body("name", equalTo("Associação Nova"));
        as(ELISA)
                .body(Map.of("fields", Map.of("name", "Sem descrição"), "reason", "x"))
                .post("/api/upkeep/organizations")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/fields/description"));
        for (String nif : List.of("123456780", "PT 136 695 973", "13669597")) {
            boolean right = nif.equals("PT 136 695 973");
            Map<String, Object> numbered = new HashMap<>(fields);
            numbered.put("organization_identifiers", List.of(Map.of("identifier_type", "NIF", "identifier", nif)));
            as(ELISA)
                    .body(Map.of("fields", numbered, "reason", "x"))
                    .post("/api/upkeep/organizations")
                    .then()
                    .statusCode(right ? 200 : 422);
        }
        as(BRUNO)
                .body(Map.of("fields", fields, "reason", "x"))
                .post("/api/upkeep/organizations")
                .then()
                .statusCode(403);
    }
}
