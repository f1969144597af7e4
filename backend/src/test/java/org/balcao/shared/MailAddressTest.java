package org.balcao.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "geral@aima.gov.pt",
                "first.last+tag@sub.example.org",
                "o'neil@example.ie",
                "joão@évora.example",
                "a@b.travel"
            })
    void oneAddress(String text) {
        assertThat(MailAddress.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@b",
                "a@b.pt?bcc=x%40evil.pt",
                "a@b.pt&cc=c@d.pt",
                "a@b.pt,c@d.pt",
                "a@b.pt;c@d.pt",
                "a%0Abcc:x@b.pt",
                "a b@c.pt",
                "a@b.pt\nBcc: x@y.pt",
                "<a@b.pt>",
                "a@b..pt",
                ".a@b.pt",
                "a.@b.pt",
                "a@-b.pt",
                "mailto:a@b.pt",
                "a@b@c.pt",
                "\u200ba@b.pt"
            })
    void moreThanOneOrNone(String text) {
        assertThat(MailAddress.isOne(text)).isFalse();
    }
}
