package org.balcao.directory.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.balcao.directory.model.PositionPrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where parishes and postal codes are. */
class GazetteerTest {
    private final Gazetteer portugal = Gazetteer.ofPortugal();

    @ParameterizedTest
    @ValueSource(strings = {"4000", "4000-123", "4000 123", "4000123", " 4000\u2013123 "})
    void aPostcodeOfFourOrSevenDigitsLeadsToItsMunicipality(String written) {
        assertThat(portugal.postcode(written)).hasValueSatisfying(spot -> {
            assertThat(spot.municipalityCode()).isEqualTo("1312");
            assertThat(spot.latitude()).isBetween(41.1, 41.2);
            assertThat(spot.longitude()).isBetween(-8.7, -8.5);
            assertThat(spot.precision()).isEqualTo(PositionPrecision.PARISH);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "400", "40000", "4000-12", "4000-1234", "4000x123", "217115000", "0000", "porto"})
    void whatIsNoPostcodeLeadsNowhere(String written) {
        assertThat(portugal.postcode(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Algueirão-Mem Martins", "algueirao mem martins", "ALGUEIRÃO–MEM MARTINS"})
    void aParishIsFoundWhateverItsAccentsAndDashes(String name) {
        assertThat(portugal.parishes(name))
                .singleElement()
                .satisfies(spot -> assertThat(spot.municipalityCode()).isEqualTo("1111"));
    }

    @Test
    void eachParishOfAUnionIsFound() {
        assertThat(portugal.parishes("Cedofeita"))
                .extracting(Spot::municipalityCode)
                .contains("1312");
        assertThat(portugal.parishes("Massarelos"))
                .extracting(Spot::municipalityCode)
                .contains("1312");
    }

    @Test
    void whatStandsInBracketsIsANameToo() {
        assertThat(portugal.parishes("São Sebastião"))
                .extracting(Spot::municipalityCode)
                .contains("1512");
        assertThat(portugal.parishes("Setúbal (São Sebastião)")).hasSize(1);
    }

    @Test
    void parishesOfOneNameAreAllTold() {
        assertThat(portugal.parishes("Santa Maria").stream()
                        .map(Spot::municipalityCode)
                        .distinct())
                .hasSizeGreaterThan(1);
        assertThat(portugal.parishes("Nenhures")).isEmpty();
    }
}
