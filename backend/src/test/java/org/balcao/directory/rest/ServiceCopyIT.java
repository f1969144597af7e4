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
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.EffectiveHours;
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
    EffectiveHours hours;

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(strings = {"pt", "en", "uk", "ar"})
    void aCopyIsShownAsTheRecordIs(String language) {
        Map<UUID, TaxonomyTerm> terms = terms();
        Map<UUID, List<String>> both = records.show(
                Service.class,
                ids(Service.class),
                service -> List.of(shown(service, language), shown(copy(service, terms), language)));
        assertThat(both).hasSizeGreaterThan(200);
        both.forEach((id, shown) -> assertThat(shown.getLast()).isEqualTo(shown.getFirst()));
    }

    @Test
    void aCopyOfACopyIsTheSame() {
        Map<UUID, TaxonomyTerm> terms = terms();
        records.show(Service.class, ids(Service.class), service -> {
            assertThat(ServiceCopy.of(copy(service, terms))).isEqualTo(ServiceCopy.of(service));
            return service.id;
        });
    }

    @Test
    void aCopyWithATermThatIsNotKnownIsNone() {
        Map<UUID, Boolean> read = records.show(
                Service.class,
                ids(Service.class),
                service -> ServiceCopy.read(ServiceCopy.of(service), Map.of()).isPresent()
                        == service.attributes.isEmpty());
        assertThat(read.values()).containsOnly(true);
    }

    private Map<UUID, TaxonomyTerm> terms() {
        return records.show(TaxonomyTerm.class, ids(TaxonomyTerm.class), ServiceCopy::of);
    }

    private static Service copy(Service service, Map<UUID, TaxonomyTerm> terms) {
        return ServiceCopy.read(ServiceCopy.of(service), terms).orElseThrow();
    }

    private String shown(Service service, String language) {
        RenderContext context = new RenderContext(List.of(language), NOW, hours, places.names()::find);
        return HsdsJson.text(Representation.SERVICE_LISTED.view().apply(service, context)) + context.used();
    }

    private List<UUID> ids(Class<?> kind) {
        return entities.createQuery("select r.id from " + kind.getSimpleName() + " r", UUID.class)
                .getResultList();
    }
}
