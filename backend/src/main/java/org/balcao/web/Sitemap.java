package org.balcao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.balcao.shared.PublicAddresses;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells search engines which pages there are: one list a language, each page with the day it last changed. */
@ApplicationScoped
class Sitemap {
    /** The protocol's limit for one list. */
    private static final int MOST = 50_000;

    private static final List<String> ALWAYS =
            List.of("", "services", "centres", "eligibility", "18-months", "figures", "about-data");
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final PublicAddresses addresses;
    private final Optional<String> publicUrl;

    Sitemap(PublicAddresses addresses, @ConfigProperty(name = "balcao.public.url") Optional<String> publicUrl) {
        this.addresses = addresses;
        this.publicUrl = publicUrl;
    }

    void route(@Observes Router router) {
        read(router, "/robots.txt").handler(request -> robots(request));
        read(router, "/sitemap.xml").handler(request -> index(request));
        for (String language : PageLanguages.ALL) {
            read(router, "/sitemap-" + language + ".xml").blockingHandler(request -> pages(request, language), false);
        }
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(9);
    }

    private void robots(RoutingContext request) {
        answer(
                request,
                "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /api/\nSitemap: " + top(request) + "/sitemap.xml\n");
    }

    private void index(RoutingContext request) {
        var text = new StringBuilder(XML).append("<sitemapindex").append(NAMESPACE);
        for (String language : PageLanguages.ALL) {
            text.append("<sitemap><loc>")
                    .append(top(request))
                    .append("/sitemap-")
                    .append(language)
                    .append(".xml</loc></sitemap>\n");
        }
        answer(request, "application/xml", text.append("</sitemapindex>\n").toString());
    }

    private void pages(RoutingContext request, String language) {
        var start = "<url><loc>" + top(request) + "/" + language + "/";
        var text = new StringBuilder(XML).append("<urlset").append(NAMESPACE);
        ALWAYS.forEach(path -> text.append(start).append(path).append("</loc></url>\n"));
        for (var page : addresses.list(MOST - ALWAYS.size())) {
            text.append(start)
                    .append(page.path())
                    .append("</loc><lastmod>")
                    .append(page.lastModified())
                    .append("</lastmod></url>\n");
        }
        answer(request, "application/xml", text.append("</urlset>\n").toString());
    }

    private static void answer(RoutingContext request, String mediaType, String text) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .end(text);
    }

    /** Where the page is for everybody: as configured, else as this request came. */
    private String top(RoutingContext request) {
        return escape(publicUrl.orElseGet(
                () -> request.request().scheme() + "://" + request.request().authority()));
    }

    private static String escape(String text) {
        return text.replaceAll("/+$", "").replace("&", "&amp;").replace("<", "&lt;");
    }
}
