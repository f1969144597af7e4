package org.balcao.eligibility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.eligibility.store.Packs;
import org.balcao.eligibility.usecase.FollowListings;
import org.balcao.eligibility.usecase.ServedRules;
import org.balcao.eligibility.usecase.ServedRules.Served;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.Test;

/** The rules over HTTP: signed, kept, and asked without leaving a trace. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class EligibilityIT {

    private static final String X509_OF_ED25519 = "302a300506032b6570032100";

    @Inject
    ServedRules rules;

    @Inject
    Packs packs;

    @Inject
    FollowListings listings;

    @Test
    void aServiceThatIsAProgrammeTellsItsRulesInHsdsFields() {
        given().get("/api/services/" + service("nacionalidade") + "?lang=fr")
                .then()
                .body("eligibility_description", startsWith("Nationalité"))
                .body("eligibility_description", containsString("brouillon"))
                .body("eligibility_description", containsString("– Au moins un de ces cas"))
                .body("localized.eligibility_description.reviewed", equalTo(false))
                .body("required_documents.document", hasItem("Casier judiciaire"))
                .body(
                        "attributes.find { it.link_type == 'eligibility programme' }.value",
                        equalTo("nationality-by-residence"))
                .body("metadata.field_name", hasItem("eligibility_description"));
    }

    @Test
    void whatRulesFilledFollowsTheRulesAndNothingElseDoes() throws Exception {
        String register = service("registo-menores");
        String untouched = service("niss");
        String before = version(untouched);
        String ofItsSource = given().get("/api/services/" + register).path("eligibility_description");
        Served served = rules.now();
        ObjectNode changed = (ObjectNode) new JsonMapper().readTree(served.content());
        changed.get("programmes").forEach(programme -> {
            if (programme.get("id").textValue().equals("register-of-minors")) {
                programme.findParents("years").forEach(add -> ((ObjectNode) add).put("years", 16));
            }
        });
        try {
            assertThat(rules.take(CanonicalJson.of(changed))).isTrue();
            listings.toTheEnd();
            given().get("/api/services/" + register)
                    .then()
                    .body("maximum_age", equalTo(15))
                    .body("eligibility_description", equalTo(ofItsSource));
            assertThat(version(untouched)).isEqualTo(before);
        } finally {
            rules.take(served.content());
            listings.toTheEnd();
        }
        given().get("/api/services/" + register).then().body("maximum_age", equalTo(17));
    }

    private static String service(String sourceId) {
        return StableId.of("portugal", "service", sourceId).toString();
    }

    private static String version(String service) {
        return given().get("/api/services/" + service).header("ETag");
    }

    @Test
    void thePackIsNamedByItsHashAndSigned() throws Exception {
        var answer = given().get("/api/eligibility/pack");
        String content = answer.then().statusCode(200).extract().asString();
        String id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.header("ETag")).isEqualTo("W/\"" + id + "\"");
        given().header("If-None-Match", answer.header("ETag"))
                .get("/api/eligibility/pack")
                .then()
                .statusCode(304);

        JsonNode signed = new JsonMapper()
                .readTree(given().get("/api/eligibility/pack/signature").asString());
        assertThat(signed.get("pack").textValue()).isEqualTo(id);
        byte[] raw = Base64.getUrlDecoder().decode(signed.at("/jwk/x").textValue());
        Signature checking = Signature.getInstance("Ed25519");
        checking.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(X509_OF_ED25519 + HexFormat.of().formatHex(raw)))));
        checking.update(content.getBytes(StandardCharsets.UTF_8));
        assertThat(checking.verify(
                        Base64.getUrlDecoder().decode(signed.get("signature").textValue())))
                .isTrue();
        assertThat(packs.newest(1).getFirst().content()).isEqualTo(content);
    }

    @Test
    void eachServiceThatAStepNamesIsInTheDirectory() throws Exception {
        JsonNode pack =
                new JsonMapper().readTree(given().get("/api/eligibility/pack").asString());
        var services = new TreeSet<>(pack.findValuesAsText("service"));
        assertThat(services).hasSizeGreaterThan(15);
        services.forEach(
                id -> given().get("/api/services/" + id).then().statusCode(200).body("status", equalTo("active")));
    }

    @Test
    void aBatchAnswersLineByLineCountsAndTakesRulesOfOnesOwn() throws Exception {
        String person = "{\"facts\":{\"arrival_channel\":\"resettlement\",\"protection_status\":\"refugee\","
                + "\"arrival_date\":\"2024-08-31\"},\"as_of\":\"2026-06-01\"}\n";
        List<JsonNode> served = batch(person + "not json\n\n" + person.replace("refugee", "astronaut") + person);
        assertThat(served.getFirst().at("/outcomes/support-18-months").textValue())
                .isEqualTo("ended");
        assertThat(served.get(1).toString()).contains("\"line\":2,\"error\":\"is not JSON");
        assertThat(served.get(2).toString()).contains("\"line\":4,\"error\":\"/facts/protection_status");
        assertThat(served.get(2).toString()).doesNotContain("astronaut");
        assertThat(served.getLast().at("/situations").intValue()).isEqualTo(2);
        assertThat(served.getLast().at("/errors").intValue()).isEqualTo(2);
        assertThat(served.getLast().at("/counts/support-18-months/ended").intValue())
                .isEqualTo(2);

        String longer = given().get("/api/eligibility/pack").asString().replace("\"months\":18", "\"months\":24");
        List<JsonNode> planned = batch("{\"pack\":" + longer + "}\n" + person);
        assertThat(planned.getFirst().at("/outcomes/support-18-months").textValue())
                .isEqualTo("yes-until");
        assertThat(batch(person).getFirst().at("/outcomes/support-18-months").textValue())
                .isEqualTo("ended");
    }

    @Test
    void aBatchMayBeLongerThanOtherBodies() throws Exception {
        String line = "{\"facts\":{\"nationality_group\":\"eu\"}}\n";
        List<JsonNode> many = batch(line.repeat(20_000), "?counts_only=true");
        assertThat(many).hasSize(1);
        assertThat(many.getFirst().at("/situations").intValue()).isEqualTo(20_000);
        given().contentType("application/json")
                .body("{\"facts\":{}}" + " ".repeat(70_000))
                .post("/api/eligibility/checks")
                .then()
                .statusCode(413);
        byte[] tooLong = ("{\"facts\":{}}" + " ".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
        HttpRequest ofNoStatedLength = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/eligibility/checks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(ofNoStatedLength, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(413);
        } catch (IOException hungUp) {
            assertThat(hungUp).as("the rest is not listened to").isNotNull();
        }
    }

    private static List<JsonNode> batch(String lines) throws IOException {
        return batch(lines, "");
    }

    private static List<JsonNode> batch(String lines, String query) throws IOException {
        String answer = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/eligibility/batch" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> read = new ArrayList<>();
        for (String line : answer.split("\n")) {
            read.add(new JsonMapper().readTree(line));
        }
        return read;
    }

    @Test
    void aPackThatIsWrongIsNotTakenAndTheOldOneIsServed() {
        String before = rules.now().id();
        assertThat(rules.take("{\"format\":1}")).isFalse();
        assertThat(rules.take(rules.now().content().replace("\"arrival_date\"", "\"arrival_day\"")))
                .isTrue();
        assertThat(rules.take(rules.now().content().replace("\"months\":18", "\"months\":99999")))
                .isFalse();
        String renamed = rules.now().id();
        assertThat(renamed).isNotEqualTo(before);
        assertThat(rules.take(packs.newest(2).getLast().content())).isTrue();
        assertThat(rules.now().id()).isEqualTo(before);
        given().get("/api/eligibility/pack").then().header("ETag", "W/\"" + before + "\"");
    }

    @Test
    void theEighteenMonthsEndOnTheLastDayOfFebruary() {
        check("""
                {"facts": {"arrival_channel": "resettlement", "protection_status": "refugee", "arrival_date": "2024-08-31"},
                 "as_of": "2026-02-28", "programmes": ["support-18-months"]}""")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("outcomes[0].outcome", equalTo("yes-until"))
                .body("outcomes[0].day.last", equalTo("2026-02-28"))
                .body("outcomes[0].status", equalTo("draft"))
                .body("outcomes[0].criteria.verdict", hasItem("yes"))
                .body("outcomes[0].criteria.text", everyItem(not(equalTo(null))))
                .body("outcomes[0].changes[0].on", equalTo("2026-03-01"))
                .body("outcomes[0].changes[0].outcome", equalTo("ended"));
    }

    @Test
    void whatIsNotKnownIsAskedFor() {
        check("{\"facts\": {}}")
                .statusCode(200)
                .body("outcomes", hasSize(rules.now().pack().programmes().size()))
                .body("next_question.fact", equalTo("birth_date"))
                .body("next_question.text", equalTo("When were you born?"));
        check("{\"facts\": {}, \"asked\": [\"birth_date\", \"unaccompanied_minor\"]}")
                .body("next_question.choices.code", hasItem("refugee"));
    }

    @Test
    void aWrongAnswerIsNamedAndNotRepeated() {
        check("""
                {"facts": {"arrival_date": "31 August", "protection_status": "king", "income_month": 1.5, "nothing": 1}, "as_of": "soon"}""")
                .statusCode(400)
                .body("errors.field", hasItem("/facts/arrival_date"))
                .body("errors.field", hasItem("/facts/protection_status"))
                .body("errors.field", hasItem("/facts/income_month"))
                .body("errors.field", hasItem("/facts/nothing"))
                .body("errors.field", hasItem("/as_of"))
                .body("errors.detail.toString()", not(org.hamcrest.Matchers.containsString("August 3")))
                .body("errors.detail.toString()", not(org.hamcrest.Matchers.containsString("king")));
        check("[]").statusCode(400);
        check("{\"facts\": {}, \"facts\": {}}").statusCode(400);
        check("{\"facts\": " + "[".repeat(500) + "]".repeat(500) + "}").statusCode(400);
    }

    @Test
    void programmesAreTextsWithRules() {
        given().get("/api/eligibility/programmes?lang=fa,en")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("contents[0].name", equalTo("18-month support programme"))
                .body("contents[0].reviewed", equalTo(false));
        given().get("/api/eligibility/programmes/support-18-months?lang=pt")
                .then()
                .body("versions[0].sources", hasItem("unhcr-access"));
        given().get("/api/eligibility/programmes/nothing").then().statusCode(404);
        given().get("/api/eligibility/texts?lang=fa").then().header("Content-Language", "pt");
    }

    private static ValidatableResponse check(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/eligibility/checks?lang=en")
                .then();
    }
}
