package org.balcao.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.fixture.PgResource;
import org.balcao.limit.LimitedOperations.Operation;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often may be asked from one place, told in headers and kept. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RateLimitIT {
    private static final Pattern TOLD = Pattern.compile("\"([a-z-]+)\";r=(\\d+);t=\\d+");
    private static final Pattern POLICY = Pattern.compile("\"[a-z-]+\";q=(\\d+);w=\\d+");

    /** No time passes within a test, however slow the machine: a quota that filled again in between would not add up. */
    @BeforeEach
    void stopTime() {
        long now = System.nanoTime();
        QuarkusMock.installMockForType(
                new ElapsedTime() {
                    @Override
                    public long currentTimeNanos() {
                        return now;
                    }
                },
                ElapsedTime.class);
    }

    private static Response ask(String address) {
        return ask(address, null);
    }

    private static Response ask(String address, String proof) {
        var request = given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body("{}");
        return (proof == null ? request : request.header("Proof-Of-Work", proof)).post("/api/referrals/self");
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
                .body("type", equalTo("/api/problems/too-many-requests"))
                .body("challenge.text", notNullValue());
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
    void whoShowsWorkIsLetThroughOnceWhenTheQuotaIsUsedUp() {
        String here = "192.0.2.1";
        for (int i = 0; i < 10; i++) {
            ask(here).then().statusCode(400);
        }
        Response refused = ask(here);
        refused.then()
                .statusCode(429)
                .body("challenge.algorithm", equalTo("SHA-256"))
                .body("challenge.header", equalTo("Proof-Of-Work"));
        String proof = Solver.solve(refused.path("challenge.text"), refused.path("challenge.bits"));
        ask("198.18.0.1", proof).then().statusCode(400);
        for (int i = 0; i < 9; i++) {
            ask("198.18.0.1").then().statusCode(400);
        }
        ask("198.18.0.1", proof).then().statusCode(429).body("detail", containsString("not right"));
        ask(here, proof).then().statusCode(400);
        ask(here, proof).then().statusCode(429).body("challenge.text", notNullValue());
        ask(here, "nonsense").then().statusCode(429).body("challenge.text", notNullValue());
    }

    @Test
    void aLimitWithoutProofsOnlyTellsWhenToComeBack() {
        Response last = null;
        for (int i = 0; i < 31; i++) {
            last = given().header("X-Forwarded-For", "192.0.3.1")
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/feed-checks/address");
        }
        last.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("challenge", nullValue());
    }

    @Test
    void eachLimitedOperationHasOneCountHoweverItsAddressIsWritten() throws Exception {
        List<Operation> limited = LimitedOperations.all().stream()
                .filter(each -> each.limit().isPresent())
                .toList();
        assertThat(limited).hasSizeGreaterThan(10);
        for (int i = 0; i < limited.size(); i++) {
            Operation operation = limited.get(i);
            String place = "100.64." + i + ".1";
            int counted = 0;
            for (String spelling : spellings(operation.path())) {
                HttpResponse<String> answer = raw(operation, spelling, place);
                if (limitOf(answer).equals(operation.limit().get().title())) {
                    counted++;
                    assertThat(left(answer)).as(spelling).isEqualTo(quota(answer) - counted);
                } else {
                    assertThat(answer.statusCode())
                            .as("nothing answers at " + spelling)
                            .isEqualTo(404);
                }
            }
            assertThat(counted).as(operation.name()).isGreaterThanOrEqualTo(5);
            HttpResponse<String> plain = raw(operation, operation.path(), place);
            assertThat(left(plain)).as(operation.name()).isEqualTo(quota(plain) - counted - 1);
        }
    }

    /** Eight ways to write an address. */
    private static List<String> spellings(String path) {
        String below = path.substring("/api/".length());
        return List.of(
                path,
                path + "/",
                path + ";x",
                "/api/" + below.replaceFirst("/|$", ";a=1$0"),
                "/api/%" + Integer.toHexString(below.charAt(0)) + below.substring(1),
                "/api//" + below,
                "/api/x/../" + below,
                path + "?x=%2F..%2F");
    }

    private static HttpResponse<String> raw(Operation operation, String address, String place)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                            .header("X-Forwarded-For", place)
                            .header("Content-Type", operation.mediaType())
                            .method(operation.method(), BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Matcher told(HttpResponse<String> answer, String header, Pattern form) {
        Matcher told = form.matcher(answer.headers().firstValue(header).orElseThrow());
        assertThat(told.matches()).isTrue();
        return told;
    }

    private static String limitOf(HttpResponse<String> answer) {
        return told(answer, "RateLimit", TOLD).group(1);
    }

    private static int left(HttpResponse<String> answer) {
        return Integer.parseInt(told(answer, "RateLimit", TOLD).group(2));
    }

    private static int quota(HttpResponse<String> answer) {
        return Integer.parseInt(told(answer, "RateLimit-Policy", POLICY).group(1));
    }

    @Test
    void onlyWhatATrustedProxySaysCounts() {
        // 203.0.113.0/24 is trusted in tests, as the machine itself is
        assertThat(ask("198.51.110.1, 203.0.113.4").header("RateLimit")).contains("r=9");
        assertThat(ask("127.0.0.1, 198.51.110.2, 203.0.113.4").header("RateLimit"))
                .contains("r=8");
        assertThat(ask("garbage, 198.51.110.3").header("RateLimit")).contains("r=7");
        assertThat(ask("garbage").header("RateLimit")).isNotNull();
        assertThat(ask("127.0.0.1").header("RateLimit")).isNotNull();
    }

    /** Quarkus' own forwarding would, wherever a proxy is named by host, and {@code ::1} counts as such a name there. */
    @Test
    void theNameServerIsNotAskedForEachRequest() {
        assertThat(ConfigProvider.getConfig()
                        .getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", Boolean.class)
                        .orElse(false))
                .isFalse();
    }

    @Test
    void theMachineItselfIsNotCounted() {
        given().get("/api/taxonomies").then().statusCode(200).header("RateLimit", nullValue());
    }

    @Test
    void whatLeadsNowhereCountsAsReadToo() {
        given().header("X-Forwarded-For", "198.51.120.1")
                .get("/api/nothing/here")
                .then()
                .statusCode(404)
                .header("RateLimit-Policy", "\"reads\";q=1200;w=60");
    }
}
