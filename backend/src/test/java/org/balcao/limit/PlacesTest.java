package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.balcao.launch.CannotStart;
import org.balcao.limit.Places.ThisMachine;
import org.junit.jupiter.api.Test;

/** Where requests come from, and who is not counted. */
class PlacesTest {
    private static final InetAddress OWN = InetAddress.ofLiteral("127.0.0.1");
    private static final Optional<String> REAL_DATABASE = Optional.of("jdbc:postgresql://db/balcao");

    private static Places alone(Optional<String> database) {
        return new Places(false, Optional.empty(), Optional.empty(), database);
    }

    private static Place place(String address) {
        return Place.of(InetAddress.ofLiteral(address));
    }

    @Test
    void aProxyThatIsNotNamedIsNoStart() {
        assertThatThrownBy(() -> new Places(true, Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("TRUSTED_PROXIES=10.0.0.5,frontend")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(
                        () -> new Places(true, Optional.of(List.of("10.0.0.0/99")), Optional.empty(), Optional.empty()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("10.0.0.0/99");
    }

    @Test
    void theOperatorIsFreeOnlyBesideTheProgramsOwnDatabase() {
        assertThat(alone(Optional.empty()).of(OWN, List.of(), false)).isEmpty();
        assertThat(alone(REAL_DATABASE).of(OWN, List.of(), false)).contains(place("127.0.0.1"));
        assertThat(new Places(false, Optional.empty(), Optional.of(ThisMachine.FREE), REAL_DATABASE)
                        .of(OWN, List.of(), false))
                .isEmpty();
        assertThat(new Places(false, Optional.empty(), Optional.of(ThisMachine.COUNTED), Optional.empty())
                        .of(OWN, List.of(), false))
                .isPresent();
    }

    @Test
    void aProxyOnTheSameMachineThatIsNotNamedIsOnePlaceForAll() {
        Places places = alone(Optional.empty());
        assertThat(places.of(OWN, List.of("198.51.100.7"), true)).contains(place("127.0.0.1"));
        assertThat(places.of(OWN, List.of("203.0.113.7"), true)).contains(place("127.0.0.1"));
        assertThat(places.of(OWN, List.of(), true)).contains(place("127.0.0.1"));
    }

    @Test
    void nothingThatStandsInAHeaderIsNoLimit() {
        Places behind = new Places(true, Optional.of(List.of("127.0.0.1")), Optional.empty(), Optional.empty());
        assertThat(behind.of(OWN, List.of("198.51.100.7"), true)).contains(place("198.51.100.7"));
        assertThat(behind.of(OWN, List.of("127.0.0.1"), true)).contains(place("127.0.0.1"));
        assertThat(behind.of(OWN, List.of("::1"), true)).contains(place("::1"));
        assertThat(behind.of(OWN, List.of("garbage"), true)).contains(place("127.0.0.1"));
        assertThat(behind.of(OWN, List.of(""), true)).contains(place("127.0.0.1"));
    }

    @Test
    void aPlaceIsANeighbourhood() {
        assertThat(place("198.51.100.1")).isEqualTo(place("198.51.100.254")).isNotEqualTo(place("198.51.101.1"));
        assertThat(place("2001:db8:0:100::1"))
                .isEqualTo(place("2001:db8:0:1ff::2"))
                .isNotEqualTo(place("2001:db8:0:200::1"));
        assertThat(place("::ffff:198.51.100.1")).isEqualTo(place("198.51.100.1"));
        assertThat(place("127.0.0.1")).isEqualTo(place("::1")).isEqualTo(place("127.9.9.9"));
    }
}
