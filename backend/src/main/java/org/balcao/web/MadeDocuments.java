package org.balcao.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.balcao.shared.KeptDocuments;
import org.balcao.shared.KeptDocuments.Document;
import org.balcao.shared.KeptDocuments.HoldsFor;
import org.balcao.shared.KeptDocuments.Place;
import org.jboss.logging.Logger;

/**
 * Documents that are made out of the directory, a few at a time, and kept in memory until it changes. People wait for them, so they never wait
 * long for the directory: whoever would, gets another answer.
 */
@ApplicationScoped
class MadeDocuments {
    private static final Logger LOG = Logger.getLogger("web");

    /** How many are made at a time: most of the connections to the database stay with the API. */
    private static final int AT_A_TIME = 6;

    private static final long PATIENCE_MILLIS = 1_500;
    private static final String ASKED_ANEW = "no-cache";

    private final KeptDocuments kept;
    private final Vertx vertx;
    private final Semaphore permits = new Semaphore(AT_A_TIME);

    MadeDocuments(KeptDocuments kept, Vertx vertx) {
        this.kept = kept;
        this.vertx = vertx;
    }

    /**
     * What is wanted at an address.
     *
     * @param make makes the document, and may wait for the database
     * @param otherwise answers where there is something else than a document
     * @param later answers where that would take too long, or fails
     * @param <T> what else there may be at the address
     */
    record Order<T>(
            String address, HoldsFor time, Function<Place, Made<T>> make, Consumer<T> otherwise, Runnable later) {}

    /** A document, or what there is instead of one. */
    record Made<T>(Document document, T instead) {
        static <T> Made<T> document(Document document) {
            return new Made<>(document, null);
        }

        static <T> Made<T> instead(T other) {
            return new Made<>(null, other);
        }
    }

    /** Answers with the document that is kept, or with what is made now. */
    <T> void answer(RoutingContext request, Order<T> order) {
        boolean gzip = kept.takesGzip(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        Optional<Document> ready = kept.find(order.address(), gzip);
        if (ready.isPresent()) {
            send(request, ready.get());
        } else if (permits.tryAcquire()) {
            vertx.executeBlocking(() -> order.make().apply(kept.begin(order.address(), gzip, order.time())), false)
                    .onComplete(made -> permits.release())
                    .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .onSuccess(made -> {
                        if (made.document() == null) {
                            order.otherwise().accept(made.instead());
                        } else {
                            send(request, made.document());
                        }
                    })
                    .onFailure(failure -> {
                        // its message may hold what somebody wrote into an address
                        LOG.debugf(
                                "A page begins without its content: %s",
                                failure.getClass().getName());
                        order.later().run();
                    });
        } else {
            order.later().run();
        }
    }

    private static void send(RoutingContext request, Document document) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ETAG, document.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, ASKED_ANEW)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        String held = request.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (held != null && held.contains(document.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, document.gzip() ? "gzip" : "identity")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(document.body().length));
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(Buffer.buffer(document.body()));
        }
    }
}
