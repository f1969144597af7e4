package org.balcao.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often may be asked from one place of the internet. Said in {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-11,
 * which may still change); too often is 429 with {@code Retry-After}. A place is an address without its last part (/24, or /56 of IPv6): it is
 * kept in memory for one window and nowhere else. Many people of one centre share an address, so the limit for reading is wide.
 */
@ApplicationScoped
class RateLimits {
    private static final int BEFORE_ALL_BUT_HEADERS = 9_000;
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 7;
    private static final int MOST_PLACES = 100_000;

    /** So many of some requests in a window, for each place. */
    private record Limit(
            String name,
            long quota,
            Duration window,
            Predicate<RoutingContext> concerns,
            LoadingCache<String, Bucket> places) {

        static Limit of(String name, long quota, Duration window, Predicate<RoutingContext> concerns) {
            Bandwidth bandwidth = Bandwidth.builder()
                    .capacity(quota)
                    .refillGreedy(quota, window)
                    .build();
            return new Limit(
                    name,
                    quota,
                    window,
                    concerns,
                    Caffeine.newBuilder()
                            .maximumSize(MOST_PLACES)
                            .expireAfterAccess(window)
                            .build(place -> Bucket.builder().addLimit(bandwidth).build()));
        }
    }

    private final List<Limit> limits;

    RateLimits(
            @ConfigProperty(name = "balcao.limits.reads-a-minute") long reads,
            @ConfigProperty(name = "balcao.limits.codes-a-minute") long codes,
            @ConfigProperty(name = "balcao.limits.requests-an-hour") long requests,
            @ConfigProperty(name = "balcao.limits.checks-an-hour") long checks) {
        // the first that concerns a request counts it
        limits = List.of(
                Limit.of("requests", requests, Duration.ofHours(1), to("/api/referrals/self")),
                Limit.of("corrections", requests, Duration.ofHours(1), to("/api/corrections")),
                Limit.of("checks", checks, Duration.ofHours(1), toPartOf("/api/feed-checks")),
                Limit.of(
                        "codes",
                        codes,
                        Duration.ofMinutes(1),
                        toPartOf("/api/my-referral").or(to("/api/corrections/state"))),
                Limit.of(
                        "reads",
                        reads,
                        Duration.ofMinutes(1),
                        request -> request.normalizedPath().startsWith("/api/")));
    }

    private static Predicate<RoutingContext> to(String path) {
        return request -> request.request().method() == HttpMethod.POST
                && request.normalizedPath().equals(path);
    }

    private static Predicate<RoutingContext> toPartOf(String path) {
        return request -> request.request().method() == HttpMethod.POST
                && (request.normalizedPath().equals(path)
                        || request.normalizedPath().startsWith(path + "/"));
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_ALL_BUT_HEADERS);
    }

    private void count(RoutingContext request) {
        Optional<String> place = placeOf(request.request().remoteAddress());
        Optional<Limit> limit =
                limits.stream().filter(each -> each.concerns().test(request)).findFirst();
        if (place.isEmpty() || limit.isEmpty()) {
            request.next();
            return;
        }
        Limit counted = limit.get();
        ConsumptionProbe probe = counted.places().get(place.get()).tryConsumeAndReturnRemaining(1);
        request.response()
                .putHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        counted.name(),
                                        counted.quota(),
                                        counted.window().toSeconds()))
                .putHeader(
                        "RateLimit",
                        "\"%s\";r=%d;t=%d"
                                .formatted(
                                        counted.name(),
                                        probe.getRemainingTokens(),
                                        upToSeconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) {
            request.next();
        } else {
            request.response().putHeader("Retry-After", String.valueOf(upToSeconds(probe.getNanosToWaitForRefill())));
            request.fail(ProblemType.TOO_MANY_REQUESTS.status());
        }
    }

    private static long upToSeconds(long nanos) {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
    }

    /** Nothing for the machine itself: what comes from there without saying for whom is the operator, or a proxy that does not tell. */
    private static Optional<String> placeOf(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return Optional.empty();
        }
        InetAddress address = InetAddress.ofLiteral(remote.hostAddress());
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                ? Optional.empty()
                : Optional.of(HexFormat.of()
                        .formatHex(Arrays.copyOf(bytes, bytes.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT)));
    }
}
