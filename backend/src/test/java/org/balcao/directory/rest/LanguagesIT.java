package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a text comes in, and that the answer says so. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class LanguagesIT {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // lang,     Accept-Language,        name,          language
                "-,          -,                      Emergência,    pt",
                "en,         -,                      Emergency,     en",
                "en,         pt,                     Emergency,     en",
                "-,          uk,                     Екстрена допомога, uk",
                "-,          'uk-UA,uk;q=0.9',       Екстрена допомога, uk",
                "-,          'en;q=0.1,fr;q=0.9',    Urgence,       fr",
                "-,          'en;q=0,fr;q=0.5',      Urgence,       fr",
                "-,          'xx,ar;q=0.5',          طوارئ,         ar",
                "-,          'ti,am',                Emergência,    pt",
                "-,          'pt-BR,en;q=0.8',       Emergência,    pt",
                "-,          ';;;=q',                Emergência,    pt",
                "'ti,es',    -,                      Emergencia,    es",
                "'pt,en',    -,                      Emergência,    pt",
                "EN-gb,      -,                      Emergency,     en",
            })
    void eachTextComesInTheFirstLanguageItExistsIn(String lang, String header, String name, String language) {
        var request = given();
        if (lang != null) {
            request.queryParam("lang", lang);
        }
        if (header != null) {
            request.header("Accept-Language", header);
        }
        var term = request.queryParam("search", "emergency").get("/api/taxonomy_terms");
        assertThat(term.jsonPath().getString("contents[0].name")).isEqualTo(name);
        assertThat(term.jsonPath().getString("contents[0].localized.name.language"))
                .isEqualTo(language);
        assertThat(term.header("Content-Language")).contains(language);
        assertThat(String.join(",", term.headers().getValues("Vary"))).containsIgnoringCase("Accept-Language");
    }
}
