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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.shared.KeptDocuments;
import org.balcao.shared.KeptDocuments.Document;
import org.balcao.shared.KeptDocuments.Place;
import org.balcao.shared.PublicUrl;
import org.balcao.shared.RecordPages;
import org.balcao.shared.RecordPages.Found;
import org.balcao.shared.RecordPages.Gone;
import org.balcao.shared.RecordPages.Kind;
import org.balcao.shared.RecordPages.Missing;
import org.balcao.shared.RecordPages.Moved;
import org.balcao.shared.RecordPages.Shown;
import org.jboss.logging.Logger;

/**
 * The first answer of a record's page: the shell with the record's own head, or the shell as it is with the status of a record that is not
 * there. People wait for this document, so it never waits long for the directory: while that is slow or away, the shell comes without a head
 * and with 503, which tells robots to come again and shows people the same page.
 */
@ApplicationScoped
class RecordDocuments {
    private static final Logger LOG = Logger.getLogger("web");
    private static final Pattern RECORD = Pattern.compile("(services|organizations|places|locations)/([^/]+)/?");

    /** How many are made at a time: most of the connections to the database stay with the API. */
    private static final int AT_A_TIME = 6;

    private static final long PATIENCE_MILLIS = 1_500;
    private static final String ASKED_ANEW = "no-cache";

    private final RecordPages records;
    private final KeptDocuments kept;
    private final Vertx vertx;
    private final String top;
    private final Semaphore permits = new Semaphore(AT_A_TIME);

    RecordDocuments(RecordPages records, KeptDocuments kept, Vertx vertx, PublicUrl publicUrl) {
        this.records = records;
        this.kept = kept;
        this.vertx = vertx;
        this.top = publicUrl.said().orElse("");
    }

    /** A page of a language: the shell as it is, and the same open for a head. */
    record Page(String language, PageLanguages languages, PageFile plain, Shell shell) {}

    /** What was found, and the document where there is one. */
    private record Made(Found found, Document document) {}

    /** @return whether the path within the language is one of a record and is answered here */
    boolean answer(RoutingContext request, String path, Page page) {
        Matcher record = RECORD.matcher(path);
        if (!record.matches()) {
            return false;
        }
        Kind kind = Kind.of(record.group(1)).orElseThrow();
        String id = record.group(2);
        boolean gzip = kept.takesGzip(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        String address = "/" + page.language() + "/" + kind.word() + "/" + id;
        Optional<Document> ready = kept.find(address, gzip);
        if (ready.isPresent()) {
            send(request, ready.get());
        } else if (permits.tryAcquire()) {
            vertx.executeBlocking(() -> make(kind, id, page, address, gzip), false)
                    .onComplete(made -> permits.release())
                    .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .onSuccess(made -> send(request, made, kind, page))
                    .onFailure(failure -> {
                        // its message may hold what somebody wrote into an address
                        LOG.debugf("A page has no head: %s", failure.getClass().getName());
                        later(request, page);
                    });
        } else {
            later(request, page);
        }
        return true;
    }

    private Made make(Kind kind, String id, Page page, String address, boolean gzip) {
        Place place = kept.begin(address, gzip);
        Found found = records.find(kind, id, page.language());
        if (!(found instanceof Shown shown)) {
            return new Made(found, null);
        }
        String head = new RecordHead(top, page.languages())
                .of(kind, shown, page.language(), page.shell().description());
        return new Made(found, place.keep(page.shell().with(head)));
    }

    private void send(RoutingContext request, Made made, Kind kind, Page page) {
        switch (made.found()) {
            case Shown shown -> send(request, made.document());
            case Moved moved ->
                request.response()
                        .setStatusCode(308)
                        .putHeader(HttpHeaders.LOCATION, "/" + page.language() + "/" + kind.word() + "/" + moved.id())
                        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                        .end();
            case Gone gone -> page.plain().answer(request, 410);
            case Missing missing -> page.plain().answer(request, 404);
        }
    }

    private static void later(RoutingContext request, Page page) {
        request.response().putHeader("Retry-After", "5").putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.plain().answer(request, 503);
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
