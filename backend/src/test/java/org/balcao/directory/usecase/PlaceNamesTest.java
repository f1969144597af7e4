package org.balcao.directory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.balcao.directory.model.Place;
import org.junit.jupiter.api.Test;

/** What a name of a place means. */
class PlaceNamesTest {
    private static final PlaceNames PLACES = new PlaceNames(List.of(
            place("district", "08", "Faro", null, null),
            place("district", "11", "Lisboa", null, null),
            place("autonomous_region", "40", "Região Autónoma dos Açores", null, null),
            place("municipality", "1106", "Lisboa", "11", null),
            place("municipality", "0806", "Lagoa", "08", null),
            place("municipality", "4201", "Lagoa", "40", "Ilha de São Miguel"),
            place("municipality", "4203", "Ponta Delgada", "40", "Ilha de São Miguel")));

    @Test
    void aNameSharedWithItsDistrictMeansTheMunicipality() {
        assertThat(codes("Lisboa")).containsExactly("1106");
    }

    @Test
    void twoPlacesOfOneNameAreToldApartByWhereTheServiceIsOrNotAtAll() {
        assertThat(codes("Lagoa", "0806")).containsExactly("0806");
        assertThat(codes("Lagoa")).isEmpty();
    }

    @Test
    void anIslandMeansItsMunicipalitiesAndARegionItsOwnCode() {
        assertThat(codes("São Miguel")).containsExactly("4201", "4203");
        assertThat(codes("Açores")).containsExactly("40");
        assertThat(codes("Algarve")).containsExactly("08");
        assertThat(codes("Atlântida")).isEmpty();
    }

    @Test
    void theZoneOfTheAzoresHoldsOnlyWhereAllIsInTheAzores() {
        assertThat(PLACES.timezoneOf(List.of("4201", "4203"))).isEqualTo("Atlantic/Azores");
        assertThat(PLACES.timezoneOf(List.of("4201", "1106"))).isEqualTo("Europe/Lisbon");
        assertThat(PLACES.timezoneOf(List.of())).isEqualTo("Europe/Lisbon");
    }

    private static List<String> codes(String name, String... near) {
        return PLACES.named(name, List.of(near)).stream()
                .map(place -> place.code)
                .toList();
    }

    private static Place place(String level, String code, String name, String parent, String island) {
        var place = new Place();
        place.level = level;
        place.code = code;
        place.name = name;
        place.parentCode = parent;
        place.island = island;
        place.timezoneName = code.startsWith("4") ? "Atlantic/Azores" : "Europe/Lisbon";
        return place;
    }
}
