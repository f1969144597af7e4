package org.balcao.access;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.balcao.shared.StableId;

/** Two organizations, their people, and records that are somebody else's. */
final class Owners {
    static final UUID SOLIM = StableId.of("portugal", "organization", "solim");
    static final UUID JRS = StableId.of("portugal", "organization", "jrs");
    static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, SOLIM);
    static final String CLARA = Token.of("clara", Role.PARTNER_EDITOR, JRS);
    static final String EMERGENCY = StableId.of("portugal", "service", "112").toString();

    private Owners() {}

    static Response as(String token, String method, String path, Object body) {
        RequestSpecification request = given().auth().oauth2(token).contentType("application/json");
        return (body == null ? request : request.body(body)).request(method, path);
    }

    /** A service that a source delivers under a UUID of its own. */
    static String made(String token, String source, String name) {
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

    /** The answer to a delivery, before anybody works at it. */
    static Response delivered(String token, String source, String query, String lines) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/sources/" + source + "/runs" + query);
    }
}
