package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.balcao.fixture.PgResource;
import org.balcao.search.Searching;
import org.balcao.shared.StableId;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered since the last change is answered from memory, to everybody alike, and never once it has changed. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class AnswerCacheIT {

    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000c1");
    private static final String PATH = "/api/organizations/" + HOUSE;
    private static final int TRIES = 2_000;
    private static final String UNKNOWN = "00000000-0000-4000-8000-00000000dead";
    private static final String SENTENCE = "preciso+de+uma+cama+para+dormir+esta+noite";

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

    /** What these tests do to the database raises doubt at the number itself, and is not counted here. */
    @Test
    void aWriteRaisesDoubtBeforeItIsAcknowledgedAndNothingElseDoes() {
        AtomicInteger doubts = new AtomicInteger();
        QuarkusMock.installMockForType(
                new AnswerCache(
                        () -> null, doubts::incrementAndGet, () -> -1, Clock.systemUTC(), new SimpleMeterRegistry(), 1),
                AnswerCache.class);
        ToIntFunction<String> write = body -> given().contentType("application/json")
                .body(body)
                .post("/api/trouble")
                .statusCode();
        assertThat(write.applyAsInt("{\"subject\":\"a\",\"pages\":1}")).isEqualTo(200);
        assertThat(doubts).hasValue(1);
        assertThat(write.applyAsInt("{\"subject\":\"\",\"pages\":1}")).isEqualTo(400);
        given().get(PATH);
        given().formParam("per_page", "1").post("/api/organizations");
        assertThat(doubts).hasValue(1);
    }

    /** Work in the background uses connections too and raises doubt, so this holds without notices as well; {@code ChangeNumberIT} tries those. */
    @Test
    void whatIsWrittenElsewhereIsShownToo() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            fromMemory(() -> given().get(PATH));
            String name = "Casa elsewhere " + i;
            elsewhere("update directory.organization set name = '" + name + "' where id = '" + HOUSE + "'");
            Searching.await(() -> given().get(PATH).jsonPath().getString("name").equals(name));
            assertThat(fromMemory(() -> given().get(PATH)).jsonPath().getString("name"))
                    .isEqualTo(name);
        }
    }

    /** As another node writes: over a connection that this program knows nothing of, so it raises no doubt by itself. */
    private static void elsewhere(String sql) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anAnswerThatDependsOnTheHourIsNotGivenInTheNextMinute() {
        Supplier<Response> ask = () -> given().get("/api/services?sort=opening&per_page=1");
        Searching.awaitIndex();
        Instant noon = Instant.parse("2026-11-27T12:00:01Z");
        at(noon);
        fromMemory(ask);
        at(noon.plusSeconds(58));
        fromMemory(ask);
        at(noon.plusSeconds(59));
        neverAtOnceFromMemory(ask);
    }

    /** By itself REST Assured writes a percent sign of an address as %25. */
    private static RequestSpecification asWritten() {
        return given().urlEncodingEnabled(false);
    }

    private static void at(Instant moment) {
        QuarkusMock.installMockForType(Clock.fixed(moment, ZoneOffset.UTC), Clock.class);
    }

    /** Another question comes from memory, so the change number is known; this one does not, and is kept from then on. */
    private void neverAtOnceFromMemory(Supplier<Response> ask) {
        fromMemory(() -> given().get(PATH));
        double before = hits();
        assertThat(ask.get()).isNotNull();
        assertThat(hits()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/services?lat=38.7&lon=-9.1",
                "/api/services?l%61t=38.7&l%6Fn=-9.1",
                "/api/service_at_locations?postcode=1100-148",
                "/api/services?search=xqzvwkj",
                "/api/services?search=portugu%C3%AAs+xqzvwkj",
                "/api/services?search=comida+Xqzvwkj",
                "/api/services?search=" + SENTENCE,
                "/api/services?page=0",
                "/api/services/" + UNKNOWN,
                "/api/nothing",
                "/api/about",
                "/api/services?format=ndjson&taxonomy_term_id=xqzvwkj",
            })
    void whatIsForOnePersonOrCountedOrAnErrorIsNeverKept(String address) {
        Searching.awaitIndex();
        for (int i = 0; i < 5; i++) {
            neverAtOnceFromMemory(() -> asWritten().get(address));
            neverAtOnceFromMemory(() -> asWritten().head(address));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/services", "/api/services/facets", "/api/suggestions?search=com"})
    void whatTheIndexAnswersIsKeptOnceItHasCaughtUp(String address) {
        Searching.awaitIndex();
        fromMemory(() -> given().get(address));
    }

    @Test
    void aSureSearchForWordsOfTheDirectoryIsKept() {
        Searching.awaitIndex();
        Response made = asWritten().get("/api/services?search=portugu%C3%AAs");
        assertThat(made.jsonPath().getString("search.certainty")).isEqualToIgnoringCase("sure");
        assertThat(fromMemory(() -> asWritten().get("/api/services?search=portugu%C3%AAs"))
                        .asByteArray())
                .isEqualTo(made.asByteArray());
    }

    @Test
    void aFormWithAPositionIsNeverKept() {
        for (int i = 0; i < 5; i++) {
            neverAtOnceFromMemory(() ->
                    given().formParam("lat", "38.7").formParam("lon", "-9.1").post("/api/services"));
        }
    }

    @Test
    void eachParameterLanguageAndFormHasAnAnswerOfItsOwn() {
        Map<String, Supplier<Response>> questions = new LinkedHashMap<>();
        for (String address : List.of(
                "/api/organizations?per_page=2",
                "/api/organizations?per_page=3",
                "/api/organizations?per_page=2&page=2",
                "/api/organizations?per_page=2&full_service=true",
                PATH)) {
            questions.put(address, () -> given().get(address));
            questions.put(
                    address + " in Arabic",
                    () -> given().header("Accept-Language", "ar").get(address));
            questions.put(address + " without compression", () -> plain().get(address));
        }
        questions.put("a form", () -> given().formParam("per_page", "4").post("/api/organizations"));
        questions.put("an address for a form", () -> given().post("/api/organizations?per_page=5"));
        Map<String, byte[]> made = new LinkedHashMap<>();
        questions.forEach((name, ask) -> made.put(name, ask.get().asByteArray()));
        questions.forEach((name, ask) ->
                assertThat(fromMemory(ask).asByteArray()).as(name).isEqualTo(made.get(name)));
    }

    @Test
    void aTagThatIsAnotherGetsTheWholeAnswer() {
        Response kept =
                fromMemory(() -> given().header("If-None-Match", "W/\"0\"").get(PATH));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.jsonPath().getString("name")).isEqualTo("Casa 0");
    }

    /** The line is no part of the record that shows it, so its change is none of that record. */
    @Test
    void whereNoContactIsKnownTheLineToCallIsTheOneOfToday() {
        String line = StableId.of("portugal", "service", "aima-contact-centre").toString();
        List<String> shown = List.of(
                "/api/services/" + StableId.of("portugal", "service", "claim-amizade-gondomar"),
                "/api/services?per_page=200");
        List<String> tags =
                shown.stream().map(each -> given().get(each).header("ETag")).toList();
        String number = given().get(shown.getFirst()).jsonPath().getString("call_instead.number");
        assertThat(number).isNotEmpty();
        write("update directory.phone set number = '+351 210 000 000' where service_id = '" + line + "' and number = '"
                + number + "'");
        try {
            for (int i = 0; i < shown.size(); i++) {
                Response now = given().header("If-None-Match", tags.get(i)).get(shown.get(i));
                assertThat(now.statusCode()).as(shown.get(i)).isEqualTo(200);
                assertThat(now.asString()).contains("+351210000000");
            }
        } finally {
            write("update directory.phone set number = '" + number + "' where service_id = '" + line
                    + "' and number = '+351 210 000 000'");
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
