package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write where a telephone number belongs. */
class PhoneTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "112|112",
                "800 202 148|800202148",
                "+351 217 115 000|+351217115000",
                "+351 (0)21 384 7020|+351213847020",
                "00351 (0) 213847020|00351213847020",
                "(+351) 21 384 70 20|+351213847020",
                "213 847 020/1/2|213847020",
                "213847020 / 218314372|213847020",
                "213847020; 218314372|213847020",
                "213847020 ou 218314372|213847020",
                "213847020 218314372|213847020",
                "Tel.: 213 847 020|213847020",
                "213 847 020 (chamada para a rede fixa nacional)|213847020",
                "21–384–70–20|213847020",
                "٢١٣٨٤٧٠٢٠|213847020"
            })
    void theFirstNumberIsDialled(String written, String digits) {
        assertThat(PhoneText.of(written).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "213847020 ext. 12",
                "213847020 ext 12",
                "213847020, extensão 12",
                "213847020 (ext. 12)",
                "213847020 ramal 12",
                "213847020 x12",
                "213847020x12",
                "213847020;ext=12",
                "213847020 #12"
            })
    void anExtensionIsApart(String written) {
        PhoneText text = PhoneText.of(written);

        assertThat(text.digits()).isEqualTo("213847020");
        assertThat(text.extension()).isEqualTo(12);
        assertThat(text.words()).isNull();
        assertThat(text.others()).isEmpty();
    }

    @Test
    void severalNumbersAreSeveral() {
        assertThat(PhoneText.of("213 847 020/1/2").others()).containsExactly("213847021", "213847022");
        assertThat(PhoneText.of("213847020 / 218314372").others()).containsExactly("218314372");
        assertThat(PhoneText.of("213847020 218314372").others()).containsExactly("218314372");
        assertThat(PhoneText.of("+351 213 847 020 e +351 912 000 333").others()).containsExactly("+351 912 000 333");
    }

    @Test
    void whatElseItSaysIsWords() {
        assertThat(PhoneText.of("213 847 020 (chamada para a rede fixa nacional)")
                        .words())
                .isEqualTo("chamada para a rede fixa nacional");
        assertThat(PhoneText.of("Secretaria: 213 847 020").words()).isEqualTo("Secretaria");
        assertThat(PhoneText.of("Tel. 213 847 020").words()).isNull();
    }

    @Test
    void invisibleCharactersAreNone() {
        assertThat(PhoneText.of("\u202a+351\u00a0213\u00a0847\u00a0020\u202c"))
                .isEqualTo(new PhoneText("+351 213 847 020", null, List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no phone", "não tem", "12", "12345678901234567890123"})
    void whereThereIsNoNumberThereIsNone(String written) {
        assertThat(PhoneText.of(written).number()).isNull();
        assertThat(PhoneText.of(written).digits()).isEmpty();
    }
}
