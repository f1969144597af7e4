package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.view.Showing;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.DoorHours;
import org.balcao.directory.store.Records;
import org.balcao.directory.store.ServiceCopy;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list must not tell whether it was made from a record or from the copy of one. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ServiceCopyIT {

    private static final Instant NOW = Instant.parse("2026-11-25T10:30:00Z");

    @Inject
    Records records;

    @Inject
    CountedPlaces places;

    @Inject
    DoorHours hours;

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "uk", "ar"})
    void aCopyIsShownAsTheRecordIs(String language) {
        Map<UUID, List<String>> both = records.show(
                Service.class,
                ids(),
                service ->
                        List.of(shown(service, language), shown(ServiceCopy.read(ServiceCopy.of(service)), language)));
        assertThat(both).hasSizeGreaterThan(200);
        both.forEach((id, shown) -> assertThat(shown.getLast()).isEqualTo(shown.getFirst()));
    }

    @Test
    void aCopyOfACopyIsTheSame() {
        records.show(Service.class, ids(), service -> {
            String copy = ServiceCopy.of(service);
            assertThat(ServiceCopy.of(ServiceCopy.read(copy))).isEqualTo(copy);
            return service.id;
        });
    }

    private String shown(Service service, String language) {
        Showing showing = new Showing(List.of(language), NOW, hours, places.names()::find);
        return Wire.text(Form.SERVICE_LISTED.view().apply(service, showing)) + showing.used();
    }

    private List<UUID> ids() {
        return entities.createQuery("select s.id from Service s", UUID.class).getResultList();
    }
}
