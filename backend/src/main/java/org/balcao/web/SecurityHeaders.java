package org.balcao.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import org.balcao.limit.Places;

/**
 * What keeps an answer in its place, refusals too. An answer of the API is data: no browser may take it for a page, run anything of it or
 * frame it. The API's documentation is a page that runs what it was built with and nothing else. The product's own page says more for itself
 * ({@link PageHeaders}). Whatever came by TLS asks for TLS the next time.
 */
@ApplicationScoped
class SecurityHeaders {
    static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";
    static final String BY_TLS_FOR_A_YEAR = "max-age=31536000";
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final int FIRST = 1;
    private static final String POLICY = "Content-Security-Policy";

    private final String documentation = ApiDocumentation.contentSecurityPolicy();
    private final Places places;

    SecurityHeaders(Places places) {
        this.places = places;
    }

    void route(@Observes @Priority(FIRST) Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::guard);
    }

    private void guard(RoutingContext request) {
        request.addHeadersEndHandler(
                end -> addTo(request.response().headers(), request.request().path(), isByTls(request.request())));
        request.next();
    }

    /** By TLS to this program, or to the proxy that whoever asks came to first, as a trusted proxy says. */
    private boolean isByTls(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        SocketAddress peer = request.connection().remoteAddress();
        String said = request.getHeader("X-Forwarded-Proto");
        return said != null
                && "https".equalsIgnoreCase(said.split(",", 2)[0].strip())
                && peer != null
                && peer.hostAddress() != null
                && places.isTrusted(InetAddress.ofLiteral(peer.hostAddress()));
    }

    /** Adds what the answer does not say by itself. */
    void addTo(MultiMap headers, String path, boolean byTls) {
        if (!headers.contains(POLICY)) {
            headers.set(POLICY, ApiDocumentation.isAt(path) ? documentation : DATA);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains("Referrer-Policy")) {
            headers.set("Referrer-Policy", "no-referrer");
        }
        if (byTls) {
            headers.set("Strict-Transport-Security", BY_TLS_FOR_A_YEAR);
        }
    }
}
