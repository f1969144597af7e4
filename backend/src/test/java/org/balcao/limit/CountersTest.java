package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How hard a proof has to be. */
class CountersTest {
    @ParameterizedTest
    @CsvSource({"0,0", "9,0", "10,1", "19,1", "20,2", "39,2", "40,3", "79,3", "80,4", "160,5", "200,5"})
    void aProofIsABitHarderEachTimeWhatWasTakenDoubles(long used, int harder) {
        assertThat(Counters.harder(used, 10)).isEqualTo(harder);
    }
}
