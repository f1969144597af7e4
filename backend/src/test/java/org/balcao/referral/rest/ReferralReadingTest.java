package org.balcao.referral.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people write the number under which they want to be called. */
class ReferralReadingTest {
    @ParameterizedTest
    @CsvSource({
        "+351912000333, +351912000333",
        "912000333, +351912000333",
        "213 847 020, +351213847020",
        "00351 912 000 333, +351912000333",
        "+351 (0)21 384 7020, +351213847020",
        "+55 11 91234-5678, +5511912345678",
        "٩١٢٠٠٠٣٣٣, +351912000333"
    })
    void oneNumberIsTakenHoweverItIsWritten(String written, String number) {
        assertThat(ReferralReading.telephone(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202a+351\u00a0912\u00a0000\u00a0333\u202c", "\u200e912000333"})
    void invisibleMarksAreNone(String written) {
        assertThat(ReferralReading.telephone(written)).isEqualTo("+351912000333");
    }

    @ParameterizedTest
    @ValueSource(strings = {"912000333 / 913000444", "912000333 ext. 5", "912000333 do meu irmão", "amanhã"})
    void whatIsMoreThanOneNumberStaysAsItIsToBeRefused(String written) {
        assertThat(ReferralReading.telephone(written)).isEqualTo(written);
    }
}
