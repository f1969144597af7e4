package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** An organization has a few sources, not any number. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class SourceLimitIT {
    @ConfigProperty(name = "balcao.limits.sources-an-organization")
    int most;

    private static Response save(String token, String source) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("name", source))
                .put("/api/sources/" + source);
    }

    @Test
    void theLastOneIsRefusedWithTheLimitAndThoseThatAreThereCanBeChanged() {
        String token = Token.of(Role.PARTNER_EDITOR, UUID.randomUUID());
        for (int i = 0; i < most; i++) {
            save(token, "many-" + i).then().statusCode(200);
        }
        save(token, "one-too-many")
                .then()
                .statusCode(409)
                .body("errors[0].field", equalTo("source"))
                .body("errors[0].detail", containsString(String.valueOf(most)));
        save(token, "many-0").then().statusCode(200);
        save(Token.of(Role.PARTNER_EDITOR, UUID.randomUUID()), "of-another")
                .then()
                .statusCode(200);
    }
}
