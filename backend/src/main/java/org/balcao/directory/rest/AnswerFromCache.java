package org.balcao.directory.rest;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.directory.rest.AnswerCache.Asked;
import org.balcao.directory.rest.AnswerCache.Found;
import org.balcao.directory.rest.asked.QueryParameters;

/**
 * Answers out of the {@link AnswerCache} before a resource is looked for: after requests were counted and told who may read them (CORS), before
 * anybody asks who it is. Whatever is not kept goes on to its resource.
 */
@ApplicationScoped
class AnswerFromCache {

    private static final int AFTER_CORS_BEFORE_AUTHENTICATION = 250;
    private static final String ASKED = "balcao.asked";
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");
    private static final CharSequence VARIES = HttpHeaders.createOptimized("Accept, Accept-Language, Accept-Encoding");
    private static final CharSequence CONTENT_LANGUAGE = HttpHeaders.createOptimized("Content-Language");
    private static final CharSequence CONTENT_ENCODING = HttpHeaders.createOptimized("Content-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");

    /** Lists that are asked for by POST too: they write nothing. */
    private static final Set<String> TWINS = Set.of(
            "/api/services",
            "/api/organizations",
            "/api/service_at_locations",
            "/api/taxonomies",
            "/api/taxonomy_terms");

    private final AnswerCache cache;
    private final CurrentVertxRequest current;

    AnswerFromCache(AnswerCache cache, CurrentVertxRequest current) {
        this.cache = cache;
        this.current = current;
    }

    void register(@Observes Filters filters) {
        if (cache.isOn()) {
            filters.register(this::answer, AFTER_CORS_BEFORE_AUTHENTICATION);
        }
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpMethod method = request.method();
        String path = request.path();
        if (path == null || !path.startsWith("/api")) {
            context.next();
        } else if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            AnswerKey key = AnswerKey.of(request, null);
            Found found = key == null ? null : cache.find(key);
            if (found == null || !send(context, found.answer())) {
                ask(context, found);
                context.next();
            }
        } else {
            if (method != HttpMethod.OPTIONS && !TWINS.contains(path)) {
                context.addHeadersEndHandler(acknowledged -> doubt(context.response()));
            }
            context.next();
        }
    }

    /** Whoever is told that something was written, and asks at once, is shown it. */
    private void doubt(HttpServerResponse response) {
        if (response.getStatusCode() < 300) {
            cache.doubt();
        }
    }

    private static void ask(RoutingContext context, Found found) {
        if (found != null) {
            context.put(ASKED, found.asked());
        }
    }

    /** The question that is being answered now; null if its answer is for nobody else. */
    Asked asked() {
        RoutingContext context = current.getCurrent();
        return context == null ? null : context.get(ASKED);
    }

    /** What is kept for the POST twin of a list, or null; it is known only after the form was read. */
    Answer forForm(String form) {
        RoutingContext context = cache.isOn() ? current.getCurrent() : null;
        AnswerKey key = context == null ? null : AnswerKey.of(context.request(), form == null ? "" : form);
        Found found = key == null ? null : cache.find(key);
        if (found == null || found.answer() == null || found.answer().body() == null) {
            ask(context, found);
            return null;
        }
        cache.count(true);
        return found.answer();
    }

    /** The template of the path that is being answered. */
    String path() {
        HttpRequestMetric metric = metric(current.getCurrent());
        return metric == null ? null : metric.getNormalizedUriPath(Map.of(), List.of());
    }

    private static HttpRequestMetric metric(RoutingContext context) {
        return HttpRequestMetric.getRequestMetric(context);
    }

    private boolean send(RoutingContext context, Answer answer) {
        if (answer == null) {
            cache.count(false);
            return false;
        }
        HttpServerRequest request = context.request();
        boolean notModified = QueryParameters.has(request.getHeader(HttpHeaders.IF_NONE_MATCH), answer.tag());
        if (!notModified && answer.body() == null) {
            cache.count(false);
            return false;
        }
        cache.count(true);
        HttpRequestMetric metric = metric(context);
        if (metric != null && answer.path() != null) {
            metric.setTemplatePath(answer.path());
        }
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        headers.set(HttpHeaders.ETAG, answer.tag());
        headers.set(HttpHeaders.CACHE_CONTROL, answer.cacheControl());
        headers.set(VARY, VARIES);
        if (notModified) {
            response.setStatusCode(304).end();
            return true;
        }
        headers.set(HttpHeaders.CONTENT_TYPE, answer.mediaType());
        headers.set(CONTENT_ENCODING, answer.gzip() ? GZIP : IDENTITY);
        String disposition = answer.disposition();
        if (disposition != null) {
            headers.set("Content-Disposition", disposition);
        }
        if (answer.languages() != null) {
            headers.set(CONTENT_LANGUAGE, answer.languages());
        }
        if (request.method() == HttpMethod.HEAD) {
            headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()));
            response.end();
        } else {
            response.end(answer.body());
        }
        return true;
    }
}
