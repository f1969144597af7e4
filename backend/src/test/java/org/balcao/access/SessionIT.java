package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** Who somebody is: only what a valid token of ours says. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class SessionIT {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    @Test
    void anInventedPersonSignsIn() {
        given().get("/api/session/sign-in")
                .then()
                .body("mode", equalTo("development"))
                .body("people.id", hasItem("amina"));
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("person", "amina"))
                .post("/api/session/development")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("access_token");
        given().auth().oauth2(token).get("/api/session").then().statusCode(200).body("role", equalTo(Role.MEDIATOR));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        assertUnauthenticated(given().get("/api/session"));
        refused("nonsense");
        refused(Token.claims(Role.AUDITOR, null)
                .expiresAt(Instant.now().minusSeconds(60))
                .sign(DevelopmentKey.privateKey()));
        refused(Token.claims(Role.AUDITOR, null).audience("another").sign(DevelopmentKey.privateKey()));
        refused(Token.claims(Role.AUDITOR, null).issuer("another").sign(DevelopmentKey.privateKey()));
        refused(Token.signedBySomebodyElse(Token.claims(Role.AUDITOR, null)));
        String good = Token.of(Role.MEDIATOR, ORGANIZATION);
        String[] parts = good.split("\\.");
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        refused(unsigned + "." + parts[1] + ".");
        refused(unsigned + "." + parts[1] + "." + parts[2]);
        String promoted = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(Role.MEDIATOR, Role.AUDITOR);
        refused(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(promoted.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2]);
        given().auth().oauth2(good).get("/api/session").then().statusCode(200);
    }

    @Test
    void aRoleThatWeDoNotKnowMayNothing() {
        given().auth()
                .oauth2(Token.of("administrator", ORGANIZATION))
                .get("/api/session")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/api/problems/forbidden"));
    }

    @Test
    void whereTokensComeFromFollowsFromTheDatabase() {
        assertThat(SignInSource.modeOf(null, null)).isEqualTo("development");
        assertThat(SignInSource.modeOf(null, "postgresql://host/balcao")).isEqualTo("none");
        assertThat(SignInSource.modeOf("https://id.example/realms/balcao", "postgresql://host/balcao"))
                .isEqualTo("provider");
    }

    private static void refused(String token) {
        assertUnauthenticated(given().auth().oauth2(token).get("/api/session"));
    }

    private static void assertUnauthenticated(io.restassured.response.Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("/api/problems/unauthenticated"));
    }
}
