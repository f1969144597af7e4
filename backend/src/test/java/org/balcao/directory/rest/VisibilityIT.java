package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place that must not be found is not found: not by any form of any answer, nor by asking cleverly. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class VisibilityIT {

    private static final UUID SHELTER = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    private static final UUID PLACE = UUID.fromString("00000000-0000-4000-8000-0000000000a4");
    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000a2");
    private static final UUID GIVEN_THERE = UUID.fromString("00000000-0000-4000-8000-0000000000a3");
    private static final String WHERE = "lat=39.4567&lon=-31.1234";

    @Inject
    EntityManager entities;

    @BeforeEach
    void aShelterOnFlores() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql(
                    "insert into directory.organization (id, name, description) values (?1, 'Casa Segura', 'Protege quem foge.')",
                    HOUSE);
            sql(
                    "insert into directory.service (id, organization_id, name, status) values (?1, ?2, 'Acolhimento protegido', 'active')",
                    SHELTER,
                    HOUSE);
            sql("""
                    insert into directory.location (id, organization_id, location_type, name, description, transportation, email, latitude, longitude,
                                                    municipality_code, address_visibility, external_identifier)
                    values (?1, ?2, 'physical', 'Palacete Xenófilo', 'Portão Quimérico', 'Autocarro Zepelim', 'porta@quimera.example',
                            39.4567, -31.1234, '4801', 'hidden', 'Ficha-Zigurate')""", PLACE, HOUSE);
            sql("""
                    insert into directory.address (id, location_id, address_1, city, state_province, postal_code, country, address_type)
                    values (?1, ?1, 'Rua Quixotesca 77', 'Vila Onírica', 'Açores', '9970-777', 'PT', 'physical')""", PLACE);
            sql("insert into directory.phone (id, location_id, number) values (?1, ?1, '+351 292 777 777')", PLACE);
            sql(
                    "insert into directory.accessibility (id, location_id, description) values (?1, ?1, 'Rampa Zodiacal')",
                    PLACE);
            sql(
                    "insert into directory.service_at_location (id, service_id, location_id) values (?1, ?2, ?3)",
                    GIVEN_THERE,
                    SHELTER,
                    PLACE);
        });
    }

    @AfterEach
    void nobodyIsThereAnyMore() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql("delete from directory.location where id = ?1", PLACE);
            sql("delete from directory.organization where id = ?1", HOUSE);
        });
    }

    private void sql(String statement, Object... values) {
        var query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    private void become(String visibility) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        sql("update directory.location set address_visibility = ?1 where id = ?2", visibility, PLACE));
    }

    private static final List<String> SHOWN_IN = List.of(
            "/services/" + SHELTER,
            "/services/" + SHELTER + "?format=geojson",
            "/services/" + SHELTER + "?format=jsonld",
            "/services?organization_id=" + HOUSE,
            "/services?full=true&organization_id=" + HOUSE,
            "/services?format=geojson&organization_id=" + HOUSE,
            "/services?format=jsonld&organization_id=" + HOUSE,
            "/services?format=ndjson&organization_id=" + HOUSE,
            "/services?format=csv&organization_id=" + HOUSE,
            "/services?format=atom&organization_id=" + HOUSE,
            "/organizations/" + HOUSE,
            "/organizations/" + HOUSE + "?full_service=true",
            "/organizations?full=true&search=Casa%20Segura",
            "/service_at_locations/" + GIVEN_THERE,
            "/service_at_locations?organization_id=" + HOUSE,
            "/service_at_locations?full=true&organization_id=" + HOUSE,
            "/locations/" + PLACE,
            "/locations?organization_id=" + HOUSE);

    @Test
    void ofAHiddenPlaceNothingIsShown() {
        for (String path : SHOWN_IN) {
            assertThat(Ask.get(path).asString())
                    .as(path)
                    .contains(
                            path.contains("/service_at") || path.startsWith("/locations")
                                    ? PLACE.toString()
                                    : SHELTER.toString())
                    .doesNotContain(
                            "Xenófilo",
                            "Quimérico",
                            "Zepelim",
                            "quimera",
                            "Quixotesca",
                            "Onírica",
                            "9970",
                            "292 777",
                            "Zodiacal")
                    .doesNotContain("Zigurate", "39.45", "31.12", "Lajes das Flores", "4801", "Açores");
        }
    }

    @Test
    void ofAPartialPlaceTheMunicipalityIsShown() {
        become("partial");
        for (String path : SHOWN_IN) {
            assertThat(Ask.get(path).asString())
                    .as(path)
                    .doesNotContain(
                            "Quimérico", "Zepelim", "Quixotesca", "Onírica", "9970", "Zodiacal", "39.4567", "31.1234");
        }
        JsonNode location = Ask.json("/locations/" + PLACE);
        assertThat(location.get("municipality_code").asText()).isEqualTo("4801");
        assertThat(location.has("latitude")).isFalse();
        assertThat(location.has("approximate_position")).isTrue();
    }

    @Test
    void ofAFullPlaceAllIsShown() {
        become("full");
        String location = Ask.get("/locations/" + PLACE).asString();
        assertThat(location).contains("Xenófilo", "Quixotesca", "9970-777", "39.4567", "4801", "292 777 777");
        assertThat(found("/services?" + WHERE + "&radius=10")).contains(SHELTER.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services?" + WHERE + "&radius=10",
                "/services?" + WHERE + "&radius=100000",
                "/services?place=4801",
                "/services?place=40",
                "/services?search=Xenofilo",
                "/services?search=Xenofil",
                "/services?search=Flores",
                "/services?search=Onirica",
                "/locations?" + WHERE + "&radius=10",
                "/locations?" + WHERE + "&radius=500000",
                "/locations?place=4801",
                "/locations?search=Xenofilo",
                "/locations?search=Flores",
                "/service_at_locations?postcode=9970-777",
                "/service_at_locations?postcode=9970-777&proximity=500",
                "/service_at_locations?search=Xenofilo",
            })
    void aHiddenPlaceIsNotFoundByWhereItIs(String question) {
        assertThat(found(question)).doesNotContain(SHELTER.toString(), GIVEN_THERE.toString(), PLACE.toString());
    }

    @Test
    void noDistanceToAHiddenPlaceIsTold() {
        JsonNode service =
                Ask.contents("/services?organization_id=" + HOUSE + "&" + WHERE).getFirst();
        assertThat(service.has("distance_m")).isFalse();
        JsonNode location = Ask.contents("/locations?organization_id=" + HOUSE + "&" + WHERE)
                .getFirst();
        assertThat(location.has("distance_m")).isFalse();
    }

    @Test
    void theDistanceToAPartialPlaceIsThatToItsMunicipality() {
        become("partial");
        JsonNode service =
                Ask.contents("/services?organization_id=" + HOUSE + "&" + WHERE).getFirst();
        JsonNode municipality = Ask.json("/places/4801");
        String middle = "lat=" + municipality.get("latitude").asText() + "&lon="
                + municipality.get("longitude").asText();
        assertThat(service.get("distance_approximate").asBoolean()).isTrue();
        assertThat(Ask.contents("/services?organization_id=" + HOUSE + "&" + middle)
                        .getFirst()
                        .get("distance_m")
                        .asInt())
                .isZero();
    }

    private static List<String> found(String question) {
        return Ask.ids(Ask.everyPage(question, 1000));
    }
}
