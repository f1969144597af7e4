package org.balcao.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCastNoticeTest {
    @Test
    void thePracticePeopleAreAnnouncedToWhoeverStartsTheProgram() {
        assertThat(new SampleCastNotice(SignInSource.modeOf("", "")).line())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("whoever reaches this program", "national team", "OIDC_AUTH_SERVER_URL")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example, ''",
        "https://id.example, jdbc:postgresql://db/balcao",
        "'', jdbc:postgresql://db/balcao"
    })
    void nothingIsSaidWhereNobodyIsInvented(String provider, String database) {
        assertThat(new SampleCastNotice(SignInSource.modeOf(provider, database)).line())
                .isEmpty();
    }
}
