package org.balcao.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which door stands first when somebody says what has happened. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FirstDoorIT {

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asociatia Doina ma poate ajuta cu hartiile?", "doina help with my residence papers"})
    void aWordThatNamesSomethingLeadsThere(String typed) {
        assertThat(services("doina-apoio", "doina-gip", "doina-mudaki"))
                .contains(ids(Searching.search(typed)).getFirst());
    }

    @Test
    void theOfficeOfTheCountryThatIsNamedIsFirst() {
        JsonNode answer = Searching.search("my passport of India expired, where is the embassy");
        assertThat(ids(answer).getFirst()).isEqualTo(service("cons-india"));
        assertThat(certainty(answer)).isEqualTo("sure");
    }

    @Test
    void theLettersOfALanguageTellTheCountryToo() {
        JsonNode answer = Searching.search("закінчився закордонний паспорт, де зробити новий");
        assertThat(ids(answer).getFirst()).isEqualTo(service("emb-ucrania"));
    }

    @Test
    void ofACountryWithoutAnOfficeThereIsNoDoor() {
        assertThat(certainty(Searching.search("ambasada romaniei, pasaport expirat")))
                .isEqualTo("outside");
    }

    @Test
    void whileNobodySaysWhichCountryItIsNotSure() {
        assertThat(certainty(Searching.search("o meu passaporte caducou, onde fica o consulado do meu país")))
                .isEqualTo("unsure");
    }

    @Test
    void aDayInAStoryPutsNothingBeforeTheDoors() {
        JsonNode answer = Searching.search("my asylum was refused, they want to send me back tomorrow, lawyer");
        assertThat(services("cpr-juridico", "jrs-juridico", "solim-info"))
                .contains(ids(answer).getFirst());
    }

    @Test
    void whatIsLikelyComesBeforeHelpInGeneralAndIsToldAsUnsure() {
        JsonNode answer = Searching.search("want to start a small restaurant, who can advise me");
        assertThat(ids(answer).subList(0, 3)).isEqualTo(services("gip-rede", "linha-apoio-migrantes", "claim-rede"));
        assertThat(certainty(answer)).isEqualTo("unsure");
        assertThat(answer.at("/search/help_first").asBoolean()).isFalse();
    }

    @Test
    void inATownTheDoorThatAMediatorNamesThereComesBeforeOthers() {
        List<String> found = ids(Searching.search("onde se come de graça em Coimbra"));
        assertThat(found.indexOf(service("cozinhas-coimbra")))
                .isNotNegative()
                .isLessThan(found.indexOf(service("ba-coimbra")));
    }

    private static String certainty(JsonNode answer) {
        return answer.at("/search/certainty").asText();
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.get("contents").forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    private static List<String> services(String... ids) {
        return Stream.of(ids).map(FirstDoorIT::service).toList();
    }

    private static String service(String id) {
        return StableId.of(StarterData.SOURCE, "service", id).toString();
    }
}
