package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk over pages holds while others write, a change shows at once, and a page costs the same however many records it has. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class PagesIT {

    private static final UUID NEWCOMER = UUID.fromString("00000000-0000-4000-8000-0000000000b1");
    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000b2");

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory sessions;

    @AfterEach
    void asBefore() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from directory.organization where id = ?1")
                        .setParameter(1, HOUSE)
                        .executeUpdate());
    }

    @Test
    void aWalkOverPagesLosesAndRepeatsNothingWhileOthersWrite() {
        List<String> before = Ask.ids(Ask.everyPage("/services", 1000));
        List<String> walked = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer = Ask.json("/services?per_page=20&page=" + page);
            answer.get("contents").forEach(record -> walked.add(record.get("id").asText()));
            if (page == 3) {
                enter("Chegada");
                rename(walked.getFirst());
            }
            if (answer.get("last_page").asBoolean()) {
                break;
            }
        }
        assertThat(walked)
                .startsWith(before.toArray(String[]::new))
                .endsWith(NEWCOMER.toString())
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangeIsSeenAtOnce() {
        enter("Chegada");
        assertThat(Ask.json("/services/" + NEWCOMER).get("name").asText()).isEqualTo("Chegada");
        String tag = Ask.get("/services/" + NEWCOMER).header("ETag");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update directory.organization set name = 'Outro nome' where id = ?1")
                        .setParameter(1, HOUSE)
                        .executeUpdate());
        assertThat(Ask.json("/services/" + NEWCOMER)
                        .get("organization")
                        .get("name")
                        .asText())
                .isEqualTo("Outro nome");
        assertThat(Ask.get("/services/" + NEWCOMER).header("ETag")).isNotEqualTo(tag);
        assertThat(Ask.json("/organizations/" + HOUSE).get("services_count").asInt())
                .isEqualTo(1);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from directory.service where id = ?1")
                        .setParameter(1, NEWCOMER)
                        .executeUpdate());
        assertThat(Ask.json("/organizations/" + HOUSE).get("services_count").asInt())
                .isZero();
        assertThat(Ask.get("/services/" + NEWCOMER).statusCode())
                .as("gone for good, and known to have been here")
                .isEqualTo(410);
    }

    /** Statements for records that were never shown, and for the same again: a part is fetched for all records at once. */
    @ParameterizedTest
    @CsvSource({
        "/services?per_page=10&lang=uk,                      /services?per_page=100&page=2&lang=uk,                      3",
        "/services?full=true&per_page=10&lang=uk,            /services?full=true&per_page=100&page=2&lang=uk,            3",
        "/organizations?full=true&per_page=5&lang=uk,        /organizations?full=true&per_page=50&page=2&lang=uk,        3",
        "/service_at_locations?full=true&per_page=10&lang=uk, /service_at_locations?full=true&per_page=60&page=2&lang=uk, 3",
        "/locations?per_page=5&lang=uk,                      /locations?per_page=40&page=2&lang=uk,                      3",
        "/taxonomy_terms?per_page=3&lang=uk,                 /taxonomy_terms?per_page=20&page=2&lang=uk,                 3",
    })
    void aLongPageTakesNotManyMoreStatementsThanAShortOne(String small, String large, int again) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long few = statements(small);
        long many = statements(large);
        assertThat(many).as("statements for %s, %d for %s", large, few, small).isLessThanOrEqualTo(few + 25);
        // what the index reads meanwhile is counted too, but not each time
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            least = Math.min(least, statements(large));
        }
        assertThat(least).isLessThanOrEqualTo(again);
    }

    private long statements(String path) {
        var statistics = sessions.getStatistics();
        long before = statistics.getPrepareStatementCount();
        assertThat(Ask.get(path).statusCode()).isEqualTo(200);
        return statistics.getPrepareStatementCount() - before;
    }

    private void enter(String name) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery(
                            "insert into directory.organization (id, name, description) values (?1, 'Nova', 'Nova')")
                    .setParameter(1, HOUSE)
                    .executeUpdate();
            entities.createNativeQuery(
                            "insert into directory.service (id, organization_id, name, status) values (?1, ?2, ?3, 'active')")
                    .setParameter(1, NEWCOMER)
                    .setParameter(2, HOUSE)
                    .setParameter(3, name)
                    .executeUpdate();
        });
    }

    private void rename(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update directory.service set email = coalesce(email, 'geral@exemplo.example') where id = ?1")
                        .setParameter(1, UUID.fromString(id))
                        .executeUpdate());
    }
}
