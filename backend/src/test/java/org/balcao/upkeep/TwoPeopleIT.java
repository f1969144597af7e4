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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.NationalTeam;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.store.SyncDatabase;
import org.junit.jupiter.api.Test;

/** What a second person confirms is what the first one saw, and nothing gets round the two. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class TwoPeopleIT {
    private static final String CHANGED = "What was proposed has changed since; propose it again.";

    @Inject
    SyncDatabase database;

    private static Response settle(String token, String conflict, String decision) {
        return as(token).body(Map.of("decision", decision)).post("/api/upkeep/conflicts/" + conflict + "/decision");
    }

    private static String conflictOf(String service, String field) {
        return record(BRUNO, service).path("conflicts.find { it.field == '" + field + "' }.id");
    }

    private static String idOf(Response proposed) {
        return proposed.then().statusCode(202).extract().path("id");
    }

    private static Response decideEdit(String edit) {
        return as(FILIPE).body(Map.of("decision", "confirm")).post("/api/upkeep/edits/" + edit + "/decision");
    }

    /** Changed by one of the team and confirmed by another. */
    private static void changed(String service, Map<String, ?> fields, Map<String, ?> more) {
        decideEdit(edit(ELISA, service, fields, more).then().extract().path("id"))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse service(String id) {
        return given().get("/api/services/" + id).then();
    }

    private static Map<String, String> lockOf(String service, String field) {
        return as(ELISA)
                .get("/api/upkeep/locks")
                .path("find { it.record_id == '" + service + "' && it.field == '" + field + "' }");
    }

    private static Response release(String service, String field) {
        return as(ELISA)
                .body(Map.of("reason", "já não é preciso"))
                .post("/api/upkeep/records/services/" + service + "/locks/" + field + "/release");
    }

    @Test
    void aPartnerTakesNoNumberOfAnotherByWayOfAConflict() {
        String id = fed("number", Map.of());
        String conflict = UUID.randomUUID().toString();
        database.call(handle -> handle.execute(
                "insert into sync.conflict (id, record_id, kind, field, current, offered, held_by, offered_by, at) values "
                        + "(?::uuid, ?::uuid, 'service', 'phones', null, '[{\"number\": \"116 006\"}]', 'page', 'upkeep', now())",
                conflict,
                id));
        settle(BRUNO, conflict, "take")
                .then()
                .statusCode(403)
                .body("detail", containsString("the national team decides"));
        assertThat(record(BRUNO, id).<Object>path("body.phones")).isNull();
        NationalTeam.confirm(settle(ELISA, conflict, "take"));
        service(id).body("phones[0].number", equalTo("116 006"));
    }

    @Test
    void aConflictIsSettledAsItWasSeen() {
        String id = fed("stale", Map.of("description", "Do sistema"));
        edit(BRUNO, id, Map.of("description", "Da página"), Map.of()).then().statusCode(200);
        fed("stale", Map.of("description", "Primeira proposta"));
        String conflict = conflictOf(id, "description");
        String first = idOf(settle(ELISA, conflict, "take"));
        fed("stale", Map.of("description", "Outra coisa"));
        assertThat(conflictOf(id, "description")).isEqualTo(conflict);
        NationalTeam.decide(FILIPE, first, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        service(id).body("description", equalTo("Da página"));

        String second = idOf(settle(ELISA, conflict, "take"));
        assertThat(second).isNotEqualTo(first);
        edit(BRUNO, id, Map.of("description", "Da página, mais nova"), Map.of())
                .then()
                .statusCode(200);
        NationalTeam.decide(FILIPE, second, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        NationalTeam.confirm(settle(ELISA, conflict, "take"));
        service(id).body("description", equalTo("Outra coisa"));
        NationalTeam.decide(FILIPE, first, "reject").then().statusCode(200);
        NationalTeam.decide(FILIPE, second, "reject").then().statusCode(200);
    }

    @Test
    void twoAreMergedAsTheyWereSeen() {
        String keep = fed("seen-a", Map.of());
        String drop = fed("seen-b", Map.of());
        Map<String, ?> merge = Map.of("type", "services", "keep", keep, "drop", drop, "reason", "são o mesmo");
        String first = idOf(as(ELISA).body(merge).post("/api/upkeep/merges"));
        fed("seen-b", Map.of("description", "Afinal é outra coisa"));
        NationalTeam.decide(FILIPE, first, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        service(drop).body("id", equalTo(drop));
        NationalTeam.confirm(as(ELISA).body(merge).post("/api/upkeep/merges"));
        service(drop).body("id", equalTo(keep));
        NationalTeam.decide(FILIPE, first, "reject").then().statusCode(200);
    }

    @Test
    void onlyAReleaseEndsALock() {
        String id = fed("stays-locked", Map.of("application_process", "Ligar antes"));
        String until = LocalDate.now().plusDays(30).toString();
        changed(
                id,
                Map.of("application_process", "Só por marcação"),
                Map.of("locked_until", until, "reason", "há burlas"));
        changed(id, Map.of("application_process", "Só às terças"), Map.of());
        service(id).body("application_process", equalTo("Só às terças"));
        assertThat(lockOf(id, "application_process"))
                .containsEntry("until", until)
                .containsEntry("reason", "há burlas");

        fed("stays-locked", Map.of("application_process", "Do sistema"));
        NationalTeam.confirm(settle(ELISA, conflictOf(id, "application_process"), "take"));
        service(id).body("application_process", equalTo("Do sistema"));
        assertThat(lockOf(id, "application_process"))
                .containsEntry("until", until)
                .containsEntry("reason", "há burlas");
        fed("stays-locked", Map.of("application_process", "O sistema insiste"));
        service(id).body("application_process", equalTo("Do sistema"));
        edit(BRUNO, id, Map.of("application_process", "Como nos convém"), Map.of())
                .then()
                .statusCode(409)
                .body("errors.field", equalTo(List.of("/fields/application_process")));

        // what was to be released is another lock by now
        String first = idOf(release(id, "application_process"));
        changed(
                id,
                Map.of("application_process", "Só por marcação"),
                Map.of("locked_until", LocalDate.now().plusDays(60).toString(), "reason", "outra burla"));
        NationalTeam.decide(FILIPE, first, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        assertThat(lockOf(id, "application_process")).containsEntry("reason", "outra burla");
        NationalTeam.confirm(release(id, "application_process"));
        edit(BRUNO, id, Map.of("application_process", "Como nos convém"), Map.of())
                .then()
                .statusCode(200);
        NationalTeam.decide(FILIPE, first, "reject").then().statusCode(200);
    }

    @Test
    void aLockHoldsAgainstAnEditThatWaitedBeforeIt() {
        String id = fed("waited", Map.of());
        String edit = edit(BRUNO, id, Map.of("phones", List.of(Map.of("number", "116 111"))), Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        database.call(handle -> handle.execute(
                "insert into sync.provenance (record_id, field, source, rank, at, reason) values (?::uuid, 'phones', 'page', 1, now(), 'r')",
                id));
        decideEdit(edit).then().statusCode(409).body("errors.field", equalTo(List.of("/fields/phones")));
        as(FILIPE).get("/api/upkeep/edits").then().body("id", hasItem(edit));
        database.call(
                handle -> handle.execute("delete from sync.provenance where record_id = ?::uuid and rank = 1", id));
        decideEdit(edit).then().statusCode(200);
    }

    private static final UUID HOUSE = UUID.randomUUID();
    private static final String DORA = Token.of("dora", Role.PARTNER_EDITOR, HOUSE);

    private static ValidatableResponse saved(String token, String source, Map<String, ?> body) {
        return as(token).body(body).put("/api/sources/" + source).then().statusCode(200);
    }

    private static List<String> waitingFor(String source) {
        return as(FILIPE).get("/api/upkeep/proposals").path("findAll { it.about.startsWith('" + source + ": ') }.id");
    }

    @Test
    void onePersonChangesNothingOfAPartnersSource() {
        Map<String, ?> ours =
                Map.of("name", "Sistema da casa", "own_external_id", "casa", "column_map", Map.of("Nome", "name"));
        Map<String, ?> wanted = Map.of(
                "name",
                "Outro nome",
                "organization_id",
                HOUSE.toString(),
                "own_external_id",
                "outra",
                "publishes_others",
                true,
                "column_map",
                Map.of("Nome", "description"));
        saved(DORA, "house", ours);
        as(ELISA).body(ours).put("/api/sources/house").then().statusCode(409);
        saved(ELISA, "house", wanted)
                .body("name", equalTo("Sistema da casa"))
                .body("own_external_id", equalTo("casa"))
                .body("publishes_others", equalTo(false))
                .body("column_map.Nome", equalTo("name"))
                .body("state", equalTo("active"));
        List<String> waiting = waitingFor("house");
        assertThat(waiting).hasSize(1);
        as(FILIPE)
                .get("/api/upkeep/proposals")
                .then()
                .body(
                        "find { it.id == '" + waiting.getFirst() + "' }.reason",
                        containsString("own_external_id: \"outra\""));
        NationalTeam.decide(ELISA, waiting.getFirst(), "confirm").then().statusCode(409);
        as(DORA).get("/api/sources").then().body("[0].name", equalTo("Sistema da casa"));
        NationalTeam.decide(FILIPE, waiting.getFirst(), "confirm").then().statusCode(200);
        as(DORA).get("/api/sources")
                .then()
                .body("[0].name", equalTo("Outro nome"))
                .body("[0].own_external_id", equalTo("outra"))
                .body("[0].publishes_others", equalTo(true))
                .body("[0].column_map.Nome", equalTo("description"));

        // the same again asks nobody; the power to publish others is not taken away by one either
        saved(ELISA, "house", wanted);
        assertThat(waitingFor("house")).isEmpty();
        saved(ELISA, "house", Map.of("name", "Outro nome", "organization_id", HOUSE.toString()))
                .body("publishes_others", equalTo(true));
        String stale = waitingFor("house").getFirst();
        saved(DORA, "house", ours).body("name", equalTo("Sistema da casa"));
        NationalTeam.decide(FILIPE, stale, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        as(DORA).get("/api/sources").then().body("[0].own_external_id", equalTo("casa"));
        NationalTeam.decide(FILIPE, stale, "reject").then().statusCode(200);
    }

    @Test
    void aConfirmedSourceOfTheTeamIsChangedByTwo() {
        NationalTeam.source("team-list", Map.of("name", "Lista da equipa"));
        assertThat(waitingFor("team-list")).isEmpty();
        saved(ELISA, "team-list", Map.of("name", "Lista nova", "column_map", Map.of("Nome", "name")))
                .body("name", equalTo("Lista da equipa"))
                .body("state", equalTo("active"));
        as(ELISA)
                .get("/api/sources")
                .then()
                .body("findAll { it.id == 'team-list' && it.name == 'Lista nova' }", hasSize(0));
        NationalTeam.decide(FILIPE, waitingFor("team-list").getFirst(), "confirm")
                .then()
                .statusCode(200);
        as(ELISA)
                .get("/api/sources")
                .then()
                .body("find { it.id == 'team-list' }.name", equalTo("Lista nova"))
                .body("find { it.id == 'team-list' }.column_map.Nome", equalTo("name"));
    }

    @Test
    void whereASourceOfTheTeamIsFetchedIsConfirmedByTwo() {
        NationalTeam.source("fetched-list", Map.of("name", "Lista de fora"));
        Map<String, ?> where = Map.of("url", "https://example.org/list.json", "kind", "file");
        as(ELISA).body(where).put("/api/sources/fetched-list/harvest").then().statusCode(200);
        as(ELISA).get("/api/sources").then().body("find { it.id == 'fetched-list' }.state", equalTo("waiting"));
        String waiting = waitingFor("fetched-list").getFirst();
        as(FILIPE)
                .get("/api/upkeep/proposals")
                .then()
                .body("find { it.id == '" + waiting + "' }.reason", containsString("https://example.org/list.json"));
        NationalTeam.decide(ELISA, waiting, "confirm").then().statusCode(409);
        database.call(handle -> handle.execute(
                "update sync.harvest set url = 'https://example.org/other.json' where source = 'fetched-list'"));
        NationalTeam.decide(FILIPE, waiting, "confirm").then().statusCode(409).body("detail", equalTo(CHANGED));
        database.call(handle -> handle.execute(
                "update sync.harvest set url = 'https://example.org/list.json' where source = 'fetched-list'"));
        NationalTeam.decide(FILIPE, waiting, "confirm").then().statusCode(200);

        // the hours of fetching are nobody's harm
        as(ELISA)
                .body(Map.of("url", "https://example.org/list.json", "kind", "file", "every_hours", 48))
                .put("/api/sources/fetched-list/harvest")
                .then()
                .statusCode(200);
        assertThat(waitingFor("fetched-list")).isEmpty();
    }

    @Test
    void whatASourceSaysOfItselfIsCheckedByField() {
        for (String wrong : List.of(
                "{\"Nome\":null}",
                "{\"Nome\":\"colour\"}",
                "{\"\":\"name\"}",
                "{\"No\\tme\":\"name\"}",
                "{\"" + "x".repeat(201) + "\":\"name\"}")) {
            as(DORA).body("{\"name\":\"Sistema da casa\",\"column_map\":" + wrong + "}")
                    .put("/api/sources/checked")
                    .then()
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("/column_map")));
        }
        for (String wrong : List.of("", "  ", "a\\nb", "a\\u0007b", "x".repeat(201))) {
            as(DORA).body("{\"name\":\"Sistema da casa\",\"own_external_id\":\"" + wrong + "\"}")
                    .put("/api/sources/checked")
                    .then()
                    .statusCode(422)
                    .body("errors.field", equalTo(List.of("/own_external_id")));
        }
        saved(DORA, "checked", Map.of("name", "Sistema da casa", "own_external_id", "x".repeat(200)));
    }
}
