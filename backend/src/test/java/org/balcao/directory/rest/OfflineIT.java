package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory as a device takes it along: what is in it, and what changed since. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class OfflineIT {

    private static final String EMERGENCY = service("112");

    @Inject
    EntityManager entities;

    @Test
    void aPackHasEveryActiveServiceAndNoOther() {
        List<String> active = Ask.ids(Ask.everyPage("/services?status=active", 100));
        assertThat(ids(pack("/offline/pt"))).containsExactlyInAnyOrderElementsOf(active);
    }

    @Test
    void aServiceInAPackSaysWhatItsOwnPageSays() {
        JsonNode pack = pack("/offline/ar");
        for (JsonNode packed : pack.path("services")) {
            JsonNode own = Ask.json("/services/" + packed.path("id").asText() + "?lang=ar,en,pt");
            for (String field : List.of(
                    "name",
                    "description",
                    "application_process",
                    "fees_description",
                    "contact_phone",
                    "confidence",
                    "delivery_modes")) {
                assertThat(packed.path(field)).as(field).isEqualTo(own.path(field));
            }
            assertThat(packed.at("/opening_hours/basis")).isEqualTo(own.at("/opening_hours/basis"));
            assertThat(packed.at("/opening_hours/spans")).isEqualTo(own.at("/opening_hours/spans"));
            assertThat(packed.at("/opening_hours/closures")).isEqualTo(own.at("/opening_hours/closures"));
            own.path("localized")
                    .properties()
                    .forEach(field -> assertThat(
                                    packed.at("/localized/" + field.getKey()).asText())
                            .startsWith(field.getValue().path("language").asText() + " "
                                    + field.getValue().path("origin").asText()));
            assertThat(texts(packed.path("phones"), "uri")).isEqualTo(texts(own.path("phones"), "uri"));
            assertThat(texts(packed.path("service_at_locations"), "location", "id"))
                    .isEqualTo(texts(own.path("service_at_locations"), "location", "id"));
            assertThat(packed.at("/organization/name")).isEqualTo(own.at("/organization/name"));
            assertThat(texts(packed.path("needs"))).isEqualTo(texts(own.path("needs"), "code"));
        }
        assertThat(texts(pack.path("terms"), "code")).contains("documents", "housing");
        assertThat(texts(pack.path("places"), "code")).contains("11", "1106");
    }

    @Test
    void theServicesOfAnOrganizationStandTogether() {
        List<String> given = texts(pack("/offline/pt").path("services"), "organization", "id");
        List<String> runs = new ArrayList<>();
        given.forEach(each -> {
            if (runs.isEmpty() || !runs.getLast().equals(each)) {
                runs.add(each);
            }
        });
        assertThat(runs).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "ar", "hi", "zh"})
    void aPackNamesTheLinesOfEveryDangerAndTheWordsOfItsLanguage(String language) {
        JsonNode pack = pack("/offline/" + language);
        JsonNode dangers = pack.at("/words/dangers");
        assertThat(texts(dangers, "kind"))
                .contains("child", "violence", "rape", "suicide", "trafficking", "no_bed", "medical", "hunger");
        for (JsonNode danger : dangers) {
            assertThat(ids(pack)).containsAll(texts(danger.path("lines")));
            assertThat(texts(pack.path("terms"), "code")).containsAll(texts(danger.path("needs")));
            assertThat(danger.path("signs")).as(danger.path("kind").asText()).isNotEmpty();
        }
        assertThat(pack.at("/words/said")).isNotEmpty();
        pack.at("/words/said")
                .forEach(said -> assertThat(texts(pack.path("terms"), "code")).containsAll(texts(said.path("needs"))));
        assertThat(pack("/offline/" + language + "?since=" + pack.path("as_of").asText())
                        .has("words"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "ar", "uk", "ru", "hi", "bn"})
    void aPackTakesLittleRoom(String language) throws IOException {
        assertThat(compressed("/offline/" + language)).isLessThanOrEqualTo(100_000);
        assertThat(compressed("/offline/" + language + "?place=11")).isLessThanOrEqualTo(50_000);
    }

    /** How many bytes of a pack go over the line. */
    private static int compressed(String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Ask.get(path).asByteArray());
        }
        return bytes.size();
    }

    @Test
    void aPackTellsNeitherSourcesNorMetadata() {
        assertThat(Ask.get("/offline/pt").asString())
                .doesNotContain("\"sources\"", "\"metadata\"", "\"translations\"", "\"attributes\"", "\"schedules\"");
    }

    @Test
    void aPackOfAPlaceHasWhatIsThereAndWhatIsNationwide() {
        JsonNode pack = pack("/offline/pt?place=11");
        assertThat(ids(pack))
                .containsExactlyInAnyOrderElementsOf(Ask.ids(Ask.everyPage("/services?status=active&place=11", 100)))
                .hasSizeLessThan(ids(pack("/offline/pt")).size());
        assertThat(texts(pack.path("places"), "code")).contains("11", "1106").doesNotContain("13", "1312");
    }

    @Test
    void whoHasAPackIsToldOnlyWhatChangedSince() {
        JsonNode before = pack("/offline/pt");
        String asOf = before.path("as_of").asText();
        JsonNode nothing = pack("/offline/pt?since=" + asOf);
        assertThat(nothing.path("whole").asBoolean(true)).isFalse();
        assertThat(nothing.path("services")).isEmpty();
        write("update directory.service set url = 'https://example.org/changed' where id = '" + EMERGENCY + "'");
        try {
            JsonNode changed = pack("/offline/pt?since=" + asOf);
            assertThat(ids(changed)).containsExactly(EMERGENCY);
            assertThat(changed.at("/services/0/url").asText()).isEqualTo("https://example.org/changed");
            assertThat(changed.has("terms")).isFalse();
            write("update directory.service set status = 'inactive' where id = '" + EMERGENCY + "'");
            JsonNode gone = pack("/offline/pt?since=" + changed.path("as_of").asText());
            assertThat(ids(gone)).isEmpty();
            assertThat(texts(gone.path("removed"))).containsExactly(EMERGENCY);
        } finally {
            write("update directory.service set status = 'active', url = null where id = '" + EMERGENCY + "'");
        }
    }

    @Test
    void whoseHoursAreAlmostOverGetsTheWholePackAgain() {
        String asOf = pack("/offline/pt").path("as_of").asText();
        Instant then = Instant.now().plus(Duration.ofDays(7));
        QuarkusMock.installMockForType(Clock.fixed(then, ZoneOffset.UTC), Clock.class);
        JsonNode pack = pack("/offline/pt?since=" + asOf);
        assertThat(pack.path("whole").asBoolean()).isTrue();
        assertThat(pack.path("services")).isNotEmpty();
    }

    @Test
    void aPackThatIsNotKnownIsAnsweredWithAWholeOne() {
        String ofAnother = pack("/offline/en").path("as_of").asText();
        String ofTomorrow = pack("/offline/pt").path("as_of").asText().replaceFirst("^\\d+", "999999999999");
        for (String since : List.of(ofAnother, ofTomorrow)) {
            JsonNode pack = pack("/offline/pt?since=" + since);
            assertThat(pack.path("whole").asBoolean()).as(since).isTrue();
            assertThat(pack.path("services")).as(since).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "PT", "pt-BR", "xx"})
    void aLanguageThatThePageDoesNotSpeakIsNotThere(String language) {
        given().get("/api/offline/" + language).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=1", "since=1-20261399-aaaaaaaaaaaa", "since=a", "lang=pt", "search=x"})
    void whatCannotBeReadIsRefused(String question) {
        given().get("/api/offline/pt?" + question).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aPlaceThatDoesNotExistIsNotThere() {
        given().get("/api/offline/pt?place=99999").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void itsEntityTagHoldsUntilTheDirectoryChanges() {
        Response first = given().get("/api/offline/hi");
        String tag = first.header("ETag");
        assertThat(tag).isNotEmpty();
        given().header("If-None-Match", tag).get("/api/offline/hi").then().statusCode(304);
        write("update directory.service set url = 'https://example.org/tag' where id = '" + EMERGENCY + "'");
        try {
            given().header("If-None-Match", tag).get("/api/offline/hi").then().statusCode(200);
        } finally {
            write("update directory.service set url = null where id = '" + EMERGENCY + "'");
        }
    }

    private static JsonNode pack(String path) {
        return Ask.json(path);
    }

    private static List<String> ids(JsonNode pack) {
        return texts(pack.path("services"), "id");
    }

    private static List<String> texts(JsonNode all, String... path) {
        List<String> texts = new ArrayList<>();
        all.forEach(each -> {
            JsonNode at = each;
            for (String step : path) {
                at = at.path(step);
            }
            texts.add(at.asText());
        });
        return texts;
    }

    private static String service(String key) {
        return StableId.of("portugal", "service", key).toString();
    }

    private void write(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
