package org.balcao.web.connection;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How slow a connection may be.
 *
 * @param headWithin how long the head of a request may take, from the opening of the connection or from its first byte
 * @param window how long a body or an answer may go on below {@code least}
 * @param least bytes that must have come, or gone, within each window
 */
record ConnectionLimits(Duration headWithin, Duration window, long least) {
    private static final int LOOKS = 5;
    private static final Duration OFTEN_ENOUGH = Duration.ofMillis(50);

    static ConnectionLimits of(Config config) {
        return new ConnectionLimits(
                config.getValue("balcao.slow.head-within", Duration.class),
                config.getValue("balcao.slow.window", Duration.class),
                config.getValue("balcao.slow.least-bytes", Long.class));
    }

    /** How often a connection is looked at. */
    Duration look() {
        Duration shorter = headWithin.compareTo(window) < 0 ? headWithin : window;
        Duration often = shorter.dividedBy(LOOKS);
        return often.compareTo(OFTEN_ENOUGH) < 0 ? OFTEN_ENOUGH : often;
    }
}
