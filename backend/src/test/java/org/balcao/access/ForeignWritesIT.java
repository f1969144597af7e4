package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.access.NationalTeam.ELISA;
import static org.balcao.access.Owners.BRUNO;
import static org.balcao.access.Owners.CLARA;
import static org.balcao.access.Owners.EMERGENCY;
import static org.balcao.access.Owners.JRS;
import static org.balcao.access.Owners.SOLIM;
import static org.balcao.access.Owners.as;
import static org.balcao.access.Owners.delivered;
import static org.balcao.access.Owners.made;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.usecase.WorkRuns;
import org.junit.jupiter.api.Test;

/** Ways around the rule of who may write what, each tried through the API. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class ForeignWritesIT {
    @Inject
    AgroalDataSource database;

    @Inject
    WorkRuns workRuns;

    @Test
    void aSourceIsCalledAsNobodyElseIs() {
        for (String name : List.of("portugal", "page", "review", "holder", "aima", "jrs")) {
            as(BRUNO, "PUT", "/api/sources/" + name, Map.of("name", "Sistema"))
                    .then()
                    .statusCode(409)
                    .body("errors[0].field", equalTo("source"));
        }
        for (String name : List.of(
                "Equipa nacional",
                "equipa  NACIONAL",
                "<b>x</b>",
                "a\u202eb",
                "=1+1",
                "+351 213 456 789",
                given().get("/api/organizations/" + JRS).path("name"),
                "Balcão")) {
            as(BRUNO, "PUT", "/api/sources/nome-proprio", Map.of("name", name))
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("/name"))
                    .body("errors[0].detail", containsString(name.matches("[<a=+].*") ? "" : "somebody else"));
        }
    }

    @Test
    void aPowerfulSourceTakesTwoOfTheNationalTeam() {
        as(ELISA, "PUT", "/api/sources/poderosa", Map.of("name", "Poderosa", "publishes_others", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("publishes_others", equalTo(false));
        Map<String, ?> organization = Map.of("name", "Nova", "description", "x");
        as(ELISA, "PUT", "/api/sources/poderosa/organizations/n", organization)
                .then()
                .statusCode(409);
        String proposal =
                as(ELISA, "GET", "/api/upkeep/proposals", null).path("find { it.about.startsWith('poderosa: ') }.id");
        NationalTeam.decide(ELISA, proposal, "confirm").then().statusCode(409);
        NationalTeam.decide(NationalTeam.FILIPE, proposal, "confirm").then().statusCode(200);
        as(ELISA, "PUT", "/api/sources/poderosa/organizations/n", organization)
                .then()
                .statusCode(200);
        as(ELISA, "GET", "/api/sources", null)
                .then()
                .body("find { it.id == 'poderosa' }.publishes_others", equalTo(true));
    }

    @Test
    void whoTakesTheNameOrTheNumberOfAnotherWaits() {
        String called = given().get("/api/organizations/" + SOLIM).path("name");
        as(BRUNO, "PUT", "/api/sources/imitador", Map.of("name", "Imitador", "own_external_id", "nos"))
                .then()
                .statusCode(200);
        as(
                        BRUNO,
                        "PUT",
                        "/api/sources/imitador/organizations/nos",
                        Map.of("name", "ATTACK Advogados Lda", "description", "x"))
                .then()
                .statusCode(200)
                .body("conflicts.find { it.field == 'name' }.held_by", equalTo("review"));
        given().get("/api/organizations/" + SOLIM).then().body("name", equalTo(called));
        as(BRUNO, "PUT", "/api/sources/imitador/organizations/outra", Map.of("name", "AIMA", "description", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/id"));

        String id = as(
                        BRUNO,
                        "PUT",
                        "/api/sources/imitador/services/linha",
                        Map.of(
                                "name",
                                "Linha nossa",
                                "status",
                                "active",
                                "phones",
                                List.of(Map.of("id", "p", "number", "116 006"))))
                .then()
                .statusCode(200)
                .body("conflicts.field", hasItem("phones"))
                .extract()
                .path("record_id");
        assertThat(given().get("/api/services/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Object>path("phones"))
                .isIn(null, List.of());
        String conflict = as(ELISA, "GET", "/api/upkeep/conflicts", null)
                .path("find { it.record_id == '" + id + "' && it.field == 'phones' }.id");
        as(BRUNO, "POST", "/api/upkeep/conflicts/" + conflict + "/decision", Map.of("decision", "take"))
                .then()
                .statusCode(403);
        NationalTeam.confirm(
                as(ELISA, "POST", "/api/upkeep/conflicts/" + conflict + "/decision", Map.of("decision", "take")));
        given().get("/api/services/" + id).then().body("phones[0].number", equalTo("116 006"));

        as(
                        BRUNO,
                        "PUT",
                        "/api/sources/imitador/services/falsa",
                        Map.of("name", "número europeu de EMERGÊNCIA 112", "status", "active"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/name"));
        String path = "/api/upkeep/records/services/" + id;
        given().auth()
                .oauth2(BRUNO)
                .contentType("application/json")
                .header("If-Match", as(BRUNO, "GET", path, null).header("ETag"))
                .body(Map.of(
                        "fields",
                        Map.of("phones", List.of(Map.of("number", "+351 116 111"))),
                        "reason",
                        "outro número"))
                .post(path + "/edits")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"));
    }

    @Test
    void whatTheNationalTeamHoldsIsNotWithdrawn() throws SQLException {
        as(BRUNO, "PUT", "/api/sources/presa", Map.of("name", "Presa")).then().statusCode(200);
        String id = made(BRUNO, "presa", "Presa");
        String external;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into sync.provenance (record_id, field, source, rank, at, reason) values ('" + id
                            + "', 'status', 'page', 1, now(), 'r') on conflict (record_id, field) do update set rank = 1, source = 'page'");
            try (var row =
                    statement.executeQuery("select external_id from sync.record where record_id = '" + id + "'")) {
                row.next();
                external = row.getString(1);
            }
        }
        as(BRUNO, "DELETE", "/api/sources/presa/services/" + external, null)
                .then()
                .statusCode(409);
        Response run = given().auth()
                .oauth2(BRUNO)
                .contentType("application/octet-stream")
                .body("{\"kind\":\"service\",\"id\":\"outro\",\"name\":\"Outro\",\"status\":\"active\"}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/sources/presa/runs?mode=snapshot");
        workRuns.work();
        as(BRUNO, "GET", "/api/sources/presa/runs/" + run.path("id") + "/items?outcome=skipped", null)
                .then()
                .body("contents[0].problems.code", hasItem("locked"));
        given().get("/api/services/" + id).then().statusCode(200);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.executeUpdate("delete from directory.service where id = '" + id + "'");
                    }
                }))
                .hasMessageContaining("holds fields");
    }

    @Test
    void aServiceThatTakesReferralsStaysWithItsOrganization() {
        as(BRUNO, "PUT", "/api/sources/fica", Map.of("name", "Fica")).then().statusCode(200);
        String id = made(BRUNO, "fica", "Fica connosco");
        as(BRUNO, "PUT", "/api/intakes/" + id, Map.of()).then().statusCode(204);
        String path = "/api/upkeep/records/services/" + id;
        Map<String, ?> move = Map.of("fields", Map.of("organization_id", JRS.toString()), "reason", "passa para o JRS");
        Response refused = given().auth()
                .oauth2(ELISA)
                .contentType("application/json")
                .header("If-Match", as(ELISA, "GET", path, null).header("ETag"))
                .body(move)
                .post(path + "/edits");
        refused.then().statusCode(409).body("errors[0].field", equalTo("/fields/organization_id"));
        as(BRUNO, "DELETE", "/api/intakes/" + id, null).then().statusCode(204);
        String edit = given().auth()
                .oauth2(ELISA)
                .contentType("application/json")
                .header("If-Match", as(ELISA, "GET", path, null).header("ETag"))
                .body(move)
                .post(path + "/edits")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        // opened again between the two: the second person's word does not move it either
        as(BRUNO, "PUT", "/api/intakes/" + id, Map.of()).then().statusCode(204);
        as(NationalTeam.FILIPE, "POST", "/api/upkeep/edits/" + edit + "/decision", Map.of("decision", "confirm"))
                .then()
                .statusCode(409);
        as(BRUNO, "DELETE", "/api/intakes/" + id, null).then().statusCode(204);
        as(NationalTeam.FILIPE, "POST", "/api/upkeep/edits/" + edit + "/decision", Map.of("decision", "confirm"))
                .then()
                .statusCode(200);
        as(BRUNO, "PUT", "/api/intakes/" + id, Map.of()).then().statusCode(404);
        as(CLARA, "PUT", "/api/intakes/" + id, Map.of()).then().statusCode(204);
    }

    @Test
    void aPlaceWhereAnotherOrganizationGivesAServiceStays() throws SQLException {
        as(BRUNO, "PUT", "/api/sources/casa-cpr", Map.of("name", "Sistema da casa"))
                .then()
                .statusCode(200);
        String place = as(BRUNO, "PUT", "/api/sources/casa-cpr/locations/casa", Map.of("name", "Casa de todos"))
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
        as(CLARA, "PUT", "/api/sources/jrs-casa", Map.of("name", "Sistema do JRS"))
                .then()
                .statusCode(200);
        String service = made(CLARA, "jrs-casa", "Na casa de outros");
        String both = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("insert into directory.service_at_location (id, service_id, location_id) values ('"
                    + both + "', '" + service + "', '" + place + "')");
        }
        as(BRUNO, "DELETE", "/api/sources/casa-cpr/locations/casa", null).then().statusCode(409);
        given().get("/api/service_at_locations/" + both).then().statusCode(200);
    }

    @Test
    void nobodySaysWhereAnothersServiceIsGiven() {
        NationalTeam.source("sitios", Map.of("name", "Sítios", "publishes_others", true));
        String organization = as(
                        ELISA,
                        "PUT",
                        "/api/sources/sitios/organizations/o",
                        Map.of("name", "Ponte inventada", "description", "x"))
                .path("record_id");
        String location = as(
                        ELISA,
                        "PUT",
                        "/api/sources/sitios/locations/l",
                        Map.of("name", "Falsa sede", "organization_id", organization))
                .path("record_id");
        as(
                        ELISA,
                        "PUT",
                        "/api/sources/sitios/service_at_locations/x",
                        Map.of(
                                "service_id",
                                EMERGENCY,
                                "location_id",
                                location,
                                "phones",
                                List.of(Map.of("id", "p", "number", "760 000 000"))))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/service_id"));
        as(
                        ELISA,
                        "PUT",
                        "/api/sources/sitios/services/s",
                        Map.of("name", "Em nome de outros", "status", "active", "organization_id", JRS.toString()))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/organization_id"));
    }

    @Test
    void aLockThatIsSetBetweenPlanAndApplicationHolds() throws SQLException {
        as(BRUNO, "PUT", "/api/sources/entre", Map.of("name", "Entre")).then().statusCode(200);
        String line =
                "{\"kind\":\"service\",\"id\":\"e\",\"name\":\"Entre\",\"status\":\"active\",\"description\":\"%s\"}\n";
        delivered(BRUNO, "entre", "", line.formatted("Antes")).then().statusCode(202);
        workRuns.work();
        String run = delivered(BRUNO, "entre", "?dry_run=true", line.formatted("Depois"))
                .path("id");
        workRuns.work();
        String id = as(BRUNO, "GET", "/api/sources/entre/runs/" + run + "/items", null)
                .path("contents[0].record_id");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into sync.provenance (record_id, field, source, rank, at, reason) values ('" + id
                            + "', 'description', 'page', 1, now(), 'r') on conflict (record_id, field) do update set rank = 1, source = 'page'");
        }
        as(BRUNO, "POST", "/api/sources/entre/runs/" + run + "/decision", Map.of("decision", "apply"));
        workRuns.work();
        as(BRUNO, "GET", "/api/sources/entre/runs/" + run + "/items", null)
                .then()
                .body("contents[0].outcome", equalTo("skipped"));
        given().get("/api/services/" + id).then().body("description", equalTo("Antes"));
    }

    @Test
    void namesInOtherFieldsAndNumbersInOtherSpellingsWaitToo() {
        as(BRUNO, "PUT", "/api/sources/disfarce", Map.of("name", "Disfarce"))
                .then()
                .statusCode(200);
        Map<String, Object> service = new LinkedHashMap<>(Map.of("name", "Disfarce", "status", "active"));
        Map<String, Object> disguises = Map.of(
                "alternate_name", "AIMA",
                "translations",
                        List.of(Map.of(
                                "id",
                                "t",
                                "field",
                                "name",
                                "language",
                                "en",
                                "value",
                                "AIMA",
                                "origin",
                                "human",
                                "reviewed",
                                false)),
                "phones", List.of(Map.of("id", "p", "number", "808 257 257")));
        disguises.forEach((field, value) -> {
            Map<String, Object> wanted = new LinkedHashMap<>(service);
            wanted.put(field, value);
            as(BRUNO, "PUT", "/api/sources/disfarce/services/" + field, wanted)
                    .then()
                    .statusCode(200)
                    .body("conflicts.field", equalTo(List.of(field)));
        });
    }

    @Test
    void aSnapshotThatCannotBeReadWholeWithdrawsNothingAlone() {
        as(BRUNO, "PUT", "/api/sources/rasgado", Map.of("name", "Rasgado"))
                .then()
                .statusCode(200);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lines.append(
                    "{\"kind\":\"service\",\"id\":\"r%1$d\",\"name\":\"R%1$d\",\"status\":\"active\"}\n".formatted(i));
        }
        delivered(BRUNO, "rasgado", "?mode=snapshot", lines.toString()).then().statusCode(202);
        workRuns.work();
        String torn =
                lines.toString().replace("{\"kind\":\"service\",\"id\":\"r7\"", "{\"kind\"service\",\"id\":\"r7\"");
        String run = delivered(BRUNO, "rasgado", "?mode=snapshot", torn).path("id");
        workRuns.work();
        as(BRUNO, "GET", "/api/sources/rasgado/runs/" + run, null)
                .then()
                .body("state", equalTo("needs_decision"))
                .body("reason", containsString("not_all_read"));
    }

    @Test
    void theIdOfWhatWasMergedComesBackForNobody() {
        as(CLARA, "PUT", "/api/sources/jrs-junto", Map.of("name", "Sistema do JRS"))
                .then()
                .statusCode(200);
        String dropped = UUID.randomUUID().toString();
        as(CLARA, "PUT", "/api/sources/jrs-junto/services/" + dropped, Map.of("name", "Vai", "status", "active"))
                .then()
                .body("record_id", equalTo(dropped));
        String kept = made(CLARA, "jrs-junto", "Fica");
        NationalTeam.confirm(as(
                ELISA,
                "POST",
                "/api/upkeep/merges",
                Map.of("type", "services", "keep", kept, "drop", dropped, "reason", "r")));
        as(CLARA, "DELETE", "/api/sources/jrs-junto/services/" + dropped, null)
                .then()
                .statusCode(200);
        as(CLARA, "PUT", "/api/sources/jrs-junto/services/" + dropped, Map.of("name", "Volta", "status", "active"))
                .then()
                .statusCode(200)
                .body("record_id", org.hamcrest.Matchers.not(equalTo(dropped)));
        given().get("/api/services/" + dropped).then().body("id", equalTo(kept));
    }
}
