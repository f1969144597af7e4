package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.CPR_LEGAL;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.byCode;
import static org.balcao.referral.Desk.send;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.balcao.fixture.PgResource;
import org.balcao.referral.usecase.ClockWork;
import org.junit.jupiter.api.Test;

/** A person asks a service to contact them: again with the same number, for another of the family, and after the answer was lost. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class AskIT {
    @Inject
    ClockWork clockWork;

    private static ObjectNode request(UUID service) {
        ObjectNode body = Desk.body(service);
        ((ObjectNode) body.get("agreement")).put("mode", "ticked").remove("read_aloud_by");
        return body;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Response ask(ObjectNode body, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/api/referrals/self");
    }

    private static String codeOf(Response asked) {
        return asked.then().statusCode(201).extract().path("code");
    }

    private static void isRefusedAsDouble(Response asked) {
        asked.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", containsString("/api/problems/conflict"))
                .body("errors.field", contains("/person/contact"))
                .body("errors.detail", contains("has an open referral to this service already"));
    }

    @Test
    void aSecondRequestWithOneNumberIsRefusedAndTellsNothingOfTheFirst() {
        ObjectNode body = request(CPR_SOCIAL);
        Response first = ask(body, key());
        String code = codeOf(first);
        ((ObjectNode) body.get("person")).put("called", "Ivan");
        Response second = ask(body, key());
        isRefusedAsDouble(second);
        assertThat(second.asString()).doesNotContain((String) first.path("referral.id"), "Olena", "sent");
        // the same words after it was accepted
        step(AT_CPR, first.path("referral.id"), 1, "acceptance", null).then().statusCode(200);
        assertThat(ask(body, key()).asString()).isEqualTo(second.asString());
        byCode("/erasure", Map.of("code", code)).then().statusCode(200);
        ask(body, key()).then().statusCode(201);
    }

    @Test
    void capitalsMakeNoOtherAddress() {
        ObjectNode body = request(CPR_SOCIAL);
        String box = "olena." + UUID.randomUUID() + "@example.org";
        ((ObjectNode) body.get("person")).put("channel", "email").put("contact", box);
        ask(body, key()).then().statusCode(201);
        ((ObjectNode) body.get("person")).put("contact", "O" + box.substring(1));
        isRefusedAsDouble(ask(body, key()));
    }

    @Test
    void manyAtOnceWithOneNumberAreOneRequest() {
        ObjectNode body = request(CPR_SOCIAL);
        List<CompletableFuture<Response>> asked = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> ask(body, key())))
                .limit(6)
                .toList();
        assertThat(asked)
                .extracting(each -> each.join().statusCode())
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        ObjectNode sent = Desk.body(CPR_SOCIAL);
        List<CompletableFuture<Response>> atDesk = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> send(MEDIATOR, sent)))
                .limit(6)
                .toList();
        assertThat(atDesk)
                .extracting(each -> each.join().statusCode())
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void eightPeopleOfAFamilyShareANumber() {
        ObjectNode body = request(CPR_SOCIAL);
        String first = codeOf(ask(body, key()));
        body.put("another_person", true);
        List<String> codes =
                IntStream.range(1, 8).mapToObj(each -> codeOf(ask(body, key()))).toList();
        isRefusedAsDouble(ask(body, key()));
        assertThat(codes).doesNotHaveDuplicates().doesNotContain(first);
        byCode("/withdrawal", Map.of("code", codes.getLast(), "reason", "by_mistake"))
                .then()
                .statusCode(200);
        byCode("", Map.of("code", first)).then().statusCode(200).body("legs.state", contains("sent"));
        ask(body, key()).then().statusCode(201);
        ObjectNode atDesk = Desk.body(CPR_SOCIAL);
        String open = send(MEDIATOR, atDesk).path("referral.id");
        send(MEDIATOR, atDesk).then().statusCode(409).body("errors[0].detail", containsString(open));
        send(MEDIATOR, atDesk.put("another_person", true)).then().statusCode(201);
    }

    @Test
    void ofAServiceWhoseNameTellsWhyNobodyLearnsWhoAskedIt() {
        as(AT_CPR)
                .body(Map.of("sensitive", true))
                .put("/api/intakes/" + CPR_LEGAL)
                .then()
                .statusCode(204);
        try {
            ObjectNode body = request(CPR_LEGAL);
            for (int i = 0; i < 9; i++) {
                ask(body, key()).then().statusCode(201);
            }
        } finally {
            as(AT_CPR).body(Map.of("sensitive", false)).put("/api/intakes/" + CPR_LEGAL);
        }
    }

    @Test
    void aLostAnswerAskedAgainGivesTheCode() {
        ObjectNode body = request(CPR_SOCIAL);
        String key = key();
        Response first = ask(body, key);
        String code = codeOf(first);
        ask(body, key)
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("code", equalTo(code))
                .body("referral.id", equalTo(first.path("referral.id")));
        byCode("", Map.of("code", code)).then().statusCode(200);
        isRefusedAsDouble(ask(body, key()));
        ask(body.put("interpreter", false), key)
                .then()
                .statusCode(422)
                .body("errors.field", contains("Idempotency-Key"));
    }

    @Test
    void aLostAnswerIsGivenAgainForAQuarterOfAnHour() throws SQLException {
        ObjectNode body = request(CPR_SOCIAL);
        String key = key();
        Response first = ask(body, key);
        String code = codeOf(first);
        String row = "from referral.request_key where referral_id = '" + first.path("referral.id") + "'";
        try (Connection owner = Rows.as("owner")) {
            assertThat(Rows.count(owner, "select count(*) " + row + " and key <> '" + key + "' and code is not null"))
                    .isOne();
            age(owner, first, "14 minutes");
            clockWork.work();
            ask(body, key).then().statusCode(201).body("code", equalTo(code));
            age(owner, first, "2 minutes");
            cannotBeReadAgain(ask(body, key));
            clockWork.work();
            assertThat(Rows.count(owner, "select count(*) " + row + " and code is null and chain_id is null"))
                    .isOne();
            cannotBeReadAgain(ask(body, key));
        }
    }

    private static void age(Connection owner, Response asked, String by) throws SQLException {
        try (var older = owner.createStatement()) {
            older.execute("update referral.request_key set at = at - interval '" + by + "' where referral_id = '"
                    + asked.path("referral.id") + "'");
        }
    }

    private static void cannotBeReadAgain(Response asked) {
        asked.then().statusCode(409).body("errors.field", contains("Idempotency-Key"));
        assertThat(asked.asString()).doesNotContain("\"code\"");
    }

    @Test
    void aCodeThatDiedOrAKeyThatMightBeGuessedGivesNothingAgain() {
        ObjectNode erased = request(CPR_SOCIAL);
        String key = key();
        byCode("/erasure", Map.of("code", codeOf(ask(erased, key)))).then().statusCode(200);
        cannotBeReadAgain(ask(erased, key));

        ObjectNode replaced = request(CPR_SOCIAL);
        String other = key();
        String id = ask(replaced, other).path("referral.id");
        step(AT_CPR, id, 1, "acceptance", null).then().statusCode(200);
        as(AT_CPR)
                .body(Map.of("verified", "called_back"))
                .post("/api/referrals/" + id + "/code")
                .then()
                .statusCode(200);
        cannotBeReadAgain(ask(replaced, other));

        ObjectNode guessed = request(CPR_SOCIAL);
        String number = String.valueOf(UUID.randomUUID().hashCode());
        ask(guessed, number).then().statusCode(201);
        cannotBeReadAgain(ask(guessed, number));
    }

    @Test
    void theClockReadsNeitherKeysNorCodes() throws SQLException {
        try (Connection worker = Rows.as("worker");
                var reading = worker.createStatement()) {
            for (String column : List.of("key", "code", "fingerprint", "referral_id")) {
                try {
                    reading.execute("select " + column + " from referral.request_key");
                    throw new AssertionError(column + " can be read");
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState()).isEqualTo("42501");
                }
            }
        }
    }
}
