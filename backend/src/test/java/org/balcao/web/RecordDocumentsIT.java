package org.balcao.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first answer of a record's page says what the record is, whatever somebody wrote into it. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RecordDocumentsIT {
    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
    private static final UUID SERVICE = UUID.fromString("00000000-0000-4000-8000-0000000000d2");
    private static final UUID DOOR = UUID.fromString("00000000-0000-4000-8000-0000000000d3");
    private static final UUID HIDDEN = UUID.fromString("00000000-0000-4000-8000-0000000000d4");
    private static final UUID AT_DOOR = UUID.fromString("00000000-0000-4000-8000-0000000000d5");
    private static final UUID AT_HIDDEN = UUID.fromString("00000000-0000-4000-8000-0000000000d6");
    private static final String HOSTILE = "</title></script><script>alert(1)</script>\"'&\n\u2028<!-- Olá";
    private static final String ONE_LINE =
            "&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp; &lt;!-- Olá";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Inject
    EntityManager entities;

    @BeforeEach
    void somebodyWroteScriptsIntoARecord() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql("insert into directory.organization (id, name, description) values (?1, ?2, ?2)", HOUSE, HOSTILE);
            sql(
                    "insert into directory.service (id, organization_id, name, description, status) values (?1, ?2, ?3, ?4, 'active')",
                    SERVICE,
                    HOUSE,
                    HOSTILE,
                    HOSTILE + " palavra".repeat(60));
            sql("insert into directory.phone (id, service_id, number) values (?1, ?1, '+351 213 000 001')", SERVICE);
            sql("""
                    insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, timezone_name)
                    values (?1, ?1, 'WEEKLY', 'MO,TU', '09:00', '17:30', 'Europe/Lisbon')""", SERVICE);
            sql(
                    "insert into directory.service_area (id, service_id, name, place_code, nationwide) values (?1, ?1, 'Lisboa', '1106', false)",
                    SERVICE);
            sql("""
                    insert into directory.location (id, organization_id, location_type, name, municipality_code, address_visibility)
                    values (?1, ?2, 'physical', 'Porta', '1106', 'full'), (?3, ?2, 'physical', 'Abrigo Secreto', '1106', 'hidden')""", DOOR, HOUSE, HIDDEN);
            sql("""
                    insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
                    values (?1, ?1, 'Rua do Ouro 1', 'Lisboa', 'Lisboa', '1100-060', 'PT', 'physical')""", DOOR);
            sql(
                    "insert into directory.service_at_location (id, service_id, location_id) values (?1, ?2, ?3), (?4, ?2, ?5)",
                    AT_DOOR,
                    SERVICE,
                    DOOR,
                    AT_HIDDEN,
                    HIDDEN);
        });
    }

    @AfterEach
    void asBefore() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql("delete from directory.location where id in (?1, ?2)", DOOR, HIDDEN);
            sql("delete from directory.organization where id = ?1", HOUSE);
        });
    }

    @ParameterizedTest
    @CsvSource({"pt, pt_PT", "ar, ar_AR", "uk, uk_UA"})
    void aPageNamesTheRecordInItsLanguageAndLeadsToTheOthers(String language, String locale) {
        JsonNode service = json(given().get("/api/services?search=aulas+de+portugues&per_page=1&lang=" + language)
                        .asString())
                .get("contents")
                .get(0);
        String id = service.get("id").asText();
        String address = "https://balcao.example/" + language + "/services/" + id;
        Response answer = page("/" + language + "/services/" + id);
        String document = answer.asString();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(document)
                .contains(
                        "<title>" + HeadText.escaped(service.get("name").asText()) + " · Balcão</title>",
                        "<link rel=\"canonical\" href=\"" + address + "\">",
                        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://balcao.example/pt/services/"
                                + id,
                        "<meta property=\"og:url\" content=\"" + address + "\">",
                        "<meta property=\"og:locale\" content=\"" + locale + "\">",
                        "<meta property=\"og:site_name\" content=\"Balcão\">",
                        "<meta property=\"og:type\" content=\"website\">")
                .doesNotContain("noindex");
        for (String other : new String[] {"pt", "ar", "uk"}) {
            assertThat(document)
                    .contains("hreflang=\"" + other + "\" href=\"https://balcao.example/" + other + "/services/" + id);
        }
        assertThat(Pattern.compile("<title>|name=\"description\"")
                        .matcher(document)
                        .results())
                .hasSize(2);
        assertThat(data(document).get("mainEntityOfPage").asText()).isEqualTo(address);
    }

    @Test
    void whatSomebodyWroteBreaksOutOfNothing() {
        String document = page("/pt/services/" + SERVICE).asString();
        assertThat(document)
                .contains(
                        "<title>" + ONE_LINE + " · Balcão</title>",
                        "<meta property=\"og:title\" content=\"" + ONE_LINE + " · Balcão\">")
                .doesNotContain("<script>alert", "<!--", "\u2028");
        assertThat(Pattern.compile("</?script").matcher(document).results()).hasSize(2);
        assertThat(data(document).get("name").asText()).isEqualTo(HOSTILE);
        var description = Pattern.compile("<meta name=\"description\" content=\"([^\"]*)\">")
                .matcher(document);
        assertThat(description.find()).isTrue();
        assertThat(description.group(1)).startsWith(ONE_LINE).endsWith("palavra…");
        assertThat(description
                        .group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void aPageSaysWhatItIsAndHowToCallBeforeAnyScriptRuns() {
        assertThat(page("/pt/services/" + SERVICE).asString())
                .contains(
                        "<h1><bdi>" + ONE_LINE + "</bdi></h1>",
                        "href=\"tel:+351213000001\"><span><span class=\"hidden\"><bdi>" + ONE_LINE
                                + "</bdi>:</span> <bdi dir=\"ltr\">+351 213 000 001</bdi>",
                        "<p dir=\"auto\">" + ONE_LINE + " palavra palavra")
                .doesNotContain("a caminho");
        assertThat(page("/ar/organizations/" + HOUSE).asString()).contains("<h1><bdi>" + ONE_LINE + "</bdi></h1>");
    }

    @Test
    void aPageIsToldWhatItWillAskFirst() {
        assertThat(page("/pt/services/" + SERVICE).asString())
                .contains("<link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\"/api/services/" + SERVICE
                        + "?lang=pt%2Cen\">");
    }

    @Test
    void nobodyIsToBeCalledWhereNobodyIsAnyMore() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql("update directory.service set status = 'inactive' where id = ?1", SERVICE));
        assertThat(page("/pt/services/" + SERVICE).asString())
                .contains("<h1><bdi>" + ONE_LINE + "</bdi></h1>")
                .doesNotContain("tel:");
    }

    @Test
    void theDataOfAServiceTellWhoAnswersWhenAndWhere() {
        JsonNode service = data(page("/uk/services/" + SERVICE).asString());
        assertThat(service.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(service.findValuesAsText("telephone")).containsOnly("+351213000001");
        assertThat(service.get("areaServed").get(0).get("name").asText()).isEqualTo("Lisboa");
        JsonNode hours = service.get("hoursAvailable").get(0);
        assertThat(hours.get("dayOfWeek").toString()).isEqualTo("[\"Monday\",\"Tuesday\"]");
        assertThat(hours.get("opens").asText()).isEqualTo("09:00");
        assertThat(hours.get("closes").asText()).isEqualTo("17:30");
        assertThat(service.findValuesAsText("streetAddress")).containsExactly("Rua do Ouro 1");
        assertThat(service.toString()).doesNotContain("Abrigo");
    }

    @Test
    void organizationsPlacesAndLocationsHaveHeadsToo() {
        assertThat(data(page("/pt/organizations/" + HOUSE).asString())
                        .get("location")
                        .size())
                .isEqualTo(1);
        assertThat(data(page("/pt/locations/" + DOOR).asString()).get("@type").asText())
                .isEqualTo("Place");
        String lisbon = page("/ar/places/1106").asString();
        assertThat(lisbon)
                .contains(
                        "<title>Lisboa · Balcão</title>",
                        "content=\"Lisboa: خدمات للمهاجرين &quot;في البرتغال&quot;\"",
                        "href=\"https://balcao.example/ar/places/1106\"");
        assertThat(data(lisbon).get("@type").asText()).isEqualTo("AdministrativeArea");
    }

    @Test
    void aHiddenPlaceIsNotNamedAndNotFound() {
        String document = page("/pt/locations/" + HIDDEN).asString();
        assertThat(document)
                .contains("<title>Balcão</title>", "<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("Abrigo", "ld+json", "Lisboa");
    }

    @Test
    void titleAndPreviewOfASensitivePageAreNeutralAndRobotsReadAllElse() {
        JsonNode service = json(given().get("/api/services?taxonomy_term_id=violence&status=active&per_page=1&lang=pt")
                        .asString())
                .get("contents")
                .get(0);
        String document = page("/pt/services/" + service.get("id").asText()).asString();
        String name = HeadText.escaped(service.get("name").asText());
        assertThat(document)
                .contains(
                        "<title>Balcão</title>",
                        "<meta property=\"og:title\" content=\"Balcão\">",
                        "<meta name=\"description\" content=\"");
        String preview = Pattern.compile("<meta property=\"og:[^>]*>")
                .matcher(document)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        String description =
                HeadText.escaped(service.get("description").asText().substring(0, 20));
        assertThat(document).contains("<meta name=\"description\" content=\"" + description);
        assertThat(preview).doesNotContain(name, description);
        assertThat(data(document).get("name").asText())
                .isEqualTo(service.get("name").asText());
        assertThat(document)
                .as("nothing is shown before the way out is there")
                .contains("a caminho")
                .doesNotContain("<h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pt/services/1",
                "/pt/services/00000000-0000-4000-8000-00000000dead",
                "/pt/organizations/..%2f..",
                "/pt/places/9999",
                "/pt/locations/%3Cscript%3E"
            })
    void whatNeverWasIsNotFoundAndStillThePage(String path) {
        Response answer = page(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("moldura", "<title>Balcão</title>");
    }

    @Test
    void whatWasTakenAwayIsGone() {
        asBefore();
        Response answer = page("/pt/services/" + SERVICE);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.asString()).contains("moldura");
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() {
        Response first = page("/pt/services/" + SERVICE);
        String tag = first.header("ETag");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(given().header("If-None-Match", tag)
                        .get("/pt/services/" + SERVICE)
                        .statusCode())
                .isEqualTo(304);
        assertThat(page("/pt/services/" + SERVICE).asString()).isEqualTo(first.asString());
        assertThat(given().head("/pt/services/" + SERVICE).header("ETag")).isEqualTo(tag);
    }

    private static Response page(String path) {
        return given().redirects().follow(false).urlEncodingEnabled(false).get(path);
    }

    private static JsonNode data(String document) {
        var found = DATA.matcher(document);
        assertThat(found.find()).as(document).isTrue();
        return json(found.group(1));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private void sql(String statement, Object... values) {
        var query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
