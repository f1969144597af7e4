package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.balcao.shared.PublicUrlTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityContactTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:15:00Z"), ZoneOffset.UTC);

    @Test
    void whatIsToldIsWhatWasSaidAndGoodForHalfAYear() {
        assertThat(contact("mailto:security@balcao.example", Optional.empty()).text())
                .isEqualTo("""
                        Contact: mailto:security@balcao.example
                        Expires: 2027-05-26T00:00:00Z
                        Preferred-Languages: pt, en
                        Canonical: https://balcao.example/.well-known/security.txt
                        """);
    }

    @Test
    void theDayThatWasSaidCounts() {
        assertThat(contact("https://balcao.example/security", Optional.of(LocalDate.of(2027, 3, 1)))
                        .text())
                .contains("Expires: 2027-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security@balcao.example",
                "javascript:alert(1)",
                "http://balcao.example",
                "mailto:",
                "mailto:a b"
            })
    void whatIsNoContactStopsTheStart(String address) {
        assertThatThrownBy(() -> contact(address, Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("BALCAO_SECURITY_CONTACT must be an address such as mailto:");
    }

    private static SecurityContact contact(String address, Optional<LocalDate> until) {
        return new SecurityContact(
                Optional.of(List.of(address)),
                until,
                Optional.empty(),
                PublicUrlTest.of("https://balcao.example"),
                CLOCK);
    }
}
