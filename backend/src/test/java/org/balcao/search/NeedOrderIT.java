package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands first where somebody looks at a need and has typed nothing. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class NeedOrderIT {
    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @ParameterizedTest
    @CsvSource({"housing, linha-144", "housing.emergency, linha-144", "violence.domestic, sivvd"})
    void aLineThatAlwaysAnswersForTheWholeCountryComesFirst(String need, String line) {
        assertThat(ofNeed(need)).startsWith(id(line));
    }

    @Test
    void theLineAgainstViolenceStandsBeforeTheTeamsOfRegions() {
        List<UUID> found = ofNeed("violence");
        assertThat(found).contains(id("sivvd"), id("eme-tsh-alentejo"));
        assertThat(found.indexOf(id("sivvd"))).isLessThan(found.indexOf(id("eme-tsh-alentejo")));
    }

    private static UUID id(String service) {
        return StableId.of(StarterData.SOURCE, "service", service);
    }

    private static List<UUID> ofNeed(String need) {
        var contents = Searching.json(given().queryParam("taxonomy_term_id", need)
                        .queryParam("status", "active")
                        .queryParam("sort", "relevance")
                        .queryParam("per_page", 100)
                        .get("/api/services"))
                .get("contents");
        return StreamSupport.stream(contents.spliterator(), false)
                .map(service -> UUID.fromString(service.get("id").asText()))
                .toList();
    }
}
