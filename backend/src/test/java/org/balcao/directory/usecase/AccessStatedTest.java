package org.balcao.directory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.balcao.directory.feed.SourceRecord.PhoneRecord;
import org.balcao.directory.feed.SourceRecord.ServiceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How to get in, how it is received and what it costs: only what the source says. */
class AccessStatedTest {
    private static final List<PhoneRecord> A_PHONE = List.of(new PhoneRecord("112", null, null));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Fill in the form on the website; the team will contact you. | [form]              | -    | []",
                "By appointment                                              | [appointment]       | -    | []",
                "Appointment only                                            | [appointment]       | true | []",
                "Book in person or by phone                                  | [appointment, phone]| -    | []",
                "E-mail to AIMA.                                             | [email]             | -    | []",
                "Only by referral.                                           | [referral]          | -    | []",
                "Referral by Social Security                                 | [referral]          | -    | [Social Security]",
                "Encaminhamento por uma assistente social.                   | [referral]          | -    | [uma assistente social]",
                "Enrol at the school or centre.                              | []                  | -    | []",
                "-                                                           | []                  | -    | []",
            })
    void theWayInIsWhatTheWordsSay(String process, String modes, Boolean only, String whoMayRefer) {
        var access = AccessStated.in(service("Apoio", process, null, List.of(), List.of()));

        assertThat(access.accessModes()).hasToString(modes.strip());
        assertThat(access.byAppointmentOnly()).isEqualTo(only);
        assertThat(access.whoMayRefer()).hasToString(whoMayRefer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Free | true",
                "Gratuito | true",
                "Free; the SMS does not show on the bill | true",
                "Free, also interpreting and translation if you cannot pay | true",
                "Free, except the EU registration certificate | -",
                "Free for emergency and primary care | -",
                "Mostly free; may depend on the provider | -",
                "30% of income, if any | -",
                "- | -",
            })
    void freeIsOnlyWhatIsFreeForAll(String fees, Boolean free) {
        assertThat(AccessStated.in(service("Apoio", null, fees, List.of(), List.of()))
                        .free())
                .isEqualTo(free);
    }

    @Test
    void aPhoneBesideADoorIsNotYetAServiceByPhone() {
        assertThat(modes("Centro de acolhimento", A_PHONE, List.of("casa"))).containsExactly("in_person");
        assertThat(modes("Linha de apoio", A_PHONE, List.of("casa"))).containsExactly("in_person", "phone");
        assertThat(modes("Apoio a vítimas", A_PHONE, List.of())).containsExactly("phone");
        assertThat(modes("Plataforma de Português Online", List.of(), List.of()))
                .containsExactly("online");
        assertThat(modes("Apoio", List.of(), List.of())).isEmpty();
    }

    private static List<String> modes(String name, List<PhoneRecord> phones, List<String> locations) {
        return AccessStated.in(service(name, null, null, phones, locations)).deliveryModes();
    }

    private static ServiceRecord service(
            String name, String process, String fees, List<PhoneRecord> phones, List<String> locations) {
        return new ServiceRecord(
                "apoio",
                name,
                null,
                null,
                "ponte",
                null,
                "active",
                List.of(),
                List.of(),
                Map.of("pt", "Apoio."),
                null,
                null,
                phones,
                List.of(),
                List.of(),
                null,
                process,
                null,
                List.of(),
                fees,
                List.of(),
                locations,
                "low",
                List.of(),
                null);
    }
}
