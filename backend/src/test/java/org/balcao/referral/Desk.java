package org.balcao.referral;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.shared.StableId;

/** The invented people of the tests, and what they ask. */
final class Desk {
    static final UUID AIMA = organization("aima");
    static final UUID CPR = organization("cpr");
    static final UUID JRS = organization("jrs");
    static final UUID CPR_SOCIAL = service("cpr-social");
    static final UUID CPR_LEGAL = service("cpr-juridico");
    static final UUID JRS_SOCIAL = service("jrs-social");

    static final String MEDIATOR = Token.of(Role.MEDIATOR, AIMA);
    static final String AT_CPR = Token.of(Role.PARTNER_EDITOR, CPR, Caller.SEND);
    static final String AT_JRS = Token.of(Role.PARTNER_EDITOR, JRS);

    static final JsonMapper JSON = new JsonMapper();

    private Desk() {}

    static UUID organization(String id) {
        return StableId.of("portugal", "organization", id);
    }

    static UUID service(String id) {
        return StableId.of("portugal", "service", id);
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A body that is accepted, for a person whom nobody else is like. */
    static ObjectNode body(UUID service) {
        int number = Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000);
        try {
            return (ObjectNode) JSON.readTree("""
                    {"service_id": "%s", "priority": "normal", "languages": ["uk", "en"], "interpreter": true, "municipality": "1106",
                     "age_band": "30-64", "household": "3-4", "facts": {"arrival_channel": "resettlement"}, "documents": ["residence_permit"],
                     "person": {"called": "Olena", "channel": "phone", "contact": "+35191%07d", "no_message": true, "hours": "morning",
                                "note": "Precisa de ajuda com a escola"},
                     "agreement": {"text_id": "referral", "text_version": "2026-11", "language": "uk", "mode": "spoken",
                                   "read_aloud_by": "interpreter", "purposes": ["receiver", "onward", "contact"]}}""".formatted(service, number));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Response send(String token, ObjectNode body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/api/referrals");
    }

    /** A referral that was just sent. */
    static Sent sent(String token, UUID service) {
        Response answer = send(token, body(service));
        answer.then().statusCode(201);
        return new Sent(answer.path("referral.id"), answer.path("code"));
    }

    record Sent(String id, String code) {}

    static Response step(String token, String id, int version, String step, Map<String, ?> body) {
        RequestSpecification request = as(token).header("If-Match", "\"v" + version + "\"");
        return (body == null ? request : request.body(body)).post("/api/referrals/" + id + "/" + step);
    }

    static Response get(String token, String id) {
        return as(token).get("/api/referrals/" + id);
    }

    static Response byCode(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/my-referral" + path);
    }
}
