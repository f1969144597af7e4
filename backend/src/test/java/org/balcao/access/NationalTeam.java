package org.balcao.access;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Two people of the national team: what one proposes, the other confirms. */
public final class NationalTeam {
    public static final String ELISA = Token.of("elisa", Role.NATIONAL_EDITOR, null);
    public static final String FILIPE = Token.of("filipe", Role.NATIONAL_EDITOR, null);

    private NationalTeam() {}

    public static Response decide(String token, String proposal, String decision) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("decision", decision))
                .post("/api/upkeep/proposals/" + proposal + "/decision");
    }

    /** Filipe confirms what somebody else proposed, and it is done. */
    public static void confirm(Response proposed) {
        String id = proposed.then().statusCode(202).extract().path("id");
        decide(FILIPE, id, "confirm").then().statusCode(200);
    }

    /** A source of the national team that both have agreed to. */
    public static void source(String id, Map<String, ?> body) {
        given().auth()
                .oauth2(ELISA)
                .contentType("application/json")
                .body(body)
                .put("/api/sources/" + id)
                .then()
                .statusCode(200);
        List<String> waiting = given().auth()
                .oauth2(FILIPE)
                .get("/api/upkeep/proposals")
                .path("findAll { it.action == 'confirm_source' && it.about.startsWith('" + id + ": ') }.id");
        waiting.forEach(each -> decide(FILIPE, each, "confirm").then().statusCode(200));
    }
}
