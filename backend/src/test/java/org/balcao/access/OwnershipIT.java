package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.access.NationalTeam.ELISA;
import static org.balcao.access.Owners.BRUNO;
import static org.balcao.access.Owners.CLARA;
import static org.balcao.access.Owners.EMERGENCY;
import static org.balcao.access.Owners.SOLIM;
import static org.balcao.access.Owners.as;
import static org.balcao.access.Owners.made;
import static org.hamcrest.Matchers.equalTo;

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

    /** Whose record it is, and how it stands, seen from one of the two. */
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
        MEDIATOR(Token.of(Role.MEDIATOR, SOLIM), null),
        PARTNER_EDITOR(BRUNO, "ataque"),
        PARTNER_CLIENT(Token.of(Role.PARTNER_CLIENT, SOLIM, Caller.PUBLISH), "ataque"),
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
}
