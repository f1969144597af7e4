package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts of others stay texts in a head. */
class HeadTextTest {
    @Test
    void aTextIsOneLineWithoutWhatTurnsItsDirection() {
        assertThat(HeadText.line("  um\r\n\tdois\u2028três\u202e quatro \u0000"))
                .isEqualTo("um dois três quatro");
        assertThat(HeadText.line(" \n ")).isNull();
    }

    @Test
    void aLongTextEndsAfterAWord() {
        assertThat(HeadText.shortened("uma frase, que continua", 12)).isEqualTo("uma frase…");
        assertThat(HeadText.shortened("curta", 12)).isEqualTo("curta");
    }

    @Test
    void noSignIsCutInTwo() {
        String cut = HeadText.shortened("\ud83d\ude00".repeat(100), 160);
        assertThat(cut.length()).isLessThanOrEqualTo(160);
        assertThat(cut.codePoints().filter(Character::isDefined).noneMatch(sign -> sign >= 0xd800 && sign <= 0xdfff))
                .isTrue();
    }

    @Test
    void aWordWithoutAnEndIsCutAllTheSame() {
        assertThat(HeadText.shortened("a".repeat(500), 160)).hasSize(160).endsWith("…");
    }

    @Test
    void nothingInJsonEndsAScript() {
        assertThat(HeadText.inScript("{\"a\":\"</script><!--&\u2028\u2029\"}"))
                .isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"}");
    }
}
