package org.balcao.limit.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.balcao.limit.Counters;
import org.balcao.limit.Counters.Count;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.limit.Place;
import org.balcao.limit.Places;
import org.balcao.limit.ProofsOfWork;
import org.balcao.shared.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Counts what is asked: all of it as reads before anything else is done, and what reaches a method with {@link Limited} once more, after it was
 * matched and before its body is read. Said in {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-11, which
 * may still change); too often is 429 with {@code Retry-After}, and where proofs of work are taken with a challenge.
 */
@ApplicationScoped
public class CountRequests {
    /** The header that carries a proof of work. */
    static final String PROOF = "Proof-Of-Work";

    private static final int BEFORE_ALL_BUT_HEADERS = 9_000;
    private static final String PLACE = "balcao.place";
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final List<String> OF_PROXIES =
            List.of(FORWARDED_FOR, "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final Places places;
    private final Counters counters;
    private final ProofsOfWork proofs;
    private final CurrentVertxRequest current;

    CountRequests(Places places, Counters counters, ProofsOfWork proofs, CurrentVertxRequest current) {
        this.places = places;
        this.counters = counters;
        this.proofs = proofs;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::countAll, BEFORE_ALL_BUT_HEADERS);
    }

    private void countAll(RoutingContext request) {
        Optional<Place> place = placeOf(request.request());
        String path = request.normalizedPath();
        if (place.isEmpty() || !(path.equals("/api") || path.startsWith("/api/"))) {
            request.next();
            return;
        }
        request.put(PLACE, place.get());
        Count count = counters.take(Limit.READS, place.get());
        tell(request.response(), Limit.READS, count);
        if (count.taken()) {
            request.next();
        } else {
            request.response().putHeader("Retry-After", String.valueOf(upToSeconds(count.untilNext())));
            request.fail(ProblemType.TOO_MANY_REQUESTS.status());
        }
    }

    /** @return null if the request may go on */
    @ServerRequestFilter(nonBlocking = true, priority = 0)
    public Response countOperation(ResourceInfo operation) {
        Limited limited = operation.getResourceMethod().getAnnotation(Limited.class);
        RoutingContext request = limited == null ? null : current.getCurrent();
        Place place = request == null ? null : request.get(PLACE);
        if (place == null) {
            return null;
        }
        Limit limit = limited.value();
        HttpServerResponse response = request.response();
        Count count = counters.take(limit, place);
        tell(response, limit, count);
        if (count.taken()) {
            return null;
        }
        if (!limit.takesProofs()) {
            return refuse(count.untilNext(), ProblemType.TOO_MANY_REQUESTS.explanation(), null);
        }
        int harder = counters.harder(limit, place);
        String proof = request.request().getHeader(PROOF);
        if (proof == null) {
            return refuse(
                    count.untilNext(),
                    "Wait as long as Retry-After says, or answer the challenge in the header " + PROOF + ".",
                    proofs.challenge(limit, place, harder));
        }
        if (!proofs.isRight(proof, limit, place, harder)) {
            return refuse(
                    count.untilNext(),
                    "The proof of work is not right, is too old, or counted before. Answer this challenge instead.",
                    proofs.challenge(limit, place, harder));
        }
        Count proved = counters.takeProved(limit, place);
        if (!proved.taken()) {
            return refuse(
                    proved.untilNext(),
                    "The proof is right, and too many came before it. Send it again after Retry-After.",
                    null);
        }
        if (!proofs.spend(proof)) {
            return refuse(
                    count.untilNext(),
                    "The proof of work counted before. Answer this challenge instead.",
                    proofs.challenge(limit, place, harder));
        }
        return null;
    }

    private static Response refuse(Duration after, String detail, ProofsOfWork.Challenge challenge) {
        return Response.status(ProblemType.TOO_MANY_REQUESTS.status())
                .type(TooManyRequestsView.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("Retry-After", upToSeconds(after))
                .entity(TooManyRequestsView.of(detail, challenge))
                .build();
    }

    private static void tell(HttpServerResponse response, Limit limit, Count count) {
        response.putHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(
                                        limit.title(),
                                        count.quota(),
                                        limit.window().toSeconds()))
                .putHeader(
                        "RateLimit",
                        "\"%s\";r=%d;t=%d".formatted(limit.title(), count.left(), upToSeconds(count.untilFull())));
    }

    private static long upToSeconds(Duration duration) {
        return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** The connection's own end: what stands in headers is read by {@link Places} alone. */
    private Optional<Place> placeOf(HttpServerRequest request) {
        SocketAddress peer = request.connection().remoteAddress();
        if (peer == null || peer.hostAddress() == null) {
            return Optional.empty();
        }
        boolean speaksForOthers = OF_PROXIES.stream().anyMatch(request.headers()::contains);
        return places.of(
                InetAddress.ofLiteral(peer.hostAddress()), request.headers().getAll(FORWARDED_FOR), speaksForOthers);
    }
}
