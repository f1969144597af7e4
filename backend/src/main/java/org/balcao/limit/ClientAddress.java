package org.balcao.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For whom a proxy asks. Each proxy adds to the right of {@code X-Forwarded-For} who asked it, so the list is read from the right for as long
 * as the one who says it is trusted. What stands left of the first stranger is that stranger's word, and is not read.
 */
public final class ClientAddress {
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?|([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");

    private ClientAddress() {}

    /**
     * @param peer who holds the connection
     * @param forwardedFor the values of the header, in the order of their lines
     * @return the first address from the right that is not a trusted proxy's; the last that could be read if there is none
     */
    public static InetAddress of(InetAddress peer, List<String> forwardedFor, Predicate<InetAddress> trusted) {
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
        InetAddress known = peer;
        for (int i = hops.size() - 1; i >= 0 && trusted.test(known); i--) {
            Optional<InetAddress> hop = literal(hops.get(i));
            if (hop.isEmpty()) {
                return known;
            }
            known = hop.get();
        }
        return known;
    }

    /** An address as it stands in the header, with or without a port; nothing for all else, names included. */
    static Optional<InetAddress> literal(String text) {
        String bare = text.strip();
        Matcher ipv4 = IPV4.matcher(bare);
        Matcher ipv6 = IPV6.matcher(bare);
        try {
            if (ipv4.matches()) {
                return Optional.of(InetAddress.ofLiteral(ipv4.group(1)));
            }
            return ipv6.matches()
                    ? Optional.of(InetAddress.ofLiteral(ipv6.group(1) == null ? ipv6.group(2) : ipv6.group(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
