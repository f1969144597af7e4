package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a reader gets the listings of the starter data in the language of the page. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ListingLanguagesIT {
    private static final int PER_PAGE = 100;

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "fr", "es", "uk", "ar", "ru", "hi", "bn", "ne", "ur", "zh"})
    void everyActiveListingSaysWhatItIsInTheLanguageAsked(String language) {
        List<Map<String, Object>> listings = starterListings(language);

        assertThat(listings).hasSizeGreaterThan(190);
        assertThat(listings)
                .allSatisfy(listing -> assertThat(languageOf(listing, "description"))
                        .as("%s", listing.get("id"))
                        .isEqualTo(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "uk", "ar", "ru", "hi", "bn", "ne", "ur", "zh"})
    void aNameIsTranslatedWhereverItIsMoreThanAName(String language) {
        List<Map<String, Object>> untranslated = starterListings(language).stream()
                .filter(listing -> !languageOf(listing, "name").equals(language))
                .toList();

        // such as "SNS 24" or "Projeto Mud@ki"
        assertThat(untranslated).hasSizeLessThan(12);
    }

    @Test
    void aServiceAlsoSaysThePortugueseNameThatTheCounterKnows() {
        String line = StableId.of(StarterData.SOURCE, "service", "linha-144").toString();

        assertThat(named("ar", line)).isEqualTo("Linha Nacional de Emergência Social");
        assertThat(named("pt", line)).isNull();
    }

    @Test
    void oneServiceListsTheTranslationsThatWereAskedForAndWithoutLangAllOfThem() {
        String line = "/api/services/" + StableId.of(StarterData.SOURCE, "service", "aima-contact-centre");

        assertThat(translated(given().get(line))).contains("ar", "bn", "en", "zh");
        assertThat(translated(given().header("Accept-Language", "fr").get(line)))
                .as("a header is what a browser sends by itself")
                .contains("ar", "bn", "en", "zh");
        assertThat(translated(given().queryParam("lang", "pt,uk").get(line)))
                .contains("pt", "uk")
                .isSubsetOf("pt", "uk", SOURCE_OF_OTHERS);
        assertThat(translated(given().queryParam("lang", "fr").get(line)))
                .contains("pt", "fr")
                .isSubsetOf("pt", "fr", SOURCE_OF_OTHERS);
        assertThat(given().queryParam("lang", "fr").get(line).getHeader("ETag"))
                .isNotEqualTo(given().header("Accept-Language", "fr").get(line).getHeader("ETag"));
    }

    /** Most short texts of the starter data are in English first. */
    private static final String SOURCE_OF_OTHERS = "en";

    private static Set<String> translated(Response service) {
        return Set.copyOf(service.<List<String>>path("translations.language"));
    }

    @Test
    void whoMayReferIsSaidInTheLanguageOfThePage() {
        String house = "/api/services/" + StableId.of(StarterData.SOURCE, "service", "caritas-beja-alojamento");

        for (var each : Map.of(
                        "pt", "Segurança Social", "en", "Social Security", "fr", "Sécurité sociale", "zh", "社会保障")
                .entrySet()) {
            var answer = given().queryParam("lang", each.getKey()).get(house);
            assertThat(answer.<List<String>>path("access.who_may_refer"))
                    .singleElement()
                    .asString()
                    .contains(each.getValue());
            assertThat(answer.<String>path("localized.who_may_refer.language")).isEqualTo(each.getKey());
            assertThat(answer.<String>path("localized.who_may_refer.origin")).isEqualTo("machine");
        }
    }

    private static String named(String language, String service) {
        return given().queryParam("lang", language)
                .get("/api/services/" + service)
                .path("source_name");
    }

    /** Those that other tests made have one language only. */
    private static List<Map<String, Object>> starterListings(String language) {
        List<Map<String, Object>> listings = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<Map<String, Object>> some = given().queryParam("lang", language)
                    .queryParam("status", "active")
                    .queryParam("per_page", PER_PAGE)
                    .queryParam("page", page)
                    .get("/api/services")
                    .path("contents");
            some.stream().filter(ListingLanguagesIT::isWrittenByAProgram).forEach(listings::add);
            if (some.size() < PER_PAGE) {
                return listings;
            }
        }
    }

    private static boolean isWrittenByAProgram(Map<String, Object> listing) {
        return "machine".equals(localized(listing, "description").get("origin"));
    }

    private static String languageOf(Map<String, Object> listing, String field) {
        return String.valueOf(localized(listing, field).getOrDefault("language", "pt"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> localized(Map<String, Object> listing, String field) {
        var texts = (Map<String, Map<String, Object>>) listing.getOrDefault("localized", Map.of());
        return texts.getOrDefault(field, Map.of());
    }
}
