package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://aima.gov.pt/",
                "HTTP://example.org",
                "https://example.org:65535/a?b=c",
                "https://xn--vora-9oa.example/"
            })
    void anAddressWithAHostAndAPortThatThereIs(String text) {
        assertThat(WebAddress.of(text)).isPresent();
        assertThat(WebAddress.forReaders(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aima.gov.pt",
                "ftp://a.pt/",
                "javascript:alert(1)",
                "https://a.pt:99999/",
                "https://a.pt:0/",
                "https://aima.gov.pt@evil.example/",
                "https://u:p@a.pt/",
                "https:///a",
                "https://a b.pt/",
                "https://a_b.pt/",
                "https://[::1",
                "https://a.pt:-1/"
            })
    void whatIsNone(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "https://LOCALHOST.:8443/",
                "https://a.localhost/",
                "http://[::1]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://127.1/",
                "https://93.184.215.14/",
                "http://10.0.0.1.:80/"
            })
    void readersAreSentToNamesOnly(String text) {
        assertThat(WebAddress.forReaders(text)).isEmpty();
    }
}
