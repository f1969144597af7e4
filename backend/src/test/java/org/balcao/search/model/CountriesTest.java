package org.balcao.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A country is known by its name and by words made of it, in the languages that people write in. */
class CountriesTest {
    private final Countries countries = new Countries(List.of("pt", "en", "fr", "hi", "ur", "ne", "uk", "ar"));

    @ParameterizedTest
    @CsvSource({
        "segunda via do passaporte de cabo verde, Cabo Verde",
        "renew my indian passport,                Índia",
        "भारतीय पासपोर्ट रिन्यू,                      Índia",
        "پاکستانی پاسپورٹ,                         Paquistão",
        "नेपाली राहदानी,                            Nepal",
        "український паспорт,                     Ucrânia",
        "passaporte português perdido,            ",
        "quero ver o mar,                         ",
    })
    void isFoundByItsNameAndWordsMadeOfIt(String text, String country) {
        assertThat(countries.in(text).orElse(null)).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "закінчився закордонний паспорт,          Ucrânia",
        "де є посольство,                         Ucrânia",
        "скончыўся пашпарт і дзе пасольства,      ",
        "паспортым бітті қайда барамын,           ",
        "закончился загранпаспорт,                ",
        "passaporte caducado,                     ",
    })
    void isToldByTheLettersOfItsLanguage(String text, String country) {
        assertThat(countries.whoseLanguage(text).orElse(null)).isEqualTo(country);
    }
}
