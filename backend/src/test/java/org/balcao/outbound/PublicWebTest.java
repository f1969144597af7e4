package org.balcao.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.balcao.fixture.Stranger;
import org.balcao.outbound.Unreachable.Reason;
import org.junit.jupiter.api.Test;

/** Servers of others are asked where everybody could ask them, and never inside our own house. */
class PublicWebTest {
    private static final PublicWeb WEB = new PublicWeb(Optional.of(List.of(Stranger.ADDRESS + "/32")));

    private static String get(String url, long most, Duration within) {
        return WEB.get(URI.create(url), Map.of(), within, most, answer -> {
            try {
                return answer.status() + " "
                        + new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static void refused(String url, Reason reason) {
        assertThatThrownBy(() -> get(url, 1_000_000, Duration.ofSeconds(2)))
                .as(url)
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        unreachable -> assertThat(unreachable.reason()).isEqualTo(reason));
    }

    @Test
    void addressesOfTheRegistriesAreNotPublic() throws Exception {
        PublicNetworks networks = new PublicNetworks(List.of("10.20.0.0/16"));
        for (String special : List.of(
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1")) {
            assertThat(networks.allows(InetAddress.getByName(special)))
                    .as(special)
                    .isFalse();
        }
        for (String usual : List.of(
                "1.1.1.1", "172.32.0.1", "193.137.0.1", "2a00:1450:4003::200e", "2606:4700::1111", "10.20.3.4")) {
            assertThat(networks.allows(InetAddress.getByName(usual))).as(usual).isTrue();
        }
    }

    @Test
    void whateverANameIsWrittenLike() {
        for (String inside : List.of(
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://2130706433/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1:8443/")) {
            refused(inside, Reason.ADDRESS_NOT_PUBLIC);
        }
        for (String wrong : List.of(
                "ftp://example.org/",
                "file:///etc/passwd",
                "https://user:word@example.org/",
                "https:///",
                "https://127.1/",
                "jar:https://example.org!/")) {
            refused(wrong, Reason.NOT_AN_ADDRESS);
        }
        // without HTTPS only where it is trusted
        refused("http://127.0.0.1/", Reason.NOT_AN_ADDRESS);
    }

    @Test
    void aRedirectIsANewAddress() throws Exception {
        try (Stranger stranger = new Stranger()) {
            String good = stranger.on("/good", Stranger.text("yes"));
            assertThat(get(stranger.on("/there", Stranger.redirect(good)), 100, Duration.ofSeconds(5)))
                    .isEqualTo("200 yes");
            int inside = new InetSocketAddress(0).getPort();
            refused(
                    stranger.on("/loopback", Stranger.redirect("https://127.0.0.1:9000/q/health")),
                    Reason.ADDRESS_NOT_PUBLIC);
            refused(
                    stranger.on("/plain", Stranger.redirect("http://127.0.0.1:" + inside + "/")),
                    Reason.NOT_AN_ADDRESS);
            refused(stranger.on("/file", Stranger.redirect("file:///etc/passwd")), Reason.NOT_AN_ADDRESS);
            refused(stranger.on("/round", Stranger.redirect(stranger.url("/round"))), Reason.NOT_REACHABLE);
            assertThat(stranger.requests("/round").size()).isLessThanOrEqualTo(4);
            Answer answer = WEB.post(
                    URI.create(stranger.url("/there")),
                    Map.of(),
                    "{}".getBytes(),
                    "application/json",
                    Duration.ofSeconds(5));
            assertThat(answer.status())
                    .as("what is sent is sent to one address")
                    .isEqualTo(302);
        }
    }

    @Test
    void whoIsSlowOrSendsTooMuchIsLeft() throws Exception {
        try (Stranger stranger = new Stranger()) {
            refused(stranger.rude(true), Reason.TOO_SLOW);
            refused(stranger.rude(false), Reason.NOT_REACHABLE);
            refused(stranger.on("/drip", Stranger.drip()), Reason.TOO_SLOW);
            refused(stranger.on("/bomb", Stranger.bomb(64)), Reason.TOO_LARGE);
        }
    }
}
