package org.balcao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says about itself to a browser, and what of a request is not believed. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class SecurityHeadersIT {
    @TestHTTPResource("/")
    URL address;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/, 200",
        "GET, /api/services, 200",
        "GET, /api/nothing, 404",
        "GET, /api/services?page=x, 400",
        "DELETE, /api/services, 405",
        "GET, /api/upkeep/listings, 401",
        "GET, /api/problems/gone, 200",
        "GET, /api/openapi, 200",
        "GET, /.well-known/security.txt, 404",
        "GET, /nothing, 404",
    })
    void anAnswerThatIsDataIsNoPageAndIsNotFramed(String method, String path, int status) {
        var answer = given().urlEncodingEnabled(false).request(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.DATA);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnderTheSameHeaders() {
        var answer =
                given().contentType("application/json").body("x".repeat(70_000)).post("/api/corrections");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.DATA);
    }

    @Test
    void thePageKeepsItsOwnPolicy() {
        assertThat(given().get("/ar/").header("Content-Security-Policy")).startsWith("default-src 'self'; script-src");
    }

    @Test
    void theDocumentationIsNotFramedAndLoadsFromHereOnly() {
        var policy = given().get("/api/docs/").header("Content-Security-Policy");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'")
                .contains("connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedUnderTheSameHeaders() throws IOException {
        assertThat(said("GET /api/services?search=%ZZ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: " + SecurityHeaders.DATA, "X-Content-Type-Options: nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ar/", "/", "/api/", "/api/nothing", "/robots.txt"})
    void whatCameByTlsAsksForTlsTheNextTime(String path) {
        var answer = given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", "https")
                .get(path);
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(given().redirects().follow(false).get(path).header("Strict-Transport-Security"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ar/", "/api/", "/robots.txt", "/sitemap.xml", "/sitemap-ar.xml"})
    void aNameThatSomebodySendsIsNotRepeated(String path) {
        var answer = given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .get(path);
        assertThat(answer.asString() + answer.headers())
                .contains("https://balcao.example")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @CsvSource({"5000, 414, address-too-long", "100000, 414, address-too-long"})
    void anAddressThatIsTooLongIsAProblem(int length, int status, String slug) throws IOException {
        var answer = said("GET /api/services?search=" + "a".repeat(length) + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json", "/api/problems/" + slug);
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        assertThat(said("GET /api/ HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("/api/problems/headers-too-large");
    }

    @Test
    void aConnectionThatNeverAsksIsClosed() throws IOException {
        assertThat(said("GET /api/ HTTP/1.1\r\nHost:")).isEmpty();
    }

    @Test
    void nobodySpeaksHttp2WithoutTls() throws IOException {
        // who does answers with a frame of settings, which is full of zeros
        assertThat(said("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/").doesNotContain("\u0000");
    }

    /** What the server says until it closes the connection. */
    private String said(String request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
