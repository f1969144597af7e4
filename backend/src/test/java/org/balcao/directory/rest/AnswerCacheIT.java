package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.function.Supplier;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was answered since the last change is answered from memory, to everybody alike, and never once it has changed. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class AnswerCacheIT {

    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000c1");
    private static final String PATH = "/api/organizations/" + HOUSE;
    private static final int TRIES = 2_000;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void anOrganization() {
        write("insert into directory.organization (id, name, description) values ('" + HOUSE
                + "', 'Casa 0', 'Ajuda.')");
    }

    @AfterEach
    void forget() {
        write("delete from directory.organization where id = '" + HOUSE + "'");
    }

    @Test
    void anEqualQuestionIsAnsweredFromMemoryWithTheSameBytesAndHeaders() {
        Response made = given().get(PATH);
        Response kept = fromMemory(() -> given().get(PATH));
        assertThat(kept.asByteArray()).isEqualTo(made.asByteArray());
        for (String header : new String[] {
            "ETag",
            "Cache-Control",
            "Content-Type",
            "Content-Language",
            "Vary",
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy"
        }) {
            assertThat(kept.header(header)).as(header).isEqualTo(made.header(header));
        }
    }

    @Test
    void whoHasTheAnswerIsToldFromMemoryThatItStillHolds() {
        String tag = given().get(PATH).header("ETag");
        Response kept = fromMemory(() -> given().header("If-None-Match", tag).get(PATH));
        assertThat(kept.statusCode()).isEqualTo(304);
        assertThat(kept.asByteArray()).isEmpty();
    }

    @Test
    void aRequestForTheHeadIsAnsweredFromMemoryWithoutABody() {
        int length = plain().get(PATH).asByteArray().length;
        Response kept = fromMemory(() -> plain().head(PATH));
        assertThat(kept.asByteArray()).isEmpty();
        assertThat(kept.header("Content-Length")).isEqualTo(String.valueOf(length));
    }

    /** A request that takes no compressed answer; by itself REST Assured asks for one. */
    private static RequestSpecification plain() {
        return given().config(RestAssured.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "identity");
    }

    @Test
    void aFormIsAnsweredFromMemoryAsItsAddressIs() {
        Supplier<RequestSpecification> form = () -> given().formParam("search", "Casa 0");
        Response made = form.get().post("/api/organizations");
        assertThat(fromMemory(() -> form.get().post("/api/organizations")).asByteArray())
                .isEqualTo(made.asByteArray());
    }

    @Test
    void nothingOfSomebodyWithCredentialsIsTakenFromMemoryOrKept() {
        fromMemory(() -> given().get(PATH));
        double before = hits();
        for (int i = 0; i < 20; i++) {
            given().header("Cookie", "a=b").get(PATH);
            given().header("Authorization", "Basic YTpi").get(PATH);
        }
        assertThat(hits()).isEqualTo(before);
    }

    @Test
    void whatIsAnsweredFromMemoryCountsForTheLimitAndIsOpenToEveryPage() {
        Supplier<Response> ask = () -> given().header("X-Forwarded-For", "198.51.100.7")
                .header("Origin", "https://page.example")
                .get(PATH);
        Response kept = fromMemory(ask);
        assertThat(kept.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(kept.header("RateLimit")).startsWith("\"reads\";r=");
    }

    @Test
    void noAnswerIsOlderThanWhatWasWrittenBefore() {
        for (int i = 1; i <= 50; i++) {
            fromMemory(() -> given().get(PATH));
            write("update directory.organization set name = 'Casa " + i + "' where id = '" + HOUSE + "'");
            assertThat(given().get(PATH).jsonPath().getString("name")).isEqualTo("Casa " + i);
        }
    }

    /** Asks until memory answers: the change number is unknown a while after each use of the database. */
    private Response fromMemory(Supplier<Response> ask) {
        for (int i = 0; i < TRIES; i++) {
            double before = hits();
            Response answer = ask.get();
            if (hits() > before) {
                return answer;
            }
        }
        throw new AssertionError("Nothing was answered from memory");
    }

    private double hits() {
        return metrics.get("balcao.answers").tag("from", "memory").counter().count();
    }

    private void write(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
