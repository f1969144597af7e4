package org.balcao.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However somebody writes a number, an address or a site, it is the one that the listing has. */
class ContactWordsTest {
    @ParameterizedTest
    @CsvSource({
        "218314372,                 218314372",
        "+351 218 314 372,          218314372",
        "(+351) 21 831 43 72,       218314372",
        "00351 218314372,           218314372",
        "+351 (0)21 831 4372,       218314372",
        "۲۱۸۳۱۴۳۷۲,                 218314372",
        "call 800 202 148 now,      800202148",
        "kya 116006 free hai,       116006",
        "GERAL@cpr.pt,              geral@cpr.pt",
        "https://www.cpr.pt/ajuda,  cpr.pt",
        "cpr.pt,                    cpr.pt",
    })
    void oneSpelling(String typed, String word) {
        assertThat(ContactWords.in(typed)).extracting(ContactWords.Typed::word).containsExactly(word);
    }

    @Test
    void aListingIsFoundByItsNumbersAddressesAndSites() {
        assertThat(ContactWords.of(
                        List.of("+351 217 115 000", "112"), List.of("Geral@CPR.pt"), List.of("https://www.cpr.pt/x")))
                .containsExactly("217115000", "112", "geral@cpr.pt", "cpr.pt");
    }

    @Test
    void ageAndMonthsAreNoNumbers() {
        assertThat(ContactWords.in("I am 16 and alone for 2 months")).isEmpty();
    }
}
