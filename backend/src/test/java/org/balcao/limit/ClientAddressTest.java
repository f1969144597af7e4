package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, whatever stands in the header. */
class ClientAddressTest {
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.5");
    private static final Predicate<InetAddress> TRUSTED =
            new TrustedProxies(List.of("10.0.0.0/8", "2001:db8:aaaa::/48"), () -> 0);

    private static String of(InetAddress peer, String... lines) {
        return ClientAddress.of(peer, List.of(lines), TRUSTED).getHostAddress();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7|198.51.100.7",
                "203.0.113.9, 198.51.100.7|198.51.100.7",
                "127.0.0.1, 198.51.100.7|198.51.100.7",
                "198.51.100.7, 10.0.0.6|198.51.100.7",
                "evil, 198.51.100.7, 10.0.0.6 , 10.1.2.3|198.51.100.7",
                "198.51.100.7:51234|198.51.100.7",
                "'[2001:db8:1::7]:443'|2001:db8:1:0:0:0:0:7",
                "2001:db8:1::7, 2001:db8:aaaa::1|2001:db8:1:0:0:0:0:7",
                "::ffff:198.51.100.7|198.51.100.7",
                "127.0.0.1|127.0.0.1",
                "10.0.0.9, 10.0.0.8|10.0.0.9"
            })
    void theFirstStrangerFromTheRightAsks(String header, String expected) {
        assertThat(of(PROXY, header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                " ",
                ",",
                "unknown",
                "_hidden",
                "1",
                "127.1",
                "999.1.1.1",
                "2130706433",
                "0x7f.0.0.1",
                "198.51.100.7 198.51.100.8",
                "[::1",
                "fe80::1%eth0",
                "a:b:c",
                "localhost",
                "٣.٣.٣.٣"
            })
    void whatIsNoAddressLeavesTheProxyItself(String header) {
        assertThat(of(PROXY, header)).isEqualTo("10.0.0.5");
        assertThat(of(PROXY, "198.51.100.7, " + header)).isEqualTo("10.0.0.5");
    }

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(of(InetAddress.ofLiteral("198.51.100.1"), "203.0.113.9")).isEqualTo("198.51.100.1");
        assertThat(of(InetAddress.ofLiteral("127.0.0.1"), "203.0.113.9")).isEqualTo("127.0.0.1");
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(of(PROXY, "203.0.113.9", "198.51.100.7, 10.0.0.6")).isEqualTo("198.51.100.7");
        assertThat(of(PROXY)).isEqualTo("10.0.0.5");
    }
}
