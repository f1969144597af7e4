package org.balcao.directory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.balcao.directory.feed.SourceRecord.ScheduleRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source's words about its hours become: a rule where they state one, else they stay words. */
class HoursStatedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "MO,FR | 09:00 | 17:00 | -                                        | WEEKLY MO,FR 09:00-17:00",
                "MO    | 00:00 | 24:00 | 24 hours a day                           | WEEKLY MO 00:00-23:59",
                "MO    | 18:00 | 24:00 | -                                        | WEEKLY MO 18:00-00:00",
                "MO    | 15:30 | 00:30 | -                                        | WEEKLY MO 15:30-00:30",
                "TH    | 09:00 | 13:00 | 1st and 2nd Thursday of the month (2021) | MONTHLY 1TH,2TH 09:00-13:00",
                "MO    | 09:00 | 18:00 | Break 13:00-14:00 (2022)                 | WEEKLY MO 09:00-13:00; WEEKLY MO 14:00-18:00",
                "MO    | 16:00 | 19:00 | By appointment only                      | WEEKLY MO 16:00-19:00 by appointment",
                "MO    | 09:00 | 16:00 | With and without appointment             | WEEKLY MO 09:00-16:00",
                "MO    | 09:00 | 16:00 | No appointment needed                    | WEEKLY MO 09:00-16:00",
                "MO    | 09:00 | 16:00 | Só com marcação                          | WEEKLY MO 09:00-16:00 by appointment",
                "MO    | 09:00 | 16:00 | Sem marcação                             | WEEKLY MO 09:00-16:00",
                "WE    | 09:30 | 12:30 | 1st and 3rd week of the month            | words WE 09:30–12:30",
                "MO    | 08:00 | 17:00 | Hours of the former CNAIM                | words MO 08:00–17:00",
                "-     | 08:00 | 22:00 | days of week not stated                  | words - 08:00–22:00",
                "MO,TU | -     | -     | All day, by appointment                  | words MO,TU - by appointment",
            })
    void hoursAreAsExactAsTheirWords(String byday, String opens, String closes, String words, String expected) {
        var stated = HoursStated.in(new ScheduleRecord(byday, opens, closes, words));

        assertThat(show(stated)).isEqualTo(expected);
    }

    private static String show(List<HoursStated> stated) {
        return stated.stream()
                .map(each -> (each.freq() == null
                                ? "words " + orDash(each.byday()) + " " + orDash(each.notes())
                                : each.freq() + " " + each.byday() + " " + each.opensAt() + "-" + each.closesAt())
                        + (each.byAppointment() ? " by appointment" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }
}
