package org.balcao.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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

    void route(@Observes @Priority(FIRST) Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::guard);
    }

    private void guard(RoutingContext request) {
        request.addHeadersEndHandler(end -> addTo(
                request.response().headers(),
                request.request().path(),
                "https".equalsIgnoreCase(request.request().scheme())));
        request.next();
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
