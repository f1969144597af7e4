package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.access.NationalTeam.ELISA;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.balcao.sync.usecase.WorkRuns;
import org.junit.jupiter.api.Test;

/** Every operation that writes records, by everybody who is not allowed to, on every state that a record of somebody else can be in: nothing changes. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class OwnershipIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final UUID JRS = StableId.of("portugal", "organization", "jrs");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String CLARA = Token.of("clara", Role.PARTNER_EDITOR, JRS);
    private static final String EMERGENCY =
            StableId.of("portugal", "service", "112").toString();
    private static final String STARTER =
            StableId.of("portugal", "service", "linha-seg-social").toString();
    private static final Path TABLE = Path.of("target/ownership-table.csv");

    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("app")
    AgroalDataSource referrals;

    @Inject
    WorkRuns workRuns;

    /** Whose record it is, and how it stands, seen from the Conselho Português para os Refugiados. */
    private enum Target {
        OWN,
        ANOTHERS,
        STARTERS,
        WITHDRAWN,
        MERGED,
        LOCKED,
        OPEN_INTAKE,
        NATIONAL_WORD
    }

    private enum Actor {
        NOBODY(null, null),
        MEDIATOR(Token.of(Role.MEDIATOR, CPR), null),
        PARTNER_EDITOR(BRUNO, "ataque"),
        PARTNER_CLIENT(Token.of(Role.PARTNER_CLIENT, CPR, Caller.PUBLISH), "ataque"),
        /** One person, with a source that two have agreed to. */
        NATIONAL_EDITOR(ELISA, "ataque-nacional"),
        NATIONAL_ADMIN(Token.of(Role.NATIONAL_ADMIN, null), "ataque-nacional"),
        AUDITOR(Token.of(Role.AUDITOR, null), "ataque-nacional");

        private final String token;
        private final String source;

        Actor(String token, String source) {
            this.token = token;
            this.source = source == null ? "ataque" : source;
        }

        boolean isPartner() {
            return this == PARTNER_EDITOR || this == PARTNER_CLIENT;
        }

        RequestSpecification asks() {
            RequestSpecification request = given().contentType("application/json");
            return token == null ? request : request.auth().oauth2(token);
        }
    }

    /** What was prepared of a record, so that there is something to decide, undo or settle. */
    private record Case(
            String id,
            String type,
            String edit,
            String waitingEdit,
            String conflict,
            String merge,
            String proposal,
            String run) {}

    @FunctionalInterface
    private interface Attempt {
        Response by(Actor actor, Case of);
    }

    private static String address(Actor actor, Case of) {
        return "/api/sources/" + actor.source + "/" + of.type() + "/" + of.id();
    }

    private static String record(Case of) {
        return "{\"id\":\"" + of.id() + "\",\"kind\":\"" + (of.type().equals("services") ? "service" : "taxonomy_term")
                + "\",\"name\":\"ATAQUE\",\"description\":\"x\",\"status\":\"active\",\"taxonomy\":\"balcao-needs\",\"code\":\"legal\"}\n";
    }

    private Response deliver(Actor actor, Case of, String mode) {
        RequestSpecification request = given();
        Response answer = (actor.token == null ? request : request.auth().oauth2(actor.token))
                .contentType("application/octet-stream")
                .body(record(of).getBytes(StandardCharsets.UTF_8))
                .post("/api/sources/" + actor.source + "/runs?mode=" + mode);
        if (answer.statusCode() == 202) {
            workRuns.work();
        }
        return answer;
    }

    private static Response decide(Actor actor, String path, String decision) {
        return actor.asks().body(Map.of("decision", decision)).post(path + "/decision");
    }

    /** By its name in the contract, how each operation is tried on a record. */
    private Map<String, List<Attempt>> attempts() {
        Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
        attempts.put(
                "saveSource",
                Stream.<String>of("jrs-ownership", "portugal", "page")
                        .<Attempt>map(name -> (actor, of) ->
                                actor.asks().body(Map.of("name", "ataque")).put("/api/sources/" + name))
                        .toList());
        attempts.put(
                "deliver",
                List.of((actor, of) -> deliver(actor, of, "upsert"), (actor, of) -> deliver(actor, of, "snapshot")));
        attempts.put(
                "deliverRecord",
                List.of((actor, of) -> actor.asks()
                        .body(Map.of(
                                "name", "ATAQUE", "description", "x", "status", "active", "taxonomy", "balcao-needs"))
                        .put(address(actor, of))));
        attempts.put("takeOverRecord", List.of((actor, of) -> {
            Response taken = actor.asks()
                    .body(Map.of("record_id", of.id()))
                    .put("/api/sources/" + actor.source + "/" + of.type() + "/nome-" + of.id() + "/record");
            actor.asks()
                    .body(Map.of("name", "ATAQUE", "description", "x", "status", "active"))
                    .put("/api/sources/" + actor.source + "/" + of.type() + "/nome-" + of.id());
            actor.asks().delete("/api/sources/" + actor.source + "/" + of.type() + "/nome-" + of.id());
            return taken;
        }));
        attempts.put(
                "withdrawRecord",
                List.of(
                        (actor, of) -> actor.asks().delete(address(actor, of)),
                        (actor, of) -> actor.asks().delete("/api/sources/jrs-ownership/" + of.type() + "/" + of.id()),
                        (actor, of) -> actor.asks().delete("/api/sources/portugal/services/112")));
        attempts.put(
                "saveHarvest",
                List.of((actor, of) -> actor.asks()
                        .body(Map.of("url", "https://example.org/x.json", "kind", "file", "mode", "snapshot"))
                        .put("/api/sources/jrs-ownership/harvest")));
        attempts.put(
                "deleteHarvest", List.of((actor, of) -> actor.asks().delete("/api/sources/jrs-ownership/harvest")));
        attempts.put(
                "harvestNow", List.of((actor, of) -> actor.asks().post("/api/sources/jrs-ownership/harvest/runs")));
        attempts.put(
                "decideRun",
                List.of((actor, of) -> decide(actor, "/api/sources/jrs-ownership/runs/" + of.run(), "apply")));
        attempts.put("editRecord", List.of((actor, of) -> {
            String path = "/api/upkeep/records/" + of.type() + "/" + of.id();
            String version = given().auth().oauth2(ELISA).get(path).header("ETag");
            return actor.asks()
                    .header("If-Match", version == null ? "\"x\"" : version)
                    .body(Map.of("fields", Map.of("name", "ATAQUE"), "reason", "x"))
                    .post(path + "/edits");
        }));
        attempts.put(
                "rollBackEdit",
                List.of((actor, of) ->
                        actor.asks().body(Map.of("reason", "x")).post("/api/upkeep/edits/" + of.edit() + "/rollback")));
        attempts.put(
                "decideEdit",
                List.of((actor, of) -> decide(actor, "/api/upkeep/edits/" + of.waitingEdit(), "confirm")));
        attempts.put(
                "settleConflict",
                List.of((actor, of) -> decide(actor, "/api/upkeep/conflicts/" + of.conflict(), "take")));
        attempts.put(
                "mergeRecords",
                List.of(
                        (actor, of) -> actor.asks()
                                .body(Map.of("type", of.type(), "keep", STARTER, "drop", of.id(), "reason", "x"))
                                .post("/api/upkeep/merges"),
                        (actor, of) -> actor.asks()
                                .body(Map.of("type", of.type(), "keep", of.id(), "drop", STARTER, "reason", "x"))
                                .post("/api/upkeep/merges")));
        attempts.put(
                "undoMerge", List.of((actor, of) -> actor.asks().post("/api/upkeep/merges/" + of.merge() + "/undo")));
        attempts.put(
                "decideProposal",
                List.of((actor, of) -> decide(actor, "/api/upkeep/proposals/" + of.proposal(), "confirm")));
        attempts.put(
                "releaseLock",
                List.of((actor, of) -> actor.asks()
                        .body(Map.of("reason", "x"))
                        .post("/api/upkeep/records/" + of.type() + "/" + of.id() + "/locks/phones/release")));
        attempts.put(
                "confirmListings",
                List.of((actor, of) ->
                        actor.asks().body(Map.of("services", List.of(of.id()))).post("/api/upkeep/confirmations")));
        attempts.put(
                "verifyListing",
                List.of((actor, of) -> actor.asks()
                        .body(Map.of("way", "phone", "outcome", "closed"))
                        .post("/api/upkeep/services/" + of.id() + "/verifications")));
        attempts.put(
                "suggestCorrection",
                List.of((actor, of) -> actor.asks()
                        .body(Map.of("type", of.type(), "id", of.id(), "about", "closed", "remark", "fechou"))
                        .post("/api/corrections")));
        attempts.put(
                "decideCorrection", List.of((actor, of) -> decide(actor, "/api/corrections/" + of.proposal(), "take")));
        attempts.put(
                "openIntake",
                List.of((actor, of) ->
                        actor.asks().body(Map.of("sensitive", true)).put("/api/intakes/" + of.id())));
        attempts.put("closeIntake", List.of((actor, of) -> actor.asks().delete("/api/intakes/" + of.id())));
        return attempts;
    }

    /** Operations of the same parts of the contract that write no record of the directory and no intake. */
    private static final Set<String> WRITE_NO_RECORD =
            Set.of("getCorrectionState", "checkFeed", "checkFeedAt", "dismissDuplicate", "proposeOrganization");

    private static final String RECORD = """
                        select concat_ws('|',
                            (select (to_jsonb(s) - 'assured_date' - 'assurer' - 'freshness')::text from directory.service s where s.id = i.id),
                            (select to_jsonb(t)::text from directory.taxonomy_term t where t.id = i.id),
                            (select string_agg(p.number, ',' order by p.number) from directory.phone p where p.service_id = i.id),
                            (select string_agg(p.field || p.rank, ',' order by p.field) from sync.provenance p where p.record_id = i.id and p.rank < 3),
                            (select r.new_id::text from directory.redirect r where r.old_id = i.id))
                          from (select cast(? as uuid) as id) i""";

    private static final String INTAKE =
            "select string_agg(i.organization_id::text || i.sensitive, ',') from referral.intake i where i.service_id = cast(? as uuid)";

    private String state(String id) throws SQLException {
        return select(database, RECORD, id) + " intake " + select(referrals, INTAKE, id);
    }

    private static String select(AgroalDataSource database, String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static Response as(String token, String method, String path, Object body) {
        RequestSpecification request = given().auth().oauth2(token).contentType("application/json");
        return (body == null ? request : request.body(body)).request(method, path);
    }

    private static String made(String token, String source, String name) {
        return as(
                        token,
                        "PUT",
                        "/api/sources/" + source + "/services/" + UUID.randomUUID(),
                        Map.of("name", name, "status", "active"))
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
    }

    /** One's own record, with an edit to take back. */
    private static Case own() {
        String id = made(BRUNO, "ataque", "De cá");
        String nothing = UUID.randomUUID().toString();
        return new Case(id, "services", edited(BRUNO, id), nothing, nothing, nothing, nothing, nothing);
    }

    private static String edited(String owner, String id) {
        String path = "/api/upkeep/records/services/" + id;
        return given().auth()
                .oauth2(owner)
                .contentType("application/json")
                .header("If-Match", as(owner, "GET", path, null).header("ETag"))
                .body(Map.of("fields", Map.of("description", "Antes"), "reason", "r"))
                .post(path + "/edits")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private Case prepare(Target target) throws SQLException {
        String id = switch (target) {
            case OWN -> made(BRUNO, "ataque", "De cá");
            case ANOTHERS, WITHDRAWN, MERGED, OPEN_INTAKE -> made(CLARA, "jrs-ownership", "De lá " + target);
            case STARTERS -> STARTER;
            case LOCKED -> EMERGENCY;
            case NATIONAL_WORD ->
                given().get("/api/taxonomy_terms?per_page=100").path("contents.find { it.code == 'legal' }.id");
        };
        String owner = target == Target.OWN ? BRUNO : CLARA;
        boolean editable = Set.of(Target.OWN, Target.ANOTHERS, Target.WITHDRAWN, Target.MERGED, Target.OPEN_INTAKE)
                .contains(target);
        String edit = UUID.randomUUID().toString();
        String type = target == Target.NATIONAL_WORD ? "taxonomy_terms" : "services";
        String path = "/api/upkeep/records/" + type + "/" + id;
        if (editable) {
            edit = edited(owner, id);
        }
        String waiting = given().auth()
                .oauth2(ELISA)
                .contentType("application/json")
                .header("If-Match", as(ELISA, "GET", path, null).header("ETag"))
                .body(Map.of("fields", Map.of("name", "ATAQUE"), "reason", "r"))
                .post(path + "/edits")
                .path("id");
        String conflict = UUID.randomUUID().toString();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into sync.conflict (id, record_id, kind, field, current, offered, held_by, offered_by, at) values ('"
                            + conflict + "', '" + id + "', '" + (type.equals("services") ? "service" : "taxonomy_term")
                            + "', 'name', null, '\"ATAQUE\"', 'jrs-ownership', 'outro', now())");
        }
        String other = made(CLARA, "jrs-ownership", "Repetido " + target);
        String stays = made(CLARA, "jrs-ownership", "Repetido também " + target);
        String proposal = as(
                        ELISA,
                        "POST",
                        "/api/upkeep/merges",
                        Map.of("type", "services", "keep", stays, "drop", other, "reason", "r"))
                .path("id");
        String merge = UUID.randomUUID().toString();
        switch (target) {
            case WITHDRAWN -> {
                String external = as(CLARA, "GET", path, null)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
                as(CLARA, "DELETE", "/api/sources/jrs-ownership/services/" + external, null)
                        .then()
                        .statusCode(200)
                        .body("outcome", equalTo("withdrawn"));
            }
            case MERGED -> {
                String into = made(CLARA, "jrs-ownership", "Fica");
                NationalTeam.confirm(as(
                        ELISA,
                        "POST",
                        "/api/upkeep/merges",
                        Map.of("type", "services", "keep", into, "drop", id, "reason", "r")));
                merge = as(ELISA, "GET", "/api/upkeep/merges", null).path("find { it.dropped == '" + id + "' }.id");
            }
            case OPEN_INTAKE ->
                as(CLARA, "PUT", "/api/intakes/" + id, Map.of()).then().statusCode(204);
            default -> {}
        }
        String run = given().auth()
                .oauth2(CLARA)
                .contentType("application/octet-stream")
                .body(record(new Case(id, type, null, null, null, null, null, null))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/sources/jrs-ownership/runs?dry_run=true")
                .path("id");
        workRuns.work();
        return new Case(id, type, edit, waiting, conflict, merge, proposal, String.valueOf(run));
    }

    @Test
    void nobodyWritesWhatIsSomebodyElses() throws Exception {
        as(BRUNO, "PUT", "/api/sources/ataque", Map.of("name", "Sistema do CPR"))
                .then()
                .statusCode(200);
        as(CLARA, "PUT", "/api/sources/jrs-ownership", Map.of("name", "Sistema do JRS"))
                .then()
                .statusCode(200);
        NationalTeam.source("ataque-nacional", Map.of("name", "Fonte nacional", "publishes_others", true));
        Map<Target, Case> cases = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            cases.put(target, prepare(target));
        }
        List<String> foreign = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> table = new ArrayList<>(List.of("operation,caller,record,status,written"));
        Map<String, List<Attempt>> attempts = attempts();
        for (var attempt : attempts.entrySet()) {
            for (Actor actor : Actor.values()) {
                for (Target target : Target.values()) {
                    Case of = target == Target.OWN && actor.isPartner() ? own() : cases.get(target);
                    String before = state(of.id());
                    List<String> statuses = new ArrayList<>();
                    for (Attempt each : attempt.getValue()) {
                        int status = each.by(actor, of).statusCode();
                        statuses.add(String.valueOf(status));
                        if (status >= 500) {
                            broken.add(attempt.getKey() + " " + actor + " " + target + " " + status);
                        }
                    }
                    boolean written = !state(of.id()).equals(before);
                    boolean allowed = target == Target.OWN && actor.isPartner();
                    if (written && !allowed) {
                        foreign.add(attempt.getKey() + " " + actor + " " + target + " " + statuses);
                    }
                    table.add(String.join(
                            ",",
                            attempt.getKey(),
                            actor.name(),
                            target.name(),
                            String.join(" ", statuses),
                            String.valueOf(written)));
                }
            }
        }
        Files.write(TABLE, table);
        assertThat(foreign).as("writes of what is somebody else's").isEmpty();
        assertThat(broken).as("answers of 5xx").isEmpty();
        assertThat(table)
                .as("somebody may write what is theirs, so the table can tell")
                .anyMatch(row -> row.startsWith("deliverRecord,PARTNER_EDITOR,OWN,200,true"))
                .anyMatch(row -> row.startsWith("editRecord,PARTNER_EDITOR,OWN,200,true"))
                .anyMatch(row -> row.startsWith("openIntake,PARTNER_EDITOR,OWN,204,true"));
    }

    @Test
    void everyOperationThatWritesIsInTheTable() throws IOException {
        Set<String> writing = new TreeSet<>();
        JsonNode paths =
                new YAMLMapper().readTree(Path.of("../openapi.yaml").toFile()).path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getKey().matches("/(sources|upkeep|intakes|corrections|feed-checks).*")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (Set.of("post", "put", "delete", "patch").contains(operation.getKey())) {
                    writing.add(operation.getValue().path("operationId").asText());
                }
            }
        }
        writing.removeAll(WRITE_NO_RECORD);
        assertThat(attempts().keySet()).containsExactlyInAnyOrderElementsOf(writing);
    }

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
        given().get("/api/organizations/" + CPR).then().body("name", equalTo("Conselho Português para os Refugiados"));
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
        as(BRUNO, "PUT", "/api/sources/casa", Map.of("name", "Casa")).then().statusCode(200);
        String place = as(BRUNO, "PUT", "/api/sources/casa/locations/casa", Map.of("name", "Casa de todos"))
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
        as(BRUNO, "DELETE", "/api/sources/casa/locations/casa", null).then().statusCode(409);
        given().get("/api/service_at_locations/" + both).then().statusCode(200);
    }
}
