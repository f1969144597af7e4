package org.balcao.upkeep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.Test;

/** Listings are kept true by who gives them, by who reads them, and by two of the national team. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class UpkeepIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String STRANGER = Token.of("stranger", Role.PARTNER_EDITOR, UUID.randomUUID());
    private static final String ELISA = Token.of("elisa", Role.NATIONAL_EDITOR, null);
    private static final String FILIPE = Token.of("filipe", Role.NATIONAL_EDITOR, null);

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A service of CPR that comes from its own system. */
    private static String fed(String externalId, Map<String, ?> body) {
        as(BRUNO)
                .body(Map.of("name", "Nosso sistema"))
                .put("/api/sources/upkeep")
                .then()
                .statusCode(200);
        Map<String, Object> whole = new HashMap<>(Map.of("name", "Serviço " + externalId, "status", "active"));
        whole.putAll(body);
        return as(BRUNO)
                .body(whole)
                .put("/api/sources/upkeep/services/" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
    }

    private static Response record(String token, String service) {
        return as(token).get("/api/upkeep/records/services/" + service);
    }

    private static Response edit(String token, String service, Map<String, ?> fields, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("fields", fields, "reason", "porque sim"));
        body.putAll(more);
        return as(token)
                .header("If-Match", record(BRUNO, service).header("ETag"))
                .body(body)
                .post("/api/upkeep/records/services/" + service + "/edits");
    }

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
        as(ELISA).body(Map.of("reason", "já não é preciso")).post(lock).then().statusCode(200);
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
