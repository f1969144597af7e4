package org.balcao.outbound;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet: all but those in the IANA special-purpose address registries (RFC 6890; IPv4 and IPv6, as of
 * 2026-11), multicast and what is reserved. Networks of one's own can be trusted besides.
 */
final class PublicNetworks {
    private static final List<IPAddress> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // of IPv6 only 2000::/3 is given out, and of that not what carries other addresses or is for
                    // examples
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(PublicNetworks::rule)
            .toList();
    private static final IPAddress GIVEN_OUT = rule("2000::/3");

    private final List<IPAddress> trusted;

    /** @param trusted networks such as {@code 10.20.0.0/16} */
    PublicNetworks(List<String> trusted) {
        this.trusted = trusted.stream().map(PublicNetworks::rule).toList();
    }

    private static IPAddress rule(String network) {
        return new IPAddressString(network).getAddress();
    }

    boolean trusts(InetAddress address) {
        return isIn(trusted, address);
    }

    /** Whether there is a network of one's own that may be asked. */
    boolean trustsAny() {
        return !trusted.isEmpty();
    }

    /** @param number the host of an address, in any spelling of an IP address, IPv6 in brackets */
    boolean allows(String number) {
        return parsed(number).filter(this::allows).isPresent();
    }

    boolean trusts(String number) {
        return parsed(number).filter(this::trusts).isPresent();
    }

    private static Optional<InetAddress> parsed(String number) {
        return Optional.ofNullable(new IPAddressString(number.replaceAll("[\\[\\]]", "")).getAddress())
                .map(IPAddress::toInetAddress);
    }

    boolean allows(InetAddress address) {
        boolean usual = address instanceof Inet4Address || isIn(List.of(GIVEN_OUT), address);
        return usual && !isIn(SPECIAL, address) || trusts(address);
    }

    private static boolean isIn(List<IPAddress> networks, InetAddress address) {
        IPAddress found = new IPAddressGenerator().from(address);
        return networks.stream().anyMatch(each -> each.contains(found));
    }
}
