package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.launch.Command;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How words are understood, how reasons are given, and how the index follows the directory. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
@TestProfile(OwnDatabase.class)
class SearchIT {

    private static final UUID JOB = StableId.of("portugal", "service", "act-info");

    @Inject
    EntityManager entities;

    @Inject
    @Any
    Instance<Command> commands;

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @Test
    void aPlaceInTheSameBoxIsUnderstoodAndSaid() {
        JsonNode answer = Searching.search("food porto");
        assertThat(kinds(answer)).containsExactly("need food", "place 1312");
        for (JsonNode service : answer.get("contents")) {
            assertThat(reasons(service))
                    .as(service.get("name").asText())
                    .anyMatch(kind -> kind.matches("place|area|nationwide|word"));
        }
    }

    @Test
    void aDayIsTakenOnTheClockOfThePlaceThatIsTyped() {
        assertThat(day(Searching.search("shelter saturday ponta delgada"))).isEqualTo("Atlantic/Azores 10:30");
        assertThat(day(Searching.search("shelter saturday porto"))).isEqualTo("Europe/Lisbon 10:30");
        assertThat(day(Searching.search("shelter saturday"))).isEqualTo("Europe/Lisbon 10:30");
    }

    @Test
    void helpIsSaidToBeFirstOnlyWhereItIs() {
        assertThat(Searching.search("carta de condução")
                        .get("search")
                        .get("help_first")
                        .asBoolean())
                .isTrue();
        assertThat(Searching.search("food porto")
                        .get("search")
                        .get("help_first")
                        .asBoolean())
                .isFalse();
        // two desks that help with anything, then the doors of what it may be
        assertThat(jardinagem(1).get("certainty").asText()).isEqualTo("unsure");
        assertThat(jardinagem(1).get("help_first").asBoolean()).isTrue();
        assertThat(jardinagem(3).get("help_first").asBoolean()).isFalse();
    }

    @Test
    void whereWordsAndWhatTheyMeanAgreeADoorIsFirstWithoutBeingSure() {
        JsonNode answer = Searching.search("não me trocam o telemóvel avariado");
        assertThat(answer.get("search").get("certainty").asText()).isEqualTo("unsure");
        assertThat(answer.get("search").get("help_first").asBoolean()).isFalse();
        assertThat(ids(answer).getFirst())
                .isEqualTo(StableId.of("portugal", "service", "deco-apoio").toString());
    }

    private static JsonNode jardinagem(int page) {
        return Searching.json(given().queryParam("search", "jardinagem")
                        .queryParam("lang", "en,pt")
                        .queryParam("sort", "relevance")
                        .queryParam("per_page", 1)
                        .queryParam("page", page)
                        .get("/api/services"))
                .get("search");
    }

    private static String day(JsonNode answer) {
        for (JsonNode part : answer.get("search").get("understood")) {
            if (part.get("kind").asText().equals("open_at")) {
                ZoneId zone = ZoneId.of(part.get("timezone").asText());
                return zone + " "
                        + Instant.parse(part.get("code").asText()).atZone(zone).toLocalTime();
            }
        }
        return "no day";
    }

    @Test
    void everyServiceSaysWhyItIsThere() {
        JsonNode answer = Searching.search("trabalho");
        for (JsonNode service : answer.get("contents")) {
            assertThat(service.get("because")).isNotEmpty();
            for (JsonNode reason : service.get("because")) {
                assertThat(reason.get("points").asDouble()).isPositive();
                if (reason.has("marks")) {
                    for (JsonNode mark : reason.get("marks")) {
                        String marked = reason.get("text")
                                .asText()
                                .substring(mark.get(0).asInt(), mark.get(1).asInt());
                        assertThat(marked).doesNotContain(" ").isNotEmpty();
                    }
                }
            }
        }
    }

    @Test
    void aTypingMistakeIsForgivenAndSaid() {
        assertThat(ids(Searching.search("alimentaçao"))).isNotEmpty();
        JsonNode answer = Searching.search("refeicoees");
        assertThat(ids(answer)).isNotEmpty();
    }

    @Test
    void aLabelInAnyScriptAndInLatinLettersFindsTheSame() {
        List<String> written = ids(Searching.search("житло"));
        assertThat(written).isNotEmpty();
        assertThat(ids(Searching.search("zhytlo"))).isEqualTo(written);
    }

    @Test
    void whatIsKnownNowhereIsSaidToBe() {
        JsonNode answer = Searching.search("qwrtzplk");
        assertThat(answer.get("total_items").asInt()).isZero();
        assertThat(kinds(answer)).containsExactly("unknown null");
    }

