package org.balcao.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy without saying which, the program does not start. */
class ProxiesTest {
    @Test
    void aProxyHasToBeNamed() {
        for (Map<String, String> unnamed : new Map[] {
            Map.of("BEHIND_PROXY", "true"),
            Map.of("BEHIND_PROXY", "TRUE", "TRUSTED_PROXIES", " "),
            Map.of("BALCAO_PROXIES_BEHIND", "true")
        }) {
            assertThatThrownBy(() -> Proxies.check(unnamed))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("TRUSTED_PROXIES=10.0.0.5,frontend")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void namedOrNotThereItStarts() {
        assertThatCode(() -> Proxies.check(Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> Proxies.check(Map.of("BEHIND_PROXY", "false"))).doesNotThrowAnyException();
        assertThatCode(() -> Proxies.check(Map.of("BEHIND_PROXY", "true", "TRUSTED_PROXIES", "frontend")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Proxies.check(Map.of("BEHIND_PROXY", "true", "BALCAO_PROXIES_TRUSTED", "frontend")))
                .doesNotThrowAnyException();
    }
}
