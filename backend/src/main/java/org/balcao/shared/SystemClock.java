package org.balcao.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock on the wall, for everybody who asks what time it is; tests put their own in its place. */
final class SystemClock {
    private SystemClock() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.systemUTC();
    }
}
