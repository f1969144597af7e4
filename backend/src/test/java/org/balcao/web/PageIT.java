package org.balcao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built page as a browser gets it. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class PageIT {
    @ParameterizedTest
    @CsvSource({
        "'ar-EG,en;q=0.5', /ar/",
        "'en,pt;q=0.8', /pt/",
        "'de', /pt/",
        "'', /pt/",
        "';;;q=x', /pt/",
    })
    void theFrontDoorLeadsToTheLanguageTheBrowserLikesBest(String accepted, String home) {
        var answer = browser().header("Accept-Language", accepted).get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(home);
        assertThat(answer.header("Vary")).contains("Accept-Language");
    }

    @Test
    void anEntryPageNamesItselfAndItsTranslationsByWholeAddresses() {
        io.restassured.RestAssured.given()
                .redirects()
                .follow(false)
                .get("/ar/")
                .then()
                .statusCode(200)
                .header(
                        "Link",
                        org.hamcrest.Matchers.allOf(
                                org.hamcrest.Matchers.matchesPattern(
                                        "<https://balcao.example/ar/>; rel=\"canonical\".*"),
                                org.hamcrest.Matchers.containsString("rel=\"alternate\"; hreflang=\"x-default\""),
                                org.hamcrest.Matchers.containsString("hreflang=\"pt\"")));
    }

    @Test
    void anEntryPageIsCompleteAndAskedForAnew() {
        var answer = browser().get("/ar/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("مدخل");
        assertThat(answer.header("Content-Language")).isEqualTo("ar");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        var again = browser().header("If-None-Match", answer.header("ETag")).get("/ar/");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pt/services", "/pt/places/1106", "/pt/centres", "/pt/about-data", "/pt/accessibility"})
    void everyAddressOfThePageBeginsWithItsShell(String path) {
        var answer = browser().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("moldura");
    }

    @Test
    void theAccessibilityStatementIsFoundWhereEverySiteOfPortugalHasIt() {
        var answer = browser().redirects().follow(false).get("/acessibilidade");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/pt/accessibility");
    }

    @Test
    void anAddressThePageDoesNotKnowIsNotFoundButStillThePage() {
        var answer = browser().get("/pt/nothing/here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("moldura");
    }

    @Test
    void anAssetIsKeptForAYear() {
        var answer = browser().get("/assets/index-1a2b3c.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void anAssetTravelsCompressedToWhoeverUnderstandsIt() {
        var plain = browser().header("Accept-Encoding", "identity").get("/assets/index-1a2b3c.js");
        var compressed = browser().header("Accept-Encoding", "gzip").head("/assets/index-1a2b3c.js");
        assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Integer.parseInt(compressed.header("Content-Length"))).isLessThan(plain.asByteArray().length / 2);
        assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, br', br",
        "'gzip, deflate, BR;q=0.5', br",
        "'br;q=0, gzip', gzip",
        "'brown, gzipped', identity",
        "'gzip;q=0.000', identity"
    })
    void aScriptTravelsInTheSmallestFormThatIsTaken(String accepted, String sent) {
        var answer = browser().header("Accept-Encoding", accepted).head("/assets/index-1a2b3c.js");
        assertThat(answer.header("Content-Encoding")).isEqualTo(sent);
        assertThat(answer.contentType()).startsWith("text/javascript");
    }

    @Test
    void anAddressBeginsWithItsOwnDocumentWhereItHasOne() {
        assertThat(browser().get("/pt/eligibility").asString()).contains("moldura das perguntas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/gone-000000.js",
                "/assets/index-1a2b3c.js.br",
                "/pages.json",
                "/assets/../csp.json",
                "/csp.json",
                "/xx/",
                "/pt.html",
                "/.built"
            })
    void whatIsNotThereNeverArrivesAsAPage(String path) {
        var answer = browser().get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).doesNotContain("html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sw.js", "/manifest-pt.webmanifest"})
    void whatKeepsItsNameIsAskedForAnew(String path) {
        var answer = browser().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pt/", "/pt/services", "/pt/nothing", "/sw.js", "/assets/index-1a2b3c.js"})
    void thePageKeepsToItself(String path) {
        var answer = browser().get(path);
        var policy = answer.header("Content-Security-Policy");
        assertThat(policy)
                .startsWith("default-src 'self'")
                .contains("'sha256-d1a+Z/7CAYce2eADzHCOEmt9XSjFFLSTGHkAfQvwYWs='");
        assertThat(policy).doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void thePageNeverStandsBeforeTheApi() {
        assertThat(browser().get("/api/problems/gone").contentType()).startsWith("application/json");
        assertThat(browser().get("/api/nothing").contentType()).startsWith("application/problem+json");
        assertThat(browser().get("/api/docs/").asString())
                .contains("swagger-ui")
                .doesNotContain("https://");
    }

    @Test
    void searchEnginesFindEveryPageOfEveryLanguage() {
        assertThat(browser().get("/robots.txt").asString()).contains("Sitemap: https://balcao.example/sitemap.xml");
        var index = browser().get("/sitemap.xml").asString();
        assertThat(Pattern.compile("<loc>").matcher(index).results().count()).isEqualTo(PageLanguages.ALL.size());
        Response arabic = browser().get("/sitemap-ar.xml");
        assertThat(arabic.statusCode()).isEqualTo(200);
        assertThat(arabic.asString())
                .contains("/ar/centres</loc>")
                .contains("hreflang=\"uk\" href=\"https://balcao.example/uk/centres\"");
        assertThat(browser().get("/sitemap-ar-999.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void aListOfPagesHasWhatIsOfferedAloneAndEachPageInEveryLanguage() {
        var list = browser().get("/sitemap-uk.xml").asString();
        var offered = browser().get("/api/services?status=active&per_page=1").jsonPath();
        var closed = browser()
                .get("/api/services?status=inactive&status=defunct&per_page=1")
                .jsonPath();
        assertThat(closed.getInt("total_items")).isPositive();
        var of = Pattern.compile("<url><loc>https://balcao.example/uk/services/[^<]+</loc><lastmod>")
                .matcher(list)
                .results()
                .count();
        assertThat(of).isEqualTo(offered.getInt("total_items"));
        assertThat(list).doesNotContain(closed.getString("contents[0].id"));
        for (String language : PageLanguages.ALL) {
            assertThat(list)
                    .contains("hreflang=\"" + language + "\" href=\"https://balcao.example/" + language + "/services/"
                            + offered.getString("contents[0].id") + "\"");
        }
    }

    @Test
    void robotsReadRecordsAndNoEndlessLists() {
        assertThat(browser().get("/robots.txt").asString().lines())
                .contains("Allow: /api/services/", "Allow: /api/services?format=jsonld", "Disallow: /api/");
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }
}
