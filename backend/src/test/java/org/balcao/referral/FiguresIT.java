package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.balcao.referral.model.State;
import org.junit.jupiter.api.Test;

/** Figures are shares, and hidden below ten. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FiguresIT {

    @Test
    void theyAreHiddenBelowTenAndSharesFromThenOn() throws SQLException {
        UUID organization = UUID.randomUUID();
        String token = Token.of(Role.PARTNER_EDITOR, organization);
        try (Connection owner = Rows.as("owner")) {
            for (int i = 0; i < 9; i++) {
                Rows.inState(owner, State.COMPLETED, AIMA, organization);
            }
            as(token)
                    .get("/api/figures/mine")
                    .then()
                    .statusCode(200)
                    .body("sent", nullValue())
                    .body("silent", nullValue());
            Rows.inState(owner, State.EXPIRED, AIMA, organization);
            as(token)
                    .get("/api/figures/mine")
                    .then()
                    .body("sent", equalTo(10))
                    .body("silent", equalTo(0.1f))
                    .body("outcome_known", equalTo(0.9f))
                    .body("got_help", equalTo(0.0f))
                    .body("confirmed", nullValue());
        }
        given().get("/api/figures").then().statusCode(200);
        given().get("/api/figures/mine").then().statusCode(401);
    }
}
