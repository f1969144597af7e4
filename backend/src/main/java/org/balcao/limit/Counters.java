package org.balcao.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** How much each place has left of each limit, in memory. A quota fills again evenly over its window. */
@ApplicationScoped
public class Counters {
    private static final int MOST_PLACES = 100_000;

    /**
     * One request, counted.
     *
     * @param taken whether it may go on
     * @param left so many more may come at once
     * @param untilFull until the whole quota is there again
     * @param untilNext until one more may come
     */
    public record Count(boolean taken, long quota, long left, Duration untilFull, Duration untilNext) {}

    private record Counter(long quota, LoadingCache<Place, Bucket> places) {
        static Counter of(long quota, Duration window, ElapsedTime time) {
            Bandwidth bandwidth = Bandwidth.builder()
                    .capacity(quota)
                    .refillGreedy(quota, window)
                    .build();
            return new Counter(
                    quota,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_PLACES)
                            .expireAfterAccess(window)
                            .ticker(time::currentTimeNanos)
                            .build(place -> Bucket.builder()
                                    .addLimit(bandwidth)
                                    .withCustomTimePrecision(time)
                                    .build()));
        }

        Count take(Place place) {
            ConsumptionProbe probe = places.get(place).tryConsumeAndReturnRemaining(1);
            return new Count(
                    probe.isConsumed(),
                    quota,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }

        long used(Place place) {
            return quota - places.get(place).getAvailableTokens();
        }
    }

    private final Map<Limit, Counter> free = new EnumMap<>(Limit.class);
    private final Map<Limit, Counter> proved = new EnumMap<>(Limit.class);

    Counters(Config config, ElapsedTime time) {
        for (Limit limit : Limit.values()) {
            long quota = config.getValue("balcao.limits." + limit.setting(), Long.class);
            free.put(limit, Counter.of(quota, limit.window(), time));
            if (limit.takesProofs()) {
                proved.put(limit, Counter.of(quota * limit.provedTimes(), limit.window(), time));
            }
        }
    }

    public Count take(Limit limit, Place place) {
        return free.get(limit).take(place);
    }

    /** Of what is taken from those who show a proof of work. */
    public Count takeProved(Limit limit, Place place) {
        return proved.get(limit).take(place);
    }

    /**
     * How many bits a proof has to have more than the least: none at first, one once a whole quota came with proofs, and one more for each
     * time that doubles.
     */
    public int harder(Limit limit, Place place) {
        return harder(proved.get(limit).used(place), free.get(limit).quota());
    }

    static int harder(long used, long quota) {
        return Long.SIZE - Long.numberOfLeadingZeros(used / quota);
    }
}
