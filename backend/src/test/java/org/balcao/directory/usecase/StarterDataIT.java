package org.balcao.directory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.store.LoadReports;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first start brings: every record of the starter data, and every fact of the two documents it began with. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class StarterDataIT {
    @Inject
    LoadReports reports;

    @Inject
    Session entities;

    @Test
    void everyRecordIsTaken() {
        var report = reports.findNewest(StarterData.SOURCE).orElseThrow();

        assertThat(report.leftOutLines()).isEmpty();
        assertThat(Stream.of(
                                "organization",
                                "program",
                                "service",
                                "location",
                                "service_at_location",
                                "taxonomy",
                                "taxonomy_term",
                                "place",
                                "one_stop_centre")
                        .map(kind -> kind + " " + report.taken(kind)))
                .containsExactly(
                        "organization 194",
                        "program 1",
                        "service 338",
                        "location 191",
                        "service_at_location 254",
                        "taxonomy 2",
                        "taxonomy_term 45",
                        "place 328",
                        "one_stop_centre 2");
        assertThat(report.created()).isEqualTo(report.lines().size());
    }

    @Test
    @TestTransaction
    void theContactCentreOfAimaIsThereWithItsNumber() {
        assertThat(service("aima-contact-centre").phones)
                .extracting(phone -> phone.number)
                .contains("+351 217 115 000");
        assertThat(organization("aima").phones)
                .extracting(phone -> phone.number)
                .contains("+351 217 115 000");
    }

    @Test
    @TestTransaction
    void theShopsOfAimaAreListedAndTheUncertainOnesSaySo() {
        var shops = service("loja-aima").serviceAtLocations.stream()
                .map(each -> each.location)
                .toList();

        assertThat(shops).hasSizeGreaterThanOrEqualTo(25);
        assertThat(shops)
                .filteredOn(shop -> shop.name.equals("Loja AIMA Albufeira"))
                .singleElement()
                .satisfies(shop -> {
                    assertThat(shop.confidence).isEqualTo("low");
                    assertThat(shop.addresses.getFirst().isComplete()).isFalse();
                    assertThat(shop.addresses.getFirst().asText())
                            .isEqualTo("Quinta da Bela Vista, Bloco A10, Loja D, Albufeira");
                    assertThat(shop.municipalityCode).isEqualTo("0801");
                });
        assertThat(shops)
                .filteredOn(shop -> shop.addressVisibility.equals("full"))
                .hasSameSizeAs(shops);
    }

    @ParameterizedTest
    @CsvSource({
        "aima, AIMA",
        "cpr, Conselho Português para os Refugiados",
        "jrs, JRS",
        "crescer, CRESCER",
        "renovar_mouraria, Renovar a Mouraria",
        "lisbon_project, The Lisbon Project",
        "iss, Segurança Social"
    })
    @TestTransaction
    void theOrganizationsOfTheSeedListAreThereWithServicesAndSources(String id, String name) {
        var organization = organization(id);

        assertThat(organization.name + " " + organization.alternateName).contains(name);
        assertThat(organization.services).isNotEmpty();
        assertThat(organization.sources).isNotEmpty();
    }

    @Test
    @TestTransaction
    void theProgrammeOfEighteenMonthsIsToldWithItsHostInstitutions() {
        var afterwards = service("iss-apos-18-meses");
        assertThat(afterwards.eligibilityDescription).contains("18-month programme");
        assertThat(afterwards
                        .text("eligibility_description", afterwards.eligibilityDescription, List.of("pt"))
                        .orElseThrow())
                .satisfies(text -> {
                    assertThat(text.value()).contains("programa de 18 meses");
                    assertThat(text.origin()).isEqualTo("machine");
                    assertThat(text.reviewed()).isFalse();
                    assertThat(text.stale()).isFalse();
                });
        var whenTheHostFails = service("aima-refugee-integration");
        assertThat(whenTheHostFails.organization.id).isEqualTo(organization("aima").id);
        assertThat(service("programa-18-meses").applicationProcess).contains("host institution");
        assertThat(whenTheHostFails.description
                        + whenTheHostFails
                                .text("description", whenTheHostFails.description, List.of("en"))
                                .orElseThrow()
                                .value())
                .contains("Department of Integration");
        assertThat(found("programa 18 meses instituição anfitriã")).isNotEmpty();
    }

    @Test
    @TestTransaction
    void theLisbonProjectIsReachedByItsForm() {
        assertThat(organization("lisbon_project").services)
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.accessModes).contains("form"));
    }

    @Test
    @TestTransaction
    void theTwoNationalSupportCentresHaveTheirDesksMediatorsAndCreche() {
        var lisbon = location("aima-lisboa2").oneStopCentre().orElseThrow();
        var porto = location("aima-porto").oneStopCentre().orElseThrow();

        for (var centre : List.of(lisbon, porto)) {
            assertThat(centre.status).isEqualTo("closed");
            assertThat(centre.features)
                    .extracting(feature -> feature.name)
                    .anyMatch(name -> name.contains("Mediadores"))
                    .anyMatch(name -> name.contains("Creche"))
                    .anyMatch(name -> name.contains("Linha telefónica"))
                    .anyMatch(name -> name.contains("60 línguas"));
            assertThat(centre.desks).allSatisfy(desk -> assertThat(desk.service).isNotNull());
            assertThat(centre.desks)
                    .extracting(desk -> desk.name)
                    .contains(
                            "Serviço de Estrangeiros e Fronteiras (SEF)",
                            "Segurança Social",
                            "Mediadores interculturais",
                            "Espaço para crianças");
            assertThat(centre.sources).isNotEmpty();
        }
        assertThat(lisbon.desks).extracting(desk -> desk.name).contains("Ministério da Saúde");
        assertThat(porto.desks).extracting(desk -> desk.name).doesNotContain("Ministério da Saúde");
    }

    @ParameterizedTest
    @CsvSource({
        "aulas de portugues, CPR", "Aulas de Português, CPR", "portuguese classes, Lisbon Project",
                "loja aima anjos, AIMA",
        "لم شمل الأسرة, Reagrupamento", "біженці, CPR", "servico jesuita, JRS", "renovar mouraria, Mouraria",
        "housing porto, CNAIM"
    })
    @TestTransaction
    void wordsFindServicesWithAndWithoutAccents(String words, String expected) {
        assertThat(found(words))
                .filteredOn(name -> name.contains(expected))
                .as(words)
                .isNotEmpty();
    }

    @Test
    @TestTransaction
    void aTermHasItsNameInTwelveLanguagesWrittenByAProgramAndReadByNobody() {
        var languages = entities.createNativeQuery(
                        "select t.language || ' ' || t.origin || ' ' || t.reviewed from directory.translation t"
                                + " join directory.taxonomy_term term on term.id = t.entity_id"
                                + " where term.code = 'documents.residence' and t.field = 'name' order by t.language",
                        String.class)
                .getResultList();

        assertThat(languages)
                .isEqualTo(Stream.of("ar", "bn", "en", "es", "fr", "hi", "ne", "pt", "ru", "uk", "ur", "zh")
                        .map(language -> language + " machine false")
                        .toList());
    }

    @Test
    @TestTransaction
    void whatAProgramWroteSaysSoAndANameOfADoorDoesNot() {
        var shop = service("loja-aima");

        for (var language : List.of("pt", "en")) {
            assertThat(shop.text("description", shop.description, List.of(language))
                            .orElseThrow())
                    .satisfies(text -> {
                        assertThat(text.language()).isEqualTo(language);
                        assertThat(text.origin()).isEqualTo("machine");
                        assertThat(text.reviewed()).isFalse();
                    });
        }
        assertThat(shop.text("name", shop.name, List.of("pt")).orElseThrow().origin())
                .isEqualTo("human");
        assertThat(shop.text("name", shop.name, List.of("en")).orElseThrow().origin())
                .isEqualTo("machine");
        assertThat(entities.createNativeQuery(
                                "select count(*) from directory.translation where reviewed or origin <> 'machine'",
                                Long.class)
                        .getSingleResult())
                .isZero();
    }

    @Test
    @TestTransaction
    void hoursInTheAzoresAreInTheirOwnZone() {
        assertThat(location("aima-angra").timezoneName).isEqualTo("Atlantic/Azores");
        assertThat(location("aima-lisboa2").timezoneName).isEqualTo("Europe/Lisbon");
    }

    @Test
    @TestTransaction
    void whatIsNotSaidIsNotKnown() {
        var shop = service("loja-aima");
        assertThat(shop.byAppointmentOnly).isNull();
        assertThat(service("iss-apos-18-meses").interpreterAvailable).isNull();
        assertThat(service("cnaim-lisboa").free).isTrue();
        assertThat(location("aima-lisboa2").schedules)
                .as("hours of a former institution are words, not hours of today")
                .singleElement()
                .satisfies(schedule -> assertThat(schedule.opensAt).isNull());
    }

    private List<String> found(String words) {
        return entities.createNativeQuery(
                        "select s.name from directory.service s join directory.service_search x on x.service_id = s.id"
                                + " where x.document @@ directory.search_query(:words)"
                                + " order by ts_rank(x.document, directory.search_query(:words)) desc",
                        String.class)
                .setParameter("words", words)
                .getResultList();
    }

    private Service service(String sourceId) {
        return get(Service.class, "service", sourceId);
    }

    private Organization organization(String sourceId) {
        return get(Organization.class, "organization", sourceId);
    }

    private Location location(String sourceId) {
        return get(Location.class, "location", sourceId);
    }

    private <T extends Translatable> T get(Class<T> type, String kind, String sourceId) {
        return entities.find(type, StableId.of(StarterData.SOURCE, kind, sourceId));
    }
}
