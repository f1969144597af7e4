package org.balcao.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Web addresses that others write: what of them is one, whoever writes it. */
public final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MOST_PORTS = 65_535;
    /** A host whose last part is a number is an IPv4 address, in whatever spelling (WHATWG URL, "ends in a number"). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");

    private WebAddress() {}

    /** An http or https address with a host, a port that there is, and no user name: what stands before an @ passes for the host. */
    public static Optional<URI> of(String text) {
        try {
            URI address = new URI(text);
            boolean right = SCHEMES.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && (address.getPort() == -1 || address.getPort() >= 1 && address.getPort() <= MOST_PORTS);
            return right ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** The same, where readers are sent to: its host has a name, and is not the reader's own machine. */
    public static Optional<URI> forReaders(String text) {
        return of(text).filter(address -> !isNumber(address) && !isThisMachine(address));
    }

    /** Whether the host is an address of the Internet Protocol instead of a name. */
    public static boolean isNumber(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") || ENDS_IN_A_NUMBER.matcher(host).matches();
    }

    /** Whether the host is called localhost (RFC 6761). */
    public static boolean isThisMachine(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return host.equals("localhost") || host.endsWith(".localhost");
    }
}
