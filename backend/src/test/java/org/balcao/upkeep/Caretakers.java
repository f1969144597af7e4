package org.balcao.upkeep;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.shared.StableId;

/** Who looks after listings in tests, and what they do all the time. */
final class Caretakers {
    static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    static final String STRANGER = Token.of("stranger", Role.PARTNER_EDITOR, UUID.randomUUID());
    static final String ELISA = Token.of("elisa", Role.NATIONAL_EDITOR, null);
    static final String FILIPE = Token.of("filipe", Role.NATIONAL_EDITOR, null);

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** A service of CPR that comes from its own system. */
    static String fed(String externalId, Map<String, ?> body) {
        as(BRUNO)
                .body(Map.of("name", "Nosso sistema"))
                .put("/api/sources/upkeep")
                .then()
                .statusCode(200);
        Map<String, Object> whole = new HashMap<>(Map.of("name", "Serviço " + externalId, "status", "active"));
        whole.putAll(body);
        return as(BRUNO)
                .body(whole)
                .put("/api/sources/upkeep/services/" + externalId)
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
    }

    static Response record(String token, String service) {
        return as(token).get("/api/upkeep/records/services/" + service);
    }

    static Response edit(String token, String service, Map<String, ?> fields, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("fields", fields, "reason", "porque sim"));
        body.putAll(more);
        return as(token)
                .header("If-Match", record(BRUNO, service).header("ETag"))
                .body(body)
                .post("/api/upkeep/records/services/" + service + "/edits");
    }

    private Caretakers() {}
}
