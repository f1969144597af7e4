package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.Test;

/** A partner's system takes over what was listed before it came, and takes back one record by its own name. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class NamesIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String STRANGER = Token.of("stranger", Role.PARTNER_EDITOR, UUID.randomUUID());

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static void source(String source) {
        as(BRUNO)
                .body(Map.of("name", source))
                .put("/api/sources/" + source)
                .then()
                .statusCode(200);
    }

    private static Response deliver(String source, String id, String name) {
        return as(BRUNO)
                .body(Map.of("name", name, "status", "active"))
                .put("/api/sources/" + source + "/services/" + id);
    }

    private static Response takeOver(String token, String source, String id, String record) {
        return as(token)
                .body(Map.of("record_id", record))
                .put("/api/sources/" + source + "/services/" + id + "/record");
    }

    @Test
    void whatWasHereIsTakenOverAndNotDoubled() {
        source("old-system");
        source("new-system");
        String here = deliver("old-system", "1", "Aulas de cozinha").path("record_id");
        takeOver(STRANGER, "new-system", "k-1", here).then().statusCode(404);
        takeOver(BRUNO, "new-system", "k-1", UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/record_id"));
        takeOver(
                        BRUNO,
                        "new-system",
                        "k-1",
                        given().get("/api/services?organization_id=" + StableId.of("portugal", "organization", "aima")
                                        + "&per_page=1")
                                .path("contents[0].id"))
                .then()
                .statusCode(422);
        takeOver(BRUNO, "new-system", "k-1", here).then().statusCode(204);
        takeOver(BRUNO, "new-system", "k-1", here).then().statusCode(204);
        String another = deliver("old-system", "2", "Aulas de dança").path("record_id");
        takeOver(BRUNO, "new-system", "k-1", another).then().statusCode(409);

        Response taken = deliver("new-system", "k-1", "Aulas de cozinha de cá e de lá");
        assertThat(taken.<String>path("record_id")).isEqualTo(here);
        assertThat(taken.<String>path("outcome")).isEqualTo("updated");
        given().get("/api/services/" + here).then().body("name", equalTo("Aulas de cozinha de cá e de lá"));

        // gone from the old system, it is still in the new one
        as(BRUNO)
                .delete("/api/sources/old-system/services/1")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("kept"));
        given().get("/api/services/" + here).then().statusCode(200);
        as(BRUNO).delete("/api/sources/old-system/services/1").then().statusCode(404);
        as(STRANGER).delete("/api/sources/new-system/services/k-1").then().statusCode(404);
        as(BRUNO)
                .delete("/api/sources/new-system/services/k-1")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("withdrawn"));
        given().get("/api/services/" + here).then().statusCode(410);
    }

    @Test
    void onesOwnOrganizationStays() {
        source("own");
        as(BRUNO)
                .body(Map.of("name", "Conselho Português para os Refugiados", "description", "Apoia refugiados"))
                .put("/api/sources/own/organizations/" + CPR)
                .then()
                .statusCode(200);
        as(BRUNO).delete("/api/sources/own/organizations/" + CPR).then().statusCode(409);
        given().get("/api/organizations/" + CPR).then().statusCode(200);
    }
}