    @Test
    void whereAFilterLeavesNothingItIsSaidWhatOneLessWouldFind() {
        JsonNode answer = Searching.json(RestAssured.given()
                .queryParam("search", "trabalho")
                .queryParam("language", "tlh")
                .get("/api/services"));
        assertThat(answer.get("total_items").asInt()).isZero();
        JsonNode nearest = answer.get("search").get("nearest").get(0);
        assertThat(nearest.get("without").asText()).isEqualTo("language");
        assertThat(nearest.get("total").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mudar de morada", "tabuada"})
    void aWordIsNotTakenForATownWithAnEnding(String typed) {
        assertThat(kinds(Searching.search(typed))).noneMatch(kind -> kind.startsWith("place"));
    }

    @ParameterizedTest
    @CsvSource({"lizbonda iş, 1106", "माफ्रामा वकिल, 1109", "адвокат в Лиссабоне, 1106", "Porto'da iş, 1312"})
    void aTownIsUnderstoodWithItsEnding(String typed, String code) {
        assertThat(kinds(Searching.search(typed))).contains("place " + code);
    }

    @Test
    void aNeedIsNotTakenForATownThatIsSpeltAlike() {
        JsonNode answer = Searching.search("aborto");
        assertThat(kinds(answer)).noneMatch(kind -> kind.startsWith("place"));
        assertThat(answer.get("contents").get(0).get("name").asText()).isEqualTo("SNS 24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search=preciso de trabalho na Maia",
                "search=preciso de trabalho&place=1306",
                "taxonomy_term_id=employment&place=1306&sort=relevance"
            })
    void whatIsGivenInThePlaceComesFirstWhetherThePlaceIsTypedOrChosen(String question) {
        JsonNode answer = Searching.json(given().get("/api/services?" + question));
        assertThat(answer.get("contents").get(0).get("name").asText()).isEqualTo("GIP Imigrante da Maia");
    }

    @Test
    void aNumberFindsTheServiceWhoseOwnItIsFirst() {
        assertThat(ids(Searching.search("217 115 000")))
                .startsWith(StableId.of("portugal", "service", "aima-contact-centre")
                        .toString());
    }

    @Test
    void suggestionsNameNeedsInTheReadersLanguage() {
        JsonNode answer = Searching.json(RestAssured.given()
                .queryParam("search", "alim")
                .queryParam("lang", "uk,en,pt")
                .get("/api/suggestions"));
        List<String> codes = new ArrayList<>();
        answer.get("suggestions").forEach(each -> codes.add(each.path("code").asText()));
        assertThat(codes).contains("food");
    }

    @Test
    void anEditIsFoundAndTheOldWordIsForgotten() {
        rename(JOB, "Zimbralhada de teste");
        Searching.await(() -> ids(Searching.search("zimbralhada")).equals(List.of(JOB.toString())));
        rename(JOB, "Informação sobre direitos no trabalho – ACT");
        Searching.await(() -> ids(Searching.search("zimbralhada")).isEmpty());
    }

    @Test
    void aServiceThatIsRemovedIsNoLongerFound() {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into directory.service (id, organization_id, name, status)"
                                        + " select ?1, organization_id, 'Quixobrenda', 'active' from directory.service limit 1")
                        .setParameter(1, id)
                        .executeUpdate());
        Searching.await(() -> ids(Searching.search("quixobrenda")).equals(List.of(id.toString())));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from directory.service where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate());
        Searching.await(() -> ids(Searching.search("quixobrenda")).isEmpty());
    }

    @Test
    void wordsDoNotFindWhatIsClosedForGoodInAnyOrder() {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into directory.service (id, organization_id, name, status)"
                                        + " select ?1, organization_id, 'Zumbrecaldo', 'defunct' from directory.service limit 1")
                        .setParameter(1, id)
                        .executeUpdate());
        try {
            Searching.awaitIndex();
            for (String order : List.of("relevance", "opening", "entry")) {
                String question = "/api/services?search=zumbrecaldo&sort=" + order;
                assertThat(ids(Searching.json(given().get(question)))).as(order).isEmpty();
                assertThat(ids(Searching.json(given().get(question + "&status=defunct"))))
                        .as(order + " asked for")
                        .containsExactly(id.toString());
            }
        } finally {
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery("delete from directory.service where id = ?1")
                            .setParameter(1, id)
                            .executeUpdate());
        }
    }

    @Test
    void verifyFindsWhatTheIndexDoesNotHaveAsPostgresqlHasIt() {
        Command search = commands.stream()
                .filter(command -> command.name().equals("search"))
                .findFirst()
                .orElseThrow();
        assertThat(search.run(List.of("verify"))).isZero();
        moveVersion(1);
        assertThat(search.run(List.of("verify"))).isEqualTo(1);
        moveVersion(-1);
        assertThat(search.run(List.of("verify"))).isZero();
    }

    @Test
    void filtersThatLeaveNothingSayWhatOneLessWouldFindAlsoWithoutWords() {
        JsonNode answer = Searching.json(
                given().queryParam("language", "tlh").queryParam("free", "true").get("/api/services?sort=relevance"));
        assertThat(answer.get("total_items").asInt()).isZero();
        assertThat(answer.at("/search/nearest/0/without").asText()).isEqualTo("language");
        assertThat(answer.at("/search/nearest/0/total").asInt()).isPositive();
    }

    @Test
    void aPostalCodeFindsWhatIsThere() {
        assertThat(ids(Searching.search("1150-025"))).isNotEmpty().hasSizeLessThan(40);
    }

    /** Behind the change log's back. */
    private void moveVersion(int by) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update directory.stamp set version = version + ?2 where id = ?1")
                        .setParameter(1, JOB)
                        .setParameter(2, by)
                        .executeUpdate());
    }

    private void rename(UUID id, String name) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update directory.service set name = ?2 where id = ?1")
                        .setParameter(1, id)
                        .setParameter(2, name)
                        .executeUpdate());
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("contents").forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    private static List<String> kinds(JsonNode answer) {
        List<String> kinds = new ArrayList<>();
        answer.get("search")
                .path("understood")
                .forEach(each -> kinds.add(each.get("kind").asText() + " "
                        + each.path("code").asText("null").replaceFirst("^$", "null")));
        return kinds;
    }

    private static List<String> reasons(JsonNode service) {
        List<String> kinds = new ArrayList<>();
        service.path("because").forEach(each -> kinds.add(each.get("kind").asText()));
        return kinds;
    }
}
