package org.balcao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first answer of a page of results has its first services in it. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ResultDocumentsIT {
    private static final Pattern SERVICE = Pattern.compile("<a href=\"/pt/services/([^\"]+)\"");
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"preload\" [^>]*href=\"([^\"]+)\">");

    @ParameterizedTest
    @ValueSource(strings = {"/pt/services", "/pt/services?need=health", "/pt/services?place=1106&page=2"})
    void itsServicesAreThoseThatThePageWillAskFor(String path) {
        String document = page(path).asString();
        String asked = found(PRELOAD, document).getFirst().replace("&amp;", "&");
        List<String> listed =
                given().urlEncodingEnabled(false).get(asked).jsonPath().getList("contents.id");
        assertThat(listed).isNotEmpty();
        assertThat(found(SERVICE, document)).isEqualTo(listed);
        assertThat(document).contains("service-list").doesNotContain("a caminho");
    }

    @Test
    void itsCountsAreAskedForToo() {
        assertThat(found(PRELOAD, page("/pt/services?need=health").asString()))
                .containsExactly(
                        "/api/services?taxonomy_term_id=health&amp;status=active&amp;fold=programs&amp;sort=relevance&amp;page=1&amp;per_page=20&amp;lang=pt%2Cen",
                        "/api/services/facets?taxonomy_term_id=health&amp;status=active&amp;fold=programs&amp;lang=pt%2Cen");
    }

    @Test
    void itIsCalledByTheNeedThatWasChosen() {
        String name = given().get("/api/services?taxonomy_term_id=health&per_page=1&lang=pt")
                .jsonPath()
                .getString("contents[0].needs.find { it.code == 'health' }.name");
        assertThat(page("/pt/services?need=health").asString())
                .contains("<h1 tabindex=\"-1\">" + HeadText.escaped(name) + "</h1>", "<title>Balcão</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pt/services?words=1",
                "/pt/services?search=casa",
                "/pt/services?near=me",
                "/pt/services?view=map",
                "/pt/services?need=violence",
                "/pt/services?need=violence.domestic"
            })
    void whatTheBrowserAloneKnowsAndWhatCanBetrayBeginsWithNothingInIt(String path) {
        Response answer = page(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("a caminho").doesNotContain("service-list");
    }

    @Test
    void whereNothingIsFoundThePageSaysSo() {
        String document = page("/pt/services?need=nothing_like_this").asString();
        assertThat(document).contains("a caminho").doesNotContain("service-list");
    }

    @Test
    void aListThatIsKnownIsNotSentAgain() {
        String tag = page("/pt/services?need=health").header("ETag");
        assertThat(given().header("If-None-Match", tag)
                        .get("/pt/services?need=health")
                        .statusCode())
                .isEqualTo(304);
    }

    private static List<String> found(Pattern pattern, String document) {
        return pattern.matcher(document)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private static Response page(String path) {
        return given().redirects().follow(false).urlEncodingEnabled(false).get(path);
    }
}
