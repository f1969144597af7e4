package org.balcao.limit;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;

/** The time that quotas fill again by. It goes forward only, whatever is done to the clock on the wall; tests put their own in its place. */
@ApplicationScoped
public class ElapsedTime implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return System.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
