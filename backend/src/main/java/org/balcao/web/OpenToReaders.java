package org.balcao.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Any page may read the API, and says so with a star: the answer is the same for all, so a cache between need not keep one for each page
 * that asks.
 */
@ApplicationScoped
class OpenToReaders {

    private static final int BEFORE_ALL_ELSE = 10_000;

    void register(@Observes Filters filters) {
        filters.register(OpenToReaders::open, BEFORE_ALL_ELSE);
    }

    private static void open(RoutingContext request) {
        request.addHeadersEndHandler(end -> {
            var headers = request.response().headers();
            if (headers.contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
                headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
                headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
            }
        });
        request.next();
    }
}
