package org.balcao.limit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A place of the internet: an address without its last part (a /24, or a /56 of IPv6). It is kept in memory for one window and nowhere else.
 *
 * @param prefix in hexadecimal; that of 127.0.0.0/8 for the machine itself
 */
public record Place(String prefix) {
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 7;
    /** By whichever of its addresses the machine speaks to itself. */
    private static final Place THIS_MACHINE = new Place("7f");

    public static Place of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return THIS_MACHINE;
        }
        byte[] bytes = address.getAddress();
        return new Place(
                HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT)));
    }
}
