package org.balcao.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors of the program, and what is said when one is taken. */
class PortsTest {
    @Test
    void aTakenPortIsNamedInOneLine() throws IOException {
        try (var other = new ServerSocket(0)) {
            var taken = String.valueOf(other.getLocalPort());
            assertThatThrownBy(() -> Ports.of(Map.of("PORT", taken, "MANAGEMENT_PORT", "0")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + taken + " is taken")
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> Ports.of(Map.of("PORT", "0", "MANAGEMENT_PORT", taken)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("MANAGEMENT_PORT");
        }
    }

    @Test
    void whatWasAskedForIsTaken() {
        assertThat(Ports.of(Map.of("PORT", "0", "MANAGEMENT_PORT", "0")))
                .isEqualTo(new Ports("127.0.0.1", 0, "127.0.0.1", 0));
    }

    @Test
    void onlyThisMachineReachesWhatNobodyOpened() {
        var ports = Ports.of(Map.of("PORT", "0", "MANAGEMENT_PORT", "0", "HOST", " ", "MANAGEMENT_HOST", ""));
        assertThat(ports.host()).isEqualTo("127.0.0.1");
        assertThat(ports.managementHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void oneCanBeOpenedWithoutTheOther() {
        var ports = Ports.of(Map.of("PORT", "0", "MANAGEMENT_PORT", "0", "HOST", "0.0.0.0"));
        assertThat(ports.host()).isEqualTo("0.0.0.0");
        assertThat(ports.managementHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no such host", "http://localhost", "0.0.0.0/0"})
    void whatIsNoAddressOfThisMachineIsRefused(String host) {
        assertThatThrownBy(() -> Ports.of(Map.of("PORT", "0", "MANAGEMENT_PORT", "0", "HOST", host)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("HOST must be an address of this machine, such as 127.0.0.1")
                .hasMessageEndingWith("'" + host + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "8080/tcp", "9999999999"})
    void whatIsNoPortIsRefused(String port) {
        assertThatThrownBy(() -> Ports.of(Map.of("PORT", port)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("PORT must be a port number, not '" + port + "'");
    }
}
