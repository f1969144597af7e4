package org.balcao.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.balcao.directory.feed.HolidayFile;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {
    /** Easter Sundays as calendars print them. */
    private static final List<String> PRINTED = List.of(
            "2015-04-05",
            "2016-03-27",
            "2017-04-16",
            "2018-04-01",
            "2019-04-21",
            "2020-04-12",
            "2021-04-04",
            "2022-04-17",
            "2023-04-09",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "2032-03-28",
            "2033-04-17",
            "2034-04-09",
            "2035-03-25",
            "2038-04-25");

    private final HolidayCalendar portugal = HolidayFile.read();

    @Test
    void easterFallsWhereCalendarsPrintIt() {
        for (String printed : PRINTED) {
            var day = LocalDate.parse(printed);
            assertThat(HolidayCalendar.easterSunday(day.getYear())).isEqualTo(day);
        }
    }

    @Test
    void easterAgreesWithGaussForThreeCenturies() {
        for (int year = 1900; year < 2200; year++) {
            assertThat(HolidayCalendar.easterSunday(year))
                    .as("Easter of %d", year)
                    .isEqualTo(gauss(year));
        }
    }

    @Test
    void theCountryHasThirteenObligatoryHolidays() {
        assertThat(portugal.of(2026).stream().filter(each -> each.kind().equals("national")))
                .extracting(each -> each.date() + " " + each.name())
                .containsExactly(
                        "2026-01-01 Ano Novo",
                        "2026-04-03 Sexta-Feira Santa",
                        "2026-04-05 Domingo de Páscoa",
                        "2026-04-25 Dia da Liberdade",
                        "2026-05-01 Dia do Trabalhador",
                        "2026-06-04 Corpo de Deus",
                        "2026-06-10 Dia de Portugal, de Camões e das Comunidades Portuguesas",
                        "2026-08-15 Assunção de Nossa Senhora",
                        "2026-10-05 Implantação da República",
                        "2026-11-01 Dia de Todos os Santos",
                        "2026-12-01 Restauração da Independência",
                        "2026-12-08 Imaculada Conceição",
                        "2026-12-25 Natal");
    }

    @Test
    void regionsAndMunicipalitiesHaveTheirOwnDays() {
        var holySpirit = LocalDate.of(2026, 5, 25);
        assertThat(portugal.on(holySpirit, "4203"))
                .extracting(Holiday::placeCode)
                .containsExactly("40");
        assertThat(portugal.on(holySpirit, "1106")).isEmpty();
        assertThat(portugal.on(LocalDate.of(2026, 12, 26), "3103")).hasSize(1);
        assertThat(portugal.on(LocalDate.of(2026, 6, 13), "1106"))
                .extracting(Holiday::name)
                .containsExactly("Santo António");
        assertThat(portugal.on(LocalDate.of(2026, 6, 13), null)).isEmpty();
        assertThat(portugal.on(LocalDate.of(2022, 5, 3), "0502"))
                .as("the third Tuesday after Easter, in Castelo Branco")
                .hasSize(1);
    }

    @Test
    void aYoungHolidayHasNoPast() {
        assertThat(portugal.on(LocalDate.of(2024, 4, 2), "3103")).isEmpty();
        assertThat(portugal.on(LocalDate.of(2025, 4, 2), "3103"))
                .extracting(Holiday::name)
                .containsExactly("Dia da Autonomia");
    }

    @Test
    void everyHolidayNamesItsSource() {
        assertThat(portugal.of(2026))
                .allSatisfy(each -> assertThat(each.sources()).isNotEmpty());
    }

    /** Gauss's rule for the Gregorian calendar, independent of the one under test. */
    private static LocalDate gauss(int year) {
        int k = year / 100;
        int m = (15 + (3 * k + 3) / 4 - (8 * k + 13) / 25) % 30;
        int s = 2 - (3 * k + 3) / 4;
        int a = year % 19;
        int d = (19 * a + m) % 30;
        int r = (d + a / 11) / 29;
        int og = 21 + d - r;
        int sz = 7 - Math.floorMod(year + year / 4 + s, 7);
        int oe = 7 - Math.floorMod(og - sz, 7);
        return LocalDate.of(year, 3, 1).plusDays(og + oe - 1L);
    }
}
