package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.CPR;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.JRS_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.body;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.send;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.junit.jupiter.api.Test;

/** What protects people beyond the steps: two who answer for a referral without agreement, and what the data protection officer can see. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class DataProtectionIT {
    private static final String OFFICER = Token.of(Role.AUDITOR, null);
    private static final Path TABLES = Path.of("..", "docs", "privacy.md");

    @Test
    void withoutAgreementTwoOfTheDeskAnswerForIt() throws SQLException {
        String one = Token.of("one", Role.MEDIATOR, AIMA);
        String other = Token.of("other", Role.MEDIATOR, AIMA);
        String said = as(one).body(Map.of("service_id", CPR_SOCIAL, "reason", "danger_to_life"))
                .post("/api/vital-interests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(sendUnder(one, said, CPR_SOCIAL).statusCode()).isEqualTo(422);
        as(one).post("/api/vital-interests/" + said + "/confirmation").then().statusCode(409);
        as(Token.of("stranger", Role.MEDIATOR, CPR))
                .post("/api/vital-interests/" + said + "/confirmation")
                .then()
                .statusCode(404);
        as(other).get("/api/vital-interests").then().body("find { it.id == '" + said + "' }.mine", equalTo(false));
        as(other).post("/api/vital-interests/" + said + "/confirmation").then().statusCode(200);
        as(other).post("/api/vital-interests/" + said + "/confirmation").then().statusCode(409);
        assertThat(sendUnder(one, said, JRS_SOCIAL).statusCode())
                .as("for another service")
                .isEqualTo(422);
        String id = sendUnder(one, said, CPR_SOCIAL)
                .then()
                .statusCode(201)
                .extract()
                .path("referral.id");
        assertThat(sendUnder(one, said, CPR_SOCIAL).statusCode())
                .as("a second time")
                .isEqualTo(422);
        get(MEDIATOR, id).then().body("legal_basis", equalTo("vital_interest")).body("agreement", nullValue());
        step(AT_CPR, id, 1, "forward", Map.of("service_id", JRS_SOCIAL)).then().statusCode(422);
        as(OFFICER)
                .get("/api/audit/vital-interests")
                .then()
                .statusCode(200)
                .body("find { it.id == '" + said + "' }.referral_id", equalTo(id));
        try (Connection owner = Rows.as("owner")) {
            assertThat(refused(
                            owner,
                            "update referral.vital_interest set confirmed_by = asked_by where id = '" + said + "'"))
                    .isTrue();
        }
    }

    private static io.restassured.response.Response sendUnder(String token, String said, UUID service) {
        ObjectNode wanted = body(service);
        wanted.remove("agreement");
        wanted.put("vital_interest_id", said);
        return send(token, wanted);
    }

    @Test
    void aPersonCannotDoWithoutAgreement() {
        ObjectNode wanted = body(CPR_SOCIAL);
        wanted.remove("agreement");
        wanted.put("vital_interest_id", UUID.randomUUID().toString());
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(wanted.toString())
                .post("/api/referrals/self")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/vital_interest_id"));
    }

    @Test
    void noRowWithoutTheWordOfTwoCommits() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            owner.setAutoCommit(false);
            UUID id = Rows.inState(owner, org.balcao.referral.model.State.SENT, AIMA, CPR);
            assertThat(refused(owner, """
                    insert into referral.referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                        'chain_id', gen_random_uuid(), 'legal_basis', 'vital_interest'))).* from referral.referral r where id = '%s';
                    set constraints all immediate""".formatted(id))).isTrue();
        }
    }

    private static boolean refused(Connection connection, String statements) {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
            return false;
        } catch (SQLException refusal) {
            return "23514".equals(refusal.getSQLState());
        }
    }

    @Test
    void afterABreachTheOfficerSeesWhatSomebodyTouched() {
        String thief = "thief-" + UUID.randomUUID();
        String stolen = Token.of(thief, Role.PARTNER_EDITOR, CPR);
        Instant before = Instant.now().minusSeconds(1);
        Sent opened = sent(MEDIATOR, CPR_SOCIAL);
        Sent accepted = sent(MEDIATOR, CPR_SOCIAL);
        Sent studied = sent(MEDIATOR, CPR_SOCIAL);
        step(stolen, opened.id(), 1, "acceptance", null).then().statusCode(200);
        as(stolen).post("/api/referrals/" + opened.id() + "/person").then().statusCode(200);
        step(stolen, accepted.id(), 1, "acceptance", null).then().statusCode(200);
        step(stolen, studied.id(), 1, "study", null).then().statusCode(200);
        Instant after = Instant.now().plusSeconds(1);
        given().auth()
                .oauth2(OFFICER)
                .queryParam("subject", thief)
                .queryParam("from", before.toString())
                .queryParam("to", after.toString())
                .get("/api/audit/touched")
                .then()
                .statusCode(200)
                .body("referrals", equalTo(3))
                .body("opened", equalTo(1))
                .body("contents.referral_id", equalTo(List.of(opened.id(), accepted.id(), studied.id())))
                .body("contents.opened", equalTo(List.of(true, false, false)));
        String table = given().auth()
                .oauth2(OFFICER)
                .queryParam("subject", thief)
                .queryParam("from", before.toString())
                .queryParam("to", after.toString())
                .queryParam("format", "csv")
                .get("/api/audit/touched")
                .asString();
        assertThat(table.lines().toList()).hasSize(4).first().asString().contains("referral_id");
        as(OFFICER)
                .get("/api/audit/referrals/" + opened.id())
                .then()
                .statusCode(200)
                .body("kind", hasItem("opened"))
                .body("subject", hasItem(thief));
        for (String wrong : List.of(
                "",
                "?subject=x",
                "?subject=x&from=now&to=then",
                "?organization=1&from=x&to=y",
                "?subject=x&from=-1000000000-01-01T00:00:00Z&to=%2B1000000000-12-31T00:00:00Z")) {
            as(OFFICER).get("/api/audit/touched" + wrong).then().statusCode(400);
        }
        as(OFFICER).get("/api/audit/referrals/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** The record of processing is a living table: a column that it does not explain fails. */
    @Test
    void everyColumnOfReferralsIsInTheRecordOfProcessing() throws Exception {
        String tables = Files.readString(TABLES);
        var missing = new TreeSet<String>();
        int columns = 0;
        try (Connection owner = Rows.as("owner");
                var statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = 'referral'")) {
            while (rows.next()) {
                columns++;
                String name = rows.getString(1) + "." + rows.getString(2);
                if (!tables.contains("`" + name + "`")) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(columns).isGreaterThan(80);
    }
}
