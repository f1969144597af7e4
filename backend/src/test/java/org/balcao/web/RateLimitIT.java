package org.balcao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** How often may be asked from one place, told in headers and kept. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RateLimitIT {

    private static Response ask(String address) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body("{}")
                .post("/api/referrals/self");
    }

    @Test
    void aNeighbourhoodThatFloodsIsRefusedAndItsNeighboursAreNot() {
        for (int i = 1; i <= 10; i++) {
            Response answer = ask("198.51.100." + i);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.header("RateLimit")).startsWith("\"requests\";r=" + (10 - i) + ";t=");
        }
        ask("198.51.100.77")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .header("RateLimit-Policy", "\"requests\";q=10;w=3600")
                .body("type", equalTo("/api/problems/too-many-requests"));
        assertThat(ask("198.51.101.77").statusCode()).isEqualTo(400);
        assertThat(ask("2001:db8:0:100::1").header("RateLimit")).contains("r=9");
        assertThat(ask("2001:db8:0:1ff::2").header("RateLimit")).contains("r=8");
        assertThat(ask("2001:db8:0:200::2").header("RateLimit")).contains("r=9");
        given().header("X-Forwarded-For", "198.51.100.77")
                .get("/api/taxonomies")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"reads\";q=1200;w=60");
    }

    @Test
    void theMachineItselfIsNotCounted() {
        given().get("/api/taxonomies").then().statusCode(200).header("RateLimit", nullValue());
    }
}
