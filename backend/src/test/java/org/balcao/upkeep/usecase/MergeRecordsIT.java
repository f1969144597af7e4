package org.balcao.upkeep.usecase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.NationalTeam;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.balcao.sync.store.SyncDatabase;
import org.junit.jupiter.api.Test;

/** Records that are the same thing in the world are found, made one by a person, reached by both ids, and made two again with nothing lost. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class MergeRecordsIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String ELISA = Token.of("elisa", Role.NATIONAL_EDITOR, null);
    private static final String FILIPE = Token.of("filipe", Role.NATIONAL_EDITOR, null);

    @Inject
    SyncDatabase database;

    @Inject
    FindDuplicates findDuplicates;

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .redirects()
                .follow(false);
    }

    private static String fed(String source, String externalId, Map<String, ?> body) {
        as(BRUNO)
                .body(Map.of("name", source))
                .put("/api/sources/" + source)
                .then()
                .statusCode(200);
        Map<String, Object> whole = new HashMap<>(Map.of("name", "Costura para tod@s", "status", "active"));
        whole.putAll(body);
        return as(BRUNO)
                .body(whole)
                .put("/api/sources/" + source + "/services/" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
    }

    /** A service of an organization is given at a place too. */
    private String offered(String service, String location) {
        String id = UUID.randomUUID().toString();
        database.call(handle -> handle.execute(
                "insert into directory.service_at_location (id, service_id, location_id) values (?::uuid, ?::uuid, ?::uuid)",
                id,
                service,
                location));
        return id;
    }

    private List<String> locations() {
        return database.call(handle -> handle.createQuery(
                        "select id::text from directory.location where address_visibility = 'full' order by position limit 2")
                .mapTo(String.class)
                .list());
    }

    private static String body(String type, String id) {
        Response answer = as(ELISA).get("/api/upkeep/records/" + type + "/" + id);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath().getMap("body") + " " + answer.jsonPath().getMap("holders");
    }

    private static Response merge(String type, String keep, String drop) {
        return as(ELISA)
                .body(Map.of("type", type, "keep", keep, "drop", drop, "reason", "são o mesmo"))
                .post("/api/upkeep/merges");
    }

    /** Proposed by one and confirmed by another. */
    private static String merged(String type, String keep, String drop) {
        NationalTeam.confirm(merge(type, keep, drop));
        return as(ELISA).get("/api/upkeep/merges").path("find { it.dropped == '" + drop + "' && !it.undone_at }.id");
    }

    private static Response undo(String merge) {
        return as(ELISA).post("/api/upkeep/merges/" + merge + "/undo");
    }

    private static String organization(String name, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", name, "description", "Inventada"));
        fields.putAll(more);
        Response edit =
                as(ELISA).body(Map.of("fields", fields, "reason", "nova")).post("/api/upkeep/organizations");
        as(FILIPE)
                .body(Map.of("decision", "confirm"))
                .post("/api/upkeep/edits/" + edit.path("id") + "/decision")
                .then()
                .statusCode(200);
        return edit.path("record_id");
    }

    @Test
    void twoServicesBecomeOneAndTwoAgain() {
        String keep = fed("one", "a", Map.of("phones", List.of(Map.of("number", "213456781"))));
        String drop = fed(
                "two",
                "b",
                Map.of(
                        "description",
                        "Aulas de costura às terças",
                        "email",
                        "costura@example.org",
                        "phones",
                        List.of(Map.of("number", "213456781"))));
        List<String> places = locations();
        String stays = offered(keep, places.get(0));
        String meets = offered(drop, places.get(0));
        String moves = offered(drop, places.get(1));
        findDuplicates.find();
        String proposal = as(ELISA)
                .get("/api/upkeep/duplicates")
                .jsonPath()
                .getString("find { it.one.id in ['" + keep + "', '" + drop + "'] && it.other.id in ['" + keep + "', '"
                        + drop + "'] }.id");
        as(ELISA)
                .get("/api/upkeep/duplicates")
                .then()
                .body(
                        "find { it.id == '" + proposal + "' }.reasons",
                        hasItems("same_name", "same_phone", "same_organization", "same_place"));
        // what two say of where it is given stands with whose service it is
        database.call(handle -> handle.execute(
                "insert into sync.conflict (id, record_id, kind, field, current, offered, held_by, offered_by, at) values "
                        + "(gen_random_uuid(), ?::uuid, 'service_at_location', 'description', '\"a\"', '\"b\"', 'one', 'two', now())",
                meets));
        as(BRUNO).get("/api/upkeep/conflicts").then().body("record_id", hasItem(meets));
        String keepBefore = body("services", keep);
        String dropBefore = body("services", drop);
        String meetsBefore = body("service_at_locations", meets);

        as(BRUNO).get("/api/upkeep/duplicates").then().statusCode(403);
        merge("services", keep, keep).then().statusCode(422).body("errors[0].field", equalTo("/drop"));
        merge("taxonomies", keep, drop).then().statusCode(422).body("errors[0].field", equalTo("/type"));
        merge("services", keep, UUID.randomUUID().toString()).then().statusCode(404);
        merge("services", keep, drop)
                .then()
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .body("mine", equalTo(true));
        given().get("/api/services/" + drop).then().body("id", equalTo(drop));
        String merge = merged("services", keep, drop);
        as(ELISA)
                .get("/api/upkeep/merges")
                .then()
                .body("find { it.id == '" + merge + "' }.filled", equalTo(List.of("description", "email")));

        given().redirects()
                .follow(false)
                .get("/api/services/" + drop + "?lang=pt")
                .then()
                .statusCode(308)
                .header("Location", equalTo("/api/services/" + keep + "?lang=pt"));
        given().get("/api/services/" + drop).then().statusCode(200).body("id", equalTo(keep));
        given().redirects()
                .follow(false)
                .get("/api/service_at_locations/" + meets)
                .then()
                .statusCode(308)
                .header("Location", containsString(stays));
        given().get("/api/services/" + keep)
                .then()
                .body("description", equalTo("Aulas de costura às terças"))
                .body("service_at_locations.id", hasItems(stays, moves));
        merge("services", drop, keep).then().statusCode(404);
        findDuplicates.find();
        as(ELISA).get("/api/upkeep/duplicates").then().body("find { it.id == '" + proposal + "' }", nullValue());

        // its source goes on under the same name, and speaks of the one that stayed
        assertThat(fed(
                        "two",
                        "b",
                        Map.of("description", "Aulas de costura às quartas", "email", "costura@example.org")))
                .isEqualTo(keep);
        given().get("/api/services/" + keep).then().body("description", equalTo("Aulas de costura às quartas"));

        NationalTeam.confirm(undo(merge));
        as(ELISA).get("/api/upkeep/merges").then().body("find { it.id == '" + merge + "' }.undone_at", notNullValue());
        assertThat(body("services", drop)).isEqualTo(dropBefore);
        assertThat(body("service_at_locations", meets)).isEqualTo(meetsBefore);
        as(BRUNO).get("/api/upkeep/conflicts").then().body("record_id", hasItem(meets));
        given().get("/api/services/" + keep)
                .then()
                // said by a source since, so it is not taken out
                .body("description", equalTo("Aulas de costura às quartas"))
                .body("email", nullValue())
                .body("service_at_locations.id", equalTo(List.of(stays)));
        assertThat(keepBefore).doesNotContain("costura@example.org");
        given().get("/api/services/" + drop)
                .then()
                .statusCode(200)
                .body("service_at_locations.id", hasItems(meets, moves));
        assertThat(fed("two", "b", Map.of("description", "Aulas às quintas"))).isEqualTo(drop);
        undo(merge).then().statusCode(409);
        findDuplicates.find();
        as(ELISA)
                .get("/api/upkeep/duplicates")
                .then()
                .body("find { it.one.id == '" + keep + "' || it.other.id == '" + keep + "' }", nullValue());
    }

    @Test
    void whatReferralsNeedStays() {
        String keep = fed("referred", "a", Map.of());
        String drop = fed("referred", "b", Map.of());
        as(BRUNO).body(Map.of()).put("/api/intakes/" + drop).then().statusCode(204);
        merge("services", keep, drop).then().statusCode(409).body("detail", containsString("Referrals"));
        as(BRUNO).delete("/api/intakes/" + drop).then().statusCode(204);
        merged("services", keep, drop);
    }

    @Test
    void whatTheNationalTeamHoldsIsNotMergedAway() {
        String keep = fed("held", "a", Map.of());
        String drop = fed("held", "b", Map.of("description", "Aulas ao sábado", "email", "sabado@example.org"));
        String place = locations().getFirst();
        offered(keep, place);
        String meets = offered(drop, place);
        Response proposed = merge("services", keep, drop);
        lock(meets);
        merge("services", keep, drop).then().statusCode(409).body("detail", containsString("holds fields"));
        NationalTeam.decide(FILIPE, proposed.path("id"), "confirm")
                .then()
                .statusCode(409)
                .body("detail", containsString("holds fields"));
        given().get("/api/service_at_locations/" + meets).then().statusCode(200).body("id", equalTo(meets));
        database.call(handle -> handle.execute(
                "delete from sync.provenance where record_id = ?::uuid and field = 'description'", meets));
        // what the team left empty in the one that stays is not filled in
        lock(keep);
        NationalTeam.confirm(proposed);
        given().get("/api/services/" + keep)
                .then()
                .body("description", nullValue())
                .body("email", equalTo("sabado@example.org"));
    }

    /** Two of the team have locked what a record says of itself. */
    private void lock(String record) {
        database.call(handle -> handle.execute(
                "insert into sync.provenance (record_id, field, source, rank, at, reason) values (?::uuid, 'description', 'page', 1, now(), 'r')",
                record));
    }

    @Test
    void anOrganizationGoesOnWithAllThatItHas() {
        Map<String, ?> shared = Map.of("website", "https://www.costurar.example/", "email", "geral@costurar.example");
        String keep = organization("Associação Costurar", shared);
        String drop = organization("Costurar – Associação", shared);
        String third = organization("Costurar Porto", Map.of());
        database.call(handle -> handle.execute(
                "update directory.organization set parent_organization_id = ?::uuid where id = ?::uuid", drop, third));
        String service = UUID.randomUUID().toString();
        database.call(handle -> handle.execute(
                "insert into directory.service (id, organization_id, name, status) values (?::uuid, ?::uuid, 'Botões', 'active')",
                service,
                drop));
        findDuplicates.find();
        String proposal = as(ELISA)
                .get("/api/upkeep/duplicates")
                .jsonPath()
                .getString("find { it.one.id in ['" + keep + "', '" + drop + "'] }.id");
        assertThat(proposal).isNotNull();
        merge("organizations", drop, third).then().statusCode(409);
        String dropBefore = body("organizations", drop);
        String merge = merged("organizations", keep, drop);
        given().get("/api/services/" + service).then().body("organization.id", equalTo(keep));
        given().get("/api/organizations/" + third).then().body("parent_organization_id", equalTo(keep));
        given().get("/api/organizations/" + drop).then().statusCode(200).body("id", equalTo(keep));

        // a chain leads to its end, and back to where it was
        String last = organization("Costurar Última", Map.of());
        String second = merged("organizations", last, keep);
        given().get("/api/organizations/" + drop).then().body("id", equalTo(last));
        undo(merge).then().statusCode(409);
        NationalTeam.confirm(undo(second));
        given().get("/api/organizations/" + drop).then().body("id", equalTo(keep));
        NationalTeam.confirm(undo(merge));
        assertThat(body("organizations", drop)).isEqualTo(dropBefore);
        given().get("/api/services/" + service).then().body("organization.id", equalTo(drop));
        given().get("/api/organizations/" + third).then().body("parent_organization_id", equalTo(drop));
        as(ELISA).get("/api/upkeep/merges").then().body("id", hasItems(merge, second));

        // those who are two are not asked about again
        String one = organization("Linhas & Agulhas", Map.of("email", "linhas@example.org"));
        String other = organization("Linhas e Agulhas", Map.of("email", "linhas@example.org"));
        database.call(handle -> handle.execute(
                "update directory.organization set tax_id = '501234560' where id in (?::uuid, ?::uuid)", one, other));
        findDuplicates.find();
        String two = as(ELISA)
                .get("/api/upkeep/duplicates")
                .jsonPath()
                .getString("find { it.one.id in ['" + one + "', '" + other + "'] }.id");
        as(ELISA).post("/api/upkeep/duplicates/" + two + "/dismissal").then().statusCode(204);
        as(ELISA).post("/api/upkeep/duplicates/" + two + "/dismissal").then().statusCode(404);
        findDuplicates.find();
        as(ELISA).get("/api/upkeep/duplicates").then().body("id", not(hasItem(two)));
    }

    @Test
    void whatIsHiddenDoesNotComeToLight() {
        String shelter = place("abrigo", "hidden");
        String open = place("sede", "full");
        merge("locations", open, shelter).then().statusCode(409).body("detail", containsString("hides more"));
        merged("locations", shelter, open);
        given().get("/api/locations/" + open)
                .then()
                .body("id", equalTo(shelter))
                .body("addresses", nullValue())
                .body("address_visibility", equalTo("hidden"));
    }

    private static String place(String externalId, String visibility) {
        as(BRUNO)
                .body(Map.of("name", "Casas"))
                .put("/api/sources/houses")
                .then()
                .statusCode(200);
        return as(BRUNO)
                .body(Map.of(
                        "name",
                        "Casa " + externalId,
                        "location_type",
                        "physical",
                        "address_visibility",
                        visibility,
                        "addresses",
                        List.of(Map.of(
                                "address_1", "Rua da Ponte 1",
                                "postal_code", "1000-001",
                                "city", "Lisboa",
                                "state_province", "Lisboa",
                                "country", "PT",
                                "address_type", "physical"))))
                .put("/api/sources/houses/locations/" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
    }
}
