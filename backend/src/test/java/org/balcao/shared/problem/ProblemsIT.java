package org.balcao.shared.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.balcao.fixture.PgResource;
import org.balcao.search.Searching;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However a request fails, the answer is a problem of RFC 9457 that says what to mend and nothing about our insides. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ProblemsIT {
    @TestHTTPResource("/")
    URL address;

    @ParameterizedTest
    @CsvSource({
        "GET,     /api/nothing-here,      404, not-found",
        "GET,     /nothing-here,          404, not-found",
        "DELETE,  /api/nothing-here,      404, not-found",
        "DELETE,  /api/problems/gone,     405, method-not-allowed",
        "PATCH,   /api/problems/gone,     405, method-not-allowed",
        "GET,     /api/problems/mistake,  404, not-found",
        "GET,     /api/trouble/limit?per_page=1001, 400, invalid-query",
        "GET,     /api/trouble/limit?per_page=many, 404, not-found",
        "GET,     /api/problems/gone?a=%00, 400, invalid-query",
        "GET,     /api/problems/gone%00,  404, not-found",
        "GET,     /api/%zz,               400, invalid-query",
        "GET,     /api/problems/gone?a=%z, 400, invalid-query",
    })
    void aRequestThatCannotBeAnswered(String method, String path, int status, String slug) throws IOException {
        var answer = raw(method, path);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"type\":\"/api/problems/" + slug + "\"", "\"status\":" + status);
    }

    @Test
    void aMethodThatIsNotAllowedIsToldWhichAre() {
        var answer = given().delete("/api/problems/gone");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void aParameterWithTheNullCharacterIsNamed() {
        var answer = given().queryParam("search", "a\0b").get("/api/problems/gone");
        assertProblem(answer, ProblemType.INVALID_QUERY);
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("search");
    }

    @Test
    void aValueOutOfRangeIsNamed() {
        var answer = given().queryParam("per_page", 1001).get("/api/trouble/limit");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("per_page");
    }

    @Test
    void aFormatWeCannotWrite() {
        assertProblem(given().accept("image/png").get("/api/problems/gone"), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void aFormatWeCannotRead() {
        assertProblem(
                given().contentType("text/csv").body("a,b").post("/api/trouble"), ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void jsonThatIsNone() {
        assertProblem(json().body("{\"subject\":").post("/api/trouble"), ProblemType.INVALID_BODY);
        assertProblem(
                json().body("{\"subject\":\"a\",\"pages\":\"many\"}").post("/api/trouble"), ProblemType.INVALID_BODY);
    }

    @Test
    void aBodyThatIsTooLarge() {
        assertProblem(json().body("x".repeat(70_000)).post("/api/trouble"), ProblemType.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/trouble,           application/json,                  70000",
        "/api/trouble,           application/json,                  900000",
        "/api/services,          application/x-www-form-urlencoded, 70000",
        "/api/nothing-here,      application/json,                  70000",
        "/api/eligibility/batch, application/x-ndjson,              17000000",
    })
    void aBodyOfNoStatedLengthThatGoesOnTooLong(String path, String type, int length) throws IOException {
        String answer = chunked(path, type, length);
        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"status\":413");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/services,          application/x-www-form-urlencoded, per_page=1,      200",
        "/api/services,          application/x-www-form-urlencoded, per_page=none,   400",
        "/api/trouble,           application/json,                  {,               400",
        "/api/eligibility/batch, application/x-ndjson,              {},              200",
    })
    void aBodyOfNoStatedLengthThatIsShortIsRead(String path, String type, String body, int status) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(head(path, type));
            out.write("%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    /** The answer to a body of so many letters in pieces of 8,000, all of which is sent before anything is read. */
    private String chunked(String path, String type, int length) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(head(path, type));
            byte[] piece = ("1f40\r\n" + "x".repeat(8_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < length; sent += 8_000) {
                out.write(piece);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] head(String path, String type) {
        return ("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"GET /,                      414, address-too-long", "'GET / HTTP/1.1\r\nX: ', 431, headers-too-large"})
    void aHeadThatIsRefusedWhileItStillComesGetsItsAnswer(String start, int status, String type) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "x".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
            out.write(piece);
            // the refusal is on its way, and the head goes on
            String first = new String(socket.getInputStream().readNBytes(1), StandardCharsets.UTF_8);
            for (int sent = 0; sent < 10; sent++) {
                out.write(piece);
            }
            assertThat(first + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("/api/problems/" + type);
        }
    }

    @Test
    void whoNeverStopsSendingAHeadThatIsRefusedIsLetGo() throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var out = socket.getOutputStream();
            out.write("x".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
            Searching.await(() -> {
                try {
                    out.write('x');
                    return false;
                } catch (IOException letGo) {
                    return true;
                }
            });
        }
    }

    @Test
    void whatNobodyForesawTellsNothingOfOurInsides() {
        var answer = given().get("/api/trouble");
        assertProblem(answer, ProblemType.INTERNAL_ERROR);
        assertThat(answer.asString()).doesNotContain("secret", "Exception", "org.balcao");
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAndComesBackByItself() throws SQLException {
        assertThat(given().get("/api/trouble/database").statusCode()).isEqualTo(200);
        takeDatabaseAway();
        try {
            var away = given().get("/api/trouble/database");
            assertProblem(away, ProblemType.DATABASE_AWAY);
            assertThat(away.header("Retry-After")).isEqualTo("5");
        } finally {
            bringDatabaseBack();
        }
        assertThat(given().get("/api/trouble/database").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeOfProblemIsExplainedAtItsAddress(ProblemType type) {
        var answer = given().get(type.uri());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("type")).isEqualTo(type.uri());
        assertThat(answer.jsonPath().getString("explanation")).isNotBlank();
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    private static void assertProblem(Response answer, ProblemType type) {
        assertThat(answer.statusCode()).isEqualTo(type.status());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo(type.uri());
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(type.status());
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
    }

    /** Sends what a well-behaved client would refuse to. */
    private String raw(String method, String path) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = method + " " + path + " HTTP/1.1\r\nHost: balcao\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void takeDatabaseAway() throws SQLException {
        var name = databaseName();
        onServer(
                "alter database " + name + " allow_connections false",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'",
                "alter database " + name + " rename to " + name + "_away");
    }

    private static void bringDatabaseBack() throws SQLException {
        var name = databaseName();
        onServer(
                "alter database " + name + "_away rename to " + name,
                "alter database " + name + " allow_connections true");
    }

    private static void onServer(String... statements) throws SQLException {
        var url = setting("datasource.jdbc.url").replace("/" + databaseName(), "/postgres");
        try (var connection = DriverManager.getConnection(url, setting("flyway.username"), setting("flyway.password"));
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String databaseName() {
        return Stream.of(setting("datasource.jdbc.url").split("[/?]"))
                .filter(part -> part.startsWith("test_"))
                .findFirst()
                .orElseThrow();
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue("quarkus." + key, String.class);
    }
}
