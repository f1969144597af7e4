package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.model.PublicPage;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What a listing says of where it is, how to reach it, when it is open, and how old all this is. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ListingTruthIT {
    private static final String AZORES = "Atlantic/Azores";
    private static final String LISBON = "Europe/Lisbon";

    @Inject
    Session entities;

    @Test
    void whereNoContactIsKnownThatIsSaidWithTheNumberToCall() {
        JsonNode gondomar = Ask.json("/services/" + service("claim-amizade-gondomar"));
        assertThat(gondomar.path("contact_status").asText()).isEqualTo("none");
        assertThat(gondomar.at("/call_instead/number").asText()).isEqualTo("+351 217 115 000");
        assertThat(gondomar.at("/call_instead/uri").asText()).isEqualTo("tel:+351217115000");
        assertThat(gondomar.at("/call_instead/service_id").asText())
                .isEqualTo(service("aima-contact-centre").toString());

        List<JsonNode> listed = Ask.everyPage("/services?status=active", 100);
        assertThat(listed)
                .filteredOn(each -> each.path("contact_status").asText().equals("none"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.has("contact_phone")).isFalse();
                    assertThat(each.at("/call_instead/number").asText()).isNotEmpty();
                });
        assertThat(listed)
                .filteredOn(each -> each.path("contact_status").asText().equals("known"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.has("call_instead")).isFalse());
    }

    @Test
    void aPositionKnownToTheTownIsAnAreaInEveryForm() {
        JsonNode albufeira = Ask.json("/locations/" + location("aima-albufeira"));
        assertThat(albufeira.path("position_precision").asText()).isEqualTo("town");

        List<JsonNode> near =
                new ArrayList<>(Ask.contents("/services?lat=37.0882&lon=-8.2503&radius=3000&sort=entry&per_page=50"));
        near.addAll(Ask.contents("/services?lat=37.0882&lon=-8.2503&radius=3000&sort=distance&per_page=50"));
        assertThat(near)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.path("distance_approximate").asBoolean())
                        .isTrue());

        JsonNode map = Ask.json("/services?format=geojson&per_page=1000");
        assertThat(map.path("features"))
                .anySatisfy(each -> assertThat(
                                each.at("/properties/position_precision").asText())
                        .isEqualTo("town"))
                .allSatisfy(
                        each -> assertThat(each.at("/properties/approximate").asBoolean())
                                .isEqualTo(List.of("parish", "town")
                                        .contains(each.at("/properties/position_precision")
                                                .asText())));
    }

    @Test
    void itIsAsOldAsItsNewestSourceAndStaysInTheSearch() {
        JsonNode line = Ask.json("/services/" + service("sivvd"));
        assertThat(line.path("sources_as_of").asText()).isEqualTo("2021-04");
        assertThat(line.path("freshness").asText()).isEqualTo("ageing");
        assertThat(Ask.ids(Ask.contents("/services?search=viol%C3%AAncia+dom%C3%A9stica&status=active&per_page=20")))
                .contains(service("sivvd").toString());
    }

    @Test
    void noSourceIsAFileATrialOrACopy() {
        for (JsonNode each : Ask.everyPage("/services?full=true", 100)) {
            each.path("sources").forEach(source -> {
                assertThat(source.path("title").asText()).doesNotEndWith(".txt");
                if (source.has("url")) {
                    assertThat(PublicPage.isSound(source.path("url").asText()))
                            .as(source.toString())
                            .isTrue();
                } else {
                    assertThat(source.path("title").asText()).isNotEmpty();
                }
            });
        }
    }

    @Test
    void hoursInWordsAreGivenWhereThereIsNoRule() {
        List<JsonNode> services = Ask.everyPage("/services?status=active", 100);
        assertThat(services)
                .filteredOn(each -> each.at("/opening_hours/basis").asText().equals("unknown")
                        && !each.at("/opening_hours/words").isEmpty())
                .hasSizeGreaterThanOrEqualTo(8);

        JsonNode facets = Ask.json("/services/facets?status=active");
        assertThat(facets.at("/hours_unknown/count").asLong()).isPositive();
        assertThat(facets.at("/hours_unknown/count").asLong()
                        + facets.at("/open_now/count").asLong())
                .isLessThanOrEqualTo(facets.path("total_items").asLong());
    }

    @Test
    @TestTransaction
    void hoursAreInTheZoneOfTheMunicipalityWhoeverWritesThem() {
        UUID shop = location("aima-pontadelgada");
        UUID hours = schedule("location_id", shop);
        assertThat(zone("schedule", hours)).isEqualTo(AZORES);

        execute("update directory.location set timezone_name = 'Europe/Lisbon' where id = ?1", shop);
        assertThat(zone("location", shop)).as("an edit that says another").isEqualTo(AZORES);
        execute("update directory.schedule set timezone_name = 'Europe/Lisbon' where id = ?1", hours);
        assertThat(zone("schedule", hours)).isEqualTo(AZORES);

        execute("update directory.location set municipality_code = '1106' where id = ?1", shop);
        assertThat(zone("location", shop)).isEqualTo(LISBON);
        assertThat(zone("schedule", hours)).as("hours follow their door").isEqualTo(LISBON);
    }

    @Test
    @TestTransaction
    void hoursOfAServiceFollowThePlaceThatItGets() {
        UUID service = UUID.randomUUID();
        execute(
                "insert into directory.service (id, organization_id, name, status) values (?1, ?2, 'Balcão', 'active')",
                service,
                StableId.of(StarterData.SOURCE, "organization", "aima"));
        UUID hours = schedule("service_id", service);
        assertThat(zone("schedule", hours)).isEqualTo(LISBON);

        execute(
                "insert into directory.service_at_location (id, service_id, location_id) values (?1, ?2, ?3)",
                UUID.randomUUID(),
                service,
                location("aima-angra"));
        assertThat(zone("schedule", hours)).isEqualTo(AZORES);

        execute(
                "insert into directory.service_at_location (id, service_id, location_id) values (?1, ?2, ?3)",
                UUID.randomUUID(),
                service,
                location("aima-albufeira"));
        assertThat(zone("schedule", hours))
                .as("doors in two zones: as it was said")
                .isEqualTo(AZORES);
    }

    @Test
    @TestTransaction
    void aSiteThatLoadedTheTextsBeforeSaysThatAProgramWroteThem() throws IOException {
        UUID untouched = service("claim-braga");
        UUID held = service("112");
        entities.createNativeMutationQuery(
                        "update directory.translation set origin = 'human', reviewed = true where entity_id in (?1, ?2)")
                .setParameter(1, untouched)
                .setParameter(2, held)
                .executeUpdate();

        try (var migration = getClass().getResourceAsStream("/db/migration/V102__directory__texts_by_a_program.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            entities.createNativeMutationQuery(sql.strip().replaceAll(";$", "")).executeUpdate();
        }

        assertThat(written(untouched)).containsOnly("machine false");
        assertThat(written(held)).as("the national team looks after it").containsOnly("human true");
    }

    private List<String> written(UUID record) {
        return entities.createNativeQuery(
                        "select origin || ' ' || reviewed from directory.translation where entity_id = ?1",
                        String.class)
                .setParameter(1, record)
                .getResultList();
    }

    private UUID schedule(String owner, UUID id) {
        UUID schedule = UUID.randomUUID();
        execute(
                "insert into directory.schedule (id, " + owner
                        + ", freq, byday, opens_at, closes_at) values (?1, ?2, 'WEEKLY', 'MO', '09:00', '17:00')",
                schedule,
                id);
        return schedule;
    }

    private String zone(String table, UUID id) {
        return entities.createNativeQuery(
                        "select timezone_name from directory." + table + " where id = ?1", String.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    private void execute(String sql, Object... values) {
        var statement = entities.createNativeMutationQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    private static UUID service(String id) {
        return StableId.of(StarterData.SOURCE, "service", id);
    }

    private static UUID location(String id) {
        return StableId.of(StarterData.SOURCE, "location", id);
    }
}
