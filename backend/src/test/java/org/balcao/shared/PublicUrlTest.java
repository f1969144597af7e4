package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PublicUrlTest {
    public static PublicUrl of(String url) {
        return new PublicUrl(Optional.ofNullable(url));
    }

    @Test
    void slashesAtTheEndAreNoPartOfIt() {
        assertThat(of("https://balcao.example//").said()).contains("https://balcao.example");
        assertThat(of("https://example.org/balcao/").said()).contains("https://example.org/balcao");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingSaidIsNothing(String url) {
        assertThat(of(url).said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balcao.example",
                "ftp://balcao.example",
                "https://",
                "https://a@b.example",
                "https://b.example/?x",
                "https://b.example/#x",
                "https://b .example"
            })
    void whatIsNoAddressOfAPageStopsTheStart(String url) {
        assertThatThrownBy(() -> of(url))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("BALCAO_PUBLIC_URL must be where the page is");
    }
}
