package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no caller should send: each is answered with a problem that says what would be right, and none with a failure of ours. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class OddRequestsIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String SOURCE = "/api/sources/odd-requests";

    private static RequestSpecification partner() {
        return given().auth().oauth2(Token.of(Role.PARTNER_EDITOR, CPR)).contentType("application/json");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("status", equalTo(status));
    }

    @BeforeEach
    void aSource() {
        partner().body(Map.of("name", "Odd")).put(SOURCE).then().statusCode(200);
    }

    @Test
    void claimsOfAnotherTypeAreNoClaims() {
        List<Object> odd = List.of(5, 5.5, true, List.of("a", "b"), Map.of("a", 1), "", "no uuid", List.of());
        int tried = 0;
        for (Object value : odd) {
            for (String claim : List.of("org", "scope", "sub", "upn", "preferred_username", "aud", "exp", "iat")) {
                String token;
                try {
                    token = Token.claims(Role.PARTNER_CLIENT, CPR, "listing:write", "referral:read")
                            .claim(claim, value)
                            .sign(DevelopmentKey.privateKey());
                } catch (IllegalArgumentException notWritten) {
                    // the library that writes tokens here does not write this one
                    continue;
                }
                tried++;
                for (String path : List.of("/api/sources", "/api/referrals", "/api/session", "/api/webhooks")) {
                    assertThat(given().auth().oauth2(token).get(path).statusCode())
                            .as("%s = %s at %s", claim, value, path)
                            .isIn(200, 401, 403);
                }
            }
        }
        assertThat(tried).as("org and scope at least").isGreaterThanOrEqualTo(2 * odd.size());
        String nobody = Token.claims(Role.PARTNER_EDITOR, CPR).remove("sub").sign(DevelopmentKey.privateKey());
        assertThat(given().auth().oauth2(nobody).get("/api/sources").statusCode())
                .isIn(401, 403);
    }

    @Test
    void aBodyNamesTheFieldThatCannotBeTaken() {
        problem(
                        partner()
                                .body("{\"name\": \"x\", \"column_map\": {\"\\u0000\": \"id\"}}")
                                .put(SOURCE)
                                .then(),
                        400)
                .body("errors[0].field", startsWith("/column_map/"));
        problem(partner().body("{\"name\": \"a\\u0000b\"}").put(SOURCE).then(), 400)
                .body("errors.field", equalTo(List.of("/name")));
        problem(partner().body("{\"name\": \"\\ud800\"}").put(SOURCE).then(), 400)
                .body("errors.field", equalTo(List.of("/name")));
        problem(partner().body("{\"name\": \"a\", \"name\": \"b\"}").put(SOURCE).then(), 400)
                .body("errors.field", equalTo(List.of("/name")));
        problem(partner().body("{\"name\": {\"a\": 1}}").put(SOURCE).then(), 400)
                .body("errors.field", equalTo(List.of("/name")));
        problem(
                        partner()
                                .body("{\"name\": \"a\", \"nickname\": \"b\"}")
                                .put(SOURCE)
                                .then(),
                        400)
                .body("errors.field", equalTo(List.of("/nickname")));
        problem(partner().body("[".repeat(500) + "]".repeat(500)).put(SOURCE).then(), 400);
        problem(partner().body("").put(SOURCE).then().log().ifStatusCodeMatches(is(500)), 422);
        problem(partner().contentType("text/plain").body("x").put(SOURCE).then(), 415);
        problem(
                partner()
                        .body("{\"name\": \"a\", \"cost_options\": [{\"amount\": 1e99999999999}]}")
                        .put(SOURCE + "/services/s")
                        .then(),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-99999999-01-01",
                "-4800-01-01",
                "+999999999-12-31",
                "0000-01-01",
                "10000-01-01",
                "2026-02-30",
                "26-11-2026",
                "tomorrow",
                "2026-11-26T10:00:00Z"
            })
    void aDateOfABodyIsADayOfOurs(String date) {
        problem(
                        given().contentType("application/json")
                                .header("Idempotency-Key", UUID.randomUUID())
                                .body("{\"person_deadline\": \"" + date + "\"}")
                                .post("/api/referrals/self")
                                .then(),
                        422)
                .body("errors.field", hasItem("/person_deadline"));
        problem(
                        given().auth()
                                .oauth2(Token.of(Role.PARTNER_EDITOR, CPR))
                                .contentType("application/json")
                                .header("If-Match", "\"1\"")
                                .body("{\"on\": \"" + date + "\"}")
                                .post("/api/referrals/" + UUID.randomUUID() + "/contact")
                                .then(),
                        422)
                .body("errors.field", hasItem("/on"));
        assertThat(given().auth()
                        .oauth2(Token.of(Role.NATIONAL_EDITOR, null))
                        .queryParam("since", date)
                        .queryParam("until", date)
                        .get("/api/upkeep/gaps")
                        .statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org:99999/",
                "https://example.org:0/",
                "https://aima.gov.pt@example.org/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://10.0.0.7/",
                "https://169.254.169.254/",
                "https://localhost:8080/",
                "http://8.8.8.8/",
                "ftp://example.org/",
                "https:///a",
                "x"
            })
    void anAddressThatCannotBeAskedIsNotSaved(String url) {
        problem(
                        partner()
                                .body(Map.of("url", url, "kind", "file", "mode", "upsert"))
                                .put(SOURCE + "/harvest")
                                .then(),
                        422)
                .body("errors.field", hasItem("/url"));
        problem(
                        partner()
                                .body(Map.of("url", url, "types", List.of("service")))
                                .post("/api/webhooks")
                                .then(),
                        422)
                .body("errors.field", hasItem("/url"));
        given().contentType("application/json")
                .body(Map.of("url", url))
                .post("/api/feed-checks/address")
                .then()
                .statusCode(anyOf(is(400), is(422)));
    }

    @Test
    void whatIsTooLongOrTooLargeIsAProblem() {
        problem(given().get("/api/services?search=" + "x".repeat(5_000)).then(), 414);
        problem(given().get("/" + "x".repeat(40_000)).then(), 414);
        problem(
                partner()
                        .body("{\"name\": \"" + "x".repeat(70_000) + "\"}")
                        .put(SOURCE)
                        .then(),
                413);
        problem(
                given().contentType("application/x-www-form-urlencoded")
                        .body("search=" + "x".repeat(200_000))
                        .post("/api/services")
                        .then(),
                413);
    }
}
