package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.AT_JRS;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.byCode;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.balcao.referral.model.PaperCode;
import org.junit.jupiter.api.Test;

/** The code on paper: who guesses it keeps nobody out and slows no desk, and who lost it gets another. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class CodesIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A code with the first symbols of another, as somebody has it who looked over a shoulder. */
    private static String guess(String code) {
        PaperCode seen = PaperCode.typed(code).orElseThrow();
        return new PaperCode(seen.locator(), PaperCode.made().secret()).printed();
    }

    private static List<CompletableFuture<HttpResponse<String>>> guesses(int times, String code) {
        return Stream.generate(() -> post("/api/my-referral", "{\"code\": \"" + guess(code) + "\"}"))
                .limit(times)
                .toList();
    }

    private static CompletableFuture<HttpResponse<String>> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whoeverSawTheFirstSymbolsCannotKeepTheOwnerOut() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        assertThat(guesses(8, sent.code()))
                .extracting(each -> each.join().statusCode())
                .containsOnly(404);
        byCode("", Map.of("code", sent.code())).then().statusCode(200);
    }

    @Test
    void guessesWaitInALaneOfTheirOwnAndDesksAndPeopleWhoAskGoOn() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        var guesses = guesses(50, sent.code());
        CompletableFuture<Void> all = CompletableFuture.allOf(guesses.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(guesses.toArray(CompletableFuture[]::new)).join();
        as(MEDIATOR).post("/api/referrals/" + sent.id() + "/code").then().statusCode(200);
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(requestByPerson().toString())
                .post("/api/referrals/self")
                .then()
                .statusCode(201);
        do {
            as(MEDIATOR).get("/api/referrals?box=sent").then().statusCode(200);
        } while (!all.isDone());
        assertThat(guesses).extracting(each -> each.join().statusCode()).containsOnly(404, 503);
        HttpResponse<String> tooMany = guesses.stream()
                .map(CompletableFuture::join)
                .filter(each -> each.statusCode() == 503)
                .findFirst()
                .orElseThrow();
        assertThat(tooMany.headers().firstValue("Retry-After"))
                .hasValueSatisfying(each -> assertThat(each).matches("[1-9]\\d*"));
        assertThat(tooMany.body()).contains("/api/problems/busy");
    }

    @Test
    void whoeverAsksForCodesOfStrangersReferralsHashesNothing() {
        var asked = Stream.generate(() ->
                        post("/api/referrals/" + UUID.randomUUID() + "/code", "", "Authorization", "Bearer " + AT_JRS))
                .limit(60)
                .toList();
        assertThat(asked).extracting(each -> each.join().statusCode()).containsOnly(404);
    }

    @Test
    void oneRequestOfAPersonManyTimesAtOnceIsOneReferral() {
        String key = UUID.randomUUID().toString();
        String body = requestByPerson().toString();
        var asked = Stream.generate(() -> post("/api/referrals/self", body, "Idempotency-Key", key))
                .limit(60)
                .toList();
        assertThat(asked).extracting(each -> each.join().statusCode()).containsOnly(201);
        assertThat(asked.stream()
                        .map(each -> JsonPath.from(each.join().body()).getString("code"))
                        .distinct())
                .singleElement()
                .isNotNull();
    }

    private static ObjectNode requestByPerson() {
        ObjectNode body = Desk.body(CPR_SOCIAL);
        ((ObjectNode) body.get("agreement")).put("mode", "ticked").remove("read_aloud_by");
        return body;
    }

    @Test
    void whoAskedThemselvesAndLostTheCodeGetsAnotherFromTheDeskThatAccepted() {
        ObjectNode body = requestByPerson();
        Response asked = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/api/referrals/self");
        String id = asked.path("referral.id");
        String lost = asked.path("code");
        Map<String, String> calledBack = Map.of("verified", "called_back");
        anotherCode(AT_CPR, id, calledBack).then().statusCode(409);
        step(AT_CPR, id, 1, "acceptance", null).then().statusCode(200);
        anotherCode(AT_CPR, id, Map.of()).then().statusCode(422).body("errors[0].field", equalTo("/verified"));
        anotherCode(AT_CPR, id, Map.of("verified", "sounds right"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/verified"));
        anotherCode(AT_JRS, id, calledBack).then().statusCode(404);
        anotherCode(MEDIATOR, id, calledBack).then().statusCode(404);
        byCode("", Map.of("code", lost)).then().statusCode(200);
        String code = anotherCode(AT_CPR, id, calledBack)
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        byCode("", Map.of("code", lost)).then().statusCode(404);
        byCode("/export", Map.of("code", code))
                .then()
                .statusCode(200)
                .body("events.kind", hasItem("new_code"))
                .body("events.code", hasItem("called_back"))
                .body("events.actor", hasItems("person", "receiver"));
        byCode("/erasure", Map.of("code", code)).then().statusCode(200);
        get(AT_CPR, id).then().body("state", equalTo("withdrawn"));
        anotherCode(AT_CPR, id, calledBack).then().statusCode(409);
    }

    private static Response anotherCode(String token, String id, Map<String, String> body) {
        return as(token).body(body).post("/api/referrals/" + id + "/code");
    }

    @Test
    void aDeskThatSentNeedsNoBodyForAnother() throws Exception {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        HttpRequest bare = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/referrals/" + sent.id() + "/code"))
                .header("Authorization", "Bearer " + MEDIATOR)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(CLIENT.send(bare, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        as(MEDIATOR)
                .body("{\"verified\":")
                .post("/api/referrals/" + sent.id() + "/code")
                .then()
                .statusCode(400);
        anotherCode(AT_CPR, sent.id(), Map.of("verified", "in_person")).then().statusCode(404);
    }
}
