package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.search.ServiceFilter.Statuses;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.store.IndexedServices;
import org.balcao.search.store.sql.SqlFacets;
import org.balcao.shared.StableId;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program with one entry and many branches: in lists the entry alone, unless a place is named; and nothing is lost to who does not ask for that. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FoldIT {

    private static final String ENTRY = service("claim-rede");
    private static final String BRAGA = "0303";

    @Inject
    IndexedServices index;

    @Inject
    SqlFacets sql;

    @Inject
    Session entities;

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=active",
                "status=active&taxonomy_term_id=documents.residence",
                "status=active&taxonomy_term_id=legal",
                "taxonomy_term_id=onestop&taxonomy_term_id=migrants",
                "status=active&language=uk",
                "status=active&free=true&delivery_mode=in_person",
                "status=active&open_at=2026-11-25T10:30:00Z",
                "status=inactive",
                "status=active&place=03"
            })
    void theIndexAndPostgresqlFoldTheSame(String filters) {
        JsonNode indexed = services(filters + "&fold=programs&sort=relevance");
        JsonNode postgres = services(filters + "&fold=programs&sort=entry");
        assertThat(new HashSet<>(ids(indexed))).isEqualTo(new HashSet<>(ids(postgres)));
        assertThat(folded(indexed)).isEqualTo(folded(postgres));
        JsonNode unfolded = services(filters + "&sort=entry");
        assertThat(folded(indexed) + total(indexed)).isEqualTo(total(unfolded));
        assertThat(ids(unfolded)).containsAll(ids(indexed));
        assertThat(unfolded.has("folded_items")).isFalse();
    }

    @Test
    void aNeedWithoutAPlaceHasTheProgramOnceAndSaysHowManyStandBehindIt() {
        JsonNode list = services("status=active&taxonomy_term_id=documents.residence&fold=programs&sort=relevance");
        assertThat(branches(list)).isEmpty();
        assertThat(folded(list)).isGreaterThan(40);
        assertThat(entry(list).get("folded_branches").asInt()).isEqualTo(folded(list));
    }

    @Test
    void aBranchStandsByItselfWhereTheEntryIsNotInTheList() {
        JsonNode list = services("status=active&organization_id="
                + StableId.of(StarterData.SOURCE, "organization", "cm_braga") + "&fold=programs&sort=relevance");
        assertThat(ids(list)).doesNotContain(ENTRY);
        assertThat(branches(list)).isNotEmpty();
        assertThat(folded(list)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=relevance", "sort=relevance&search=documentos", "sort=relevance&taxonomy_term_id=onestop"})
    void inAPlaceTheBranchThereComesBeforeTheNationalEntry(String question) {
        JsonNode list = services("status=active&fold=programs&place=" + BRAGA + "&" + question);
        assertThat(ids(list)).contains(ENTRY, service("claim-braga"));
        assertThat(ids(list).indexOf(service("claim-braga")))
                .isLessThan(ids(list).indexOf(ENTRY));
        assertThat(folded(list)).isZero();
    }

    @Test
    void postgresqlPutsTheEntryAfterTheBranchInAPlaceToo() {
        JsonNode list = services("status=active&fold=programs&place=" + BRAGA
                + "&taxonomy_term_id=onestop&sort=relevance&start_time=00:01");
        JsonNode all = services("status=active&place=" + BRAGA + "&taxonomy_term_id=onestop&sort=relevance");
        assertThat(ids(all).getLast()).isEqualTo(ENTRY);
        assertThat(ids(list)).isSubsetOf(ids(all));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLAIM Braga",
                "CLAIM em Braga",
                "ajuda para imigrantes em Braga",
                "autorização de residência Braga"
            })
    void aTownThatIsTypedShowsTheBranchThereFirst(String words) {
        JsonNode list = services("status=active&fold=programs&sort=relevance&search=" + words);
        assertThat(folded(list)).isZero();
        assertThat(ids(list)).contains(service("claim-braga"));
        if (ids(list).contains(ENTRY)) {
            assertThat(ids(list).indexOf(service("claim-braga")))
                    .isLessThan(ids(list).indexOf(ENTRY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIM", "preciso de autorização de residência"})
    void wordsWithoutATownFindTheEntryAndNoBranch(String words) {
        JsonNode list = services("status=active&fold=programs&sort=relevance&search=" + words);
        assertThat(ids(list)).contains(ENTRY);
        assertThat(branches(list)).isEmpty();
        JsonNode unfolded = services("status=active&sort=relevance&search=" + words);
        assertThat(total(unfolded)).isEqualTo(total(list) + folded(list));
        assertThat(ids(unfolded).indexOf(ENTRY))
                .isLessThan(ids(unfolded).indexOf(branches(unfolded).getFirst()));
    }

    /** Of many the index counts only as far as it shows them; the rest is a count that is kept in memory. */
    @ParameterizedTest
    @ValueSource(strings = {"search=ajuda para imigrantes", "search=apoio", "taxonomy_term_id=legal"})
    void aShortPageCountsWhatStandsBehindEntriesOnce(String question) {
        String asked = "status=active&sort=relevance&per_page=2&" + question;
        JsonNode unfolded = services(asked);
        JsonNode folded = services(asked + "&fold=programs");
        assertThat(total(folded) + folded(folded)).isEqualTo(total(unfolded));
        assertThat(total(services(asked))).isEqualTo(total(unfolded));
    }

    @Test
    void theNearestBranchComesFirstAndTheEntryAfterAllOfThem() {
        JsonNode list =
                services("status=active&fold=programs&taxonomy_term_id=onestop&lat=41.545&lon=-8.427&sort=distance");
        List<String> branches = branches(list);
        assertThat(branches).hasSizeGreaterThan(40);
        assertThat(branches.indexOf(service("claim-braga"))).isLessThan(5);
        assertThat(ids(list).indexOf(branches.getLast())).isLessThan(ids(list).indexOf(ENTRY));
        JsonNode braga = byId(list, service("claim-braga"));
        assertThat(braga.has("distance_m")).as("an area is no place").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=active", "status=active&free=true", "status=active&taxonomy_term_id=health"})
    void eachFacetIsWhatChoosingItFinds(String chosen) {
        JsonNode facets = Searching.json(given().get("/api/services/facets?fold=programs&" + chosen));
        JsonNode list = services(chosen + "&fold=programs&per_page=1&sort=entry");
        assertThat(facets.get("total_items").asInt()).isEqualTo(total(list));
        assertThat(facets.get("folded_items").asInt()).isEqualTo(folded(list)).isPositive();
        facets.path("languages")
                .forEach(each ->
                        assertCount(chosen + "&language=" + each.get("code").asText(), each));
        facets.path("districts")
                .forEach(each ->
                        assertCount(chosen + "&place=" + each.get("code").asText(), each));
        facets.path("delivery_modes")
                .forEach(each -> assertCount(
                        chosen + "&delivery_mode=" + each.get("value").asText(), each));
        if (!chosen.contains("taxonomy_term_id")) {
            facets.path("needs")
                    .forEach(each -> assertCount(
                            chosen + "&taxonomy_term_id=" + each.get("code").asText(), each));
        }
    }

    @Test
    void postgresqlCountsTheSameFacets() {
        Instant morning = Instant.parse("2026-11-25T10:30:00Z");
        for (String need : List.of("legal", "onestop", "health", "housing")) {
            ServiceQuery query = new ServiceQuery(
                    null,
                    List.of(new Statuses(List.of("active")), new Terms(List.of(need))),
                    null,
                    ServiceQuery.Order.RELEVANCE,
                    true);
            FacetCounts counted = index.facets(query, morning).orElseThrow();
            assertThat(sql.facets(query, morning))
                    .as(need)
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .isEqualTo(counted);
        }
    }

    @Test
    @Transactional
    void theBranchesOfAnEntryAreGivenByPlace() {
        JsonNode branches = Searching.json(given().get("/api/services/" + ENTRY + "/branches"))
                .get("branches");
        assertThat(branches.size()).isGreaterThan(50);
        Set<String> services = new HashSet<>();
        branches.forEach(each -> {
            services.add(each.get("service_id").asText());
            assertThat(each.get("name").asText()).isNotBlank();
        });
        List<UUID> active = entities.createNativeQuery(
                        "select id from directory.service where program_id = (select program_id from directory.service where id = :entry)"
                                + " and status = 'active' and freshness <> 'hidden' and id <> :entry",
                        UUID.class)
                .setParameter("entry", UUID.fromString(ENTRY))
                .getResultList();
        assertThat(services)
                .containsExactlyInAnyOrderElementsOf(
                        active.stream().map(UUID::toString).toList());
        assertThat(branches).anySatisfy(each -> {
            assertThat(each.get("service_id").asText()).isEqualTo(service("claim-braga"));
            assertThat(each.get("place_code").asText()).isEqualTo(BRAGA);
            assertThat(each.get("place_name").asText()).isEqualTo("Braga");
            assertThat(each.get("district_name").asText()).isEqualTo("Braga");
            assertThat(each.get("latitude").asDouble()).isBetween(41.4, 41.7);
            assertThat(each.get("longitude").asDouble()).isBetween(-8.6, -8.3);
        });
    }

    @Test
    void whatIsNoEntryHasNoBranches() {
        assertThat(Searching.json(given().get("/api/services/" + service("claim-braga") + "/branches"))
                        .path("branches"))
                .isEmpty();
        assertThat(given().get("/api/services/" + UUID.randomUUID() + "/branches")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUnknownWayToFoldIsToldByItsName() {
        given().get("/api/services?fold=everything").then().statusCode(400);
        assertThat(Searching.json(given().get("/api/services?fold=everything"))
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("fold");
    }

    private static void assertCount(String question, JsonNode facet) {
        assertThat(total(services(question + "&fold=programs&sort=entry&per_page=1")))
                .as(question)
                .isEqualTo(facet.get("count").asInt());
    }

    private static JsonNode services(String question) {
        String paged = question.contains("per_page") ? question : question + "&per_page=1000";
        return Searching.json(given().get("/api/services?" + paged));
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.get("contents").forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    private static List<String> branches(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.get("contents").forEach(each -> {
            if (each.has("program") && !each.get("id").asText().equals(ENTRY)) {
                ids.add(each.get("id").asText());
            }
        });
        return ids;
    }

    private static JsonNode entry(JsonNode list) {
        return byId(list, ENTRY);
    }

    private static JsonNode byId(JsonNode list, String id) {
        for (JsonNode each : list.get("contents")) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError(id + " is not in the list");
    }

    private static int total(JsonNode list) {
        return list.get("total_items").asInt();
    }

    private static int folded(JsonNode list) {
        return list.get("folded_items").asInt();
    }

    private static String service(String id) {
        return StableId.of(StarterData.SOURCE, "service", id).toString();
    }
}
