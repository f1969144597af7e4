package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxies are believed. */
class TrustedProxiesTest {
    private static boolean trusts(String entry, String address) {
        return new TrustedProxies(List.of(entry), () -> 0).test(InetAddress.ofLiteral(address));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5,10.0.0.5,true",
        "10.0.0.5,10.0.0.6,false",
        "10.0.0.0/8,10.255.0.1,true",
        "10.0.0.0/8,11.0.0.1,false",
        "10.0.0.0/25,10.0.0.127,true",
        "10.0.0.0/25,10.0.0.128,false",
        "0.0.0.0/0,198.51.100.1,true",
        "0.0.0.0/0,2001:db8::1,false",
        "2001:db8::/33,2001:db8:7fff::1,true",
        "2001:db8::/33,2001:db8:8000::1,false",
        "::1,::1,true",
        "localhost,127.0.0.1,true",
        "localhost,198.51.100.1,false",
        "no-such-host.invalid,198.51.100.1,false"
    })
    void anEntryIsAnAddressANetworkOrAName(String entry, String address, boolean trusted) {
        assertThat(trusts(entry, address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "2001:db8::/129",
                "a b",
                "",
                "http://proxy",
                "*",
                "999.1.1.1"
            })
    void whatIsNoneOfThemIsRefused(String entry) {
        assertThatThrownBy(() -> trusts(entry, "10.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 10.0.0.5, 10.0.0.0/8 or frontend");
    }
}
