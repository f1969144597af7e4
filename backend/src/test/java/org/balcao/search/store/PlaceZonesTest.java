package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Fit;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.words.Words;
import org.junit.jupiter.api.Test;

/** Whose clock is meant: that of the place typed, else of the place chosen, else of where the person is. */
class PlaceZonesTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final ZoneId AZORES = ZoneId.of("Atlantic/Azores");
    private static final Map<String, CountedPlace> PLACES = Map.of(
            "1106", place("1106", 38.72, -9.14, LISBON),
            "3103", place("3103", 32.65, -16.91, LISBON),
            "4203", place("4203", 37.74, -25.67, AZORES),
            "elsewhere", place("elsewhere", 28.1, -15.4, ZoneId.of("Atlantic/Canary")));

    @Test
    void theMainlandsIsLisbons() {
        assertThat(zone(null, "1106")).isEqualTo(LISBON);
    }

    @Test
    void theIslandsHaveTheirOwn() {
        assertThat(zone(null, "4203")).isEqualTo(AZORES);
        assertThat(zone(null, "3103")).isEqualTo(LISBON);
    }

    @Test
    void aPlaceThatIsTypedGoesBeforeTheOneThatIsChosen() {
        assertThat(zone("4203", "1106")).isEqualTo(AZORES);
        assertThat(zone("1106", "4203")).isEqualTo(LISBON);
    }

    @Test
    void placesOfTwoZonesAndNoPlaceAtAllAreLisbons() {
        assertThat(zone(null, "1106", "4203")).isEqualTo(LISBON);
        assertThat(zone(null, "4203", "elsewhere")).isEqualTo(LISBON);
        assertThat(zone(null)).isEqualTo(LISBON);
        assertThat(zone(null, "9999")).isEqualTo(LISBON);
    }

    @Test
    void whereThePersonIsCountsIfNoPlaceIsNamed() {
        Near pico = new Near(38.53, -28.53, null);
        Near funchal = new Near(32.7, -17.0, 5000);
        assertThat(from(pico, null)).isEqualTo(AZORES);
        assertThat(from(funchal, null)).isEqualTo(LISBON);
        assertThat(from(pico, null, "1106")).isEqualTo(LISBON);
    }

    private static ZoneId zone(String typed, String... chosen) {
        return from(null, typed, chosen);
    }

    private static ZoneId from(Near near, String typed, String... chosen) {
        List<ServiceFilter> filters = chosen.length == 0 ? List.of() : List.of(new Places(List.of(chosen)));
        List<Group> groups = typed == null
                ? List.of()
                : List.of(new Group(
                        Words.typed("ilha"),
                        List.of(new Meaning(null, null, null, List.of(typed), null, null, null)),
                        Fit.SAME,
                        true));
        var query = new ServiceQuery("sábado", filters, near, ServiceQuery.Order.RELEVANCE);
        return PlaceZones.of(query, new Understood("sábado ilha", groups, 2), PLACES);
    }

    private static CountedPlace place(String code, double latitude, double longitude, ZoneId zone) {
        return new CountedPlace(
                UUID.randomUUID(), "municipality", code, code, null, null, latitude, longitude, zone, 0);
    }
}
