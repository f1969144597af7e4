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
import org.balcao.shared.PublicUrl;

/**
 * Tells search engines which pages there are: one list a language, each page with the day it last changed. The lists hold whole addresses, so
 * there are none until {@code BALCAO_PUBLIC_URL} says where the page is.
 */
@ApplicationScoped
class Sitemap {
    /** The protocol's limit for one list. */
    private static final int MOST = 50_000;

    private static final List<String> ALWAYS =
            List.of("", "services", "centres", "eligibility", "18-months", "figures", "about-data");
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final PublicAddresses addresses;
    private final Optional<String> top;

    Sitemap(PublicAddresses addresses, PublicUrl publicUrl) {
        this.addresses = addresses;
        this.top = publicUrl.said().map(url -> url.replace("&", "&amp;").replace("<", "&lt;"));
    }

    void route(@Observes Router router) {
        read(router, "/robots.txt").handler(this::robots);
        if (top.isEmpty()) {
            return;
        }
        read(router, "/sitemap.xml").handler(request -> index(request, top.get()));
        for (String language : PageLanguages.ALL) {
            read(router, "/sitemap-" + language + ".xml")
                    .blockingHandler(request -> pages(request, language, top.get()), false);
        }
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(9);
    }

    private void robots(RoutingContext request) {
        answer(
                request,
                "text/plain; charset=utf-8",
                "User-agent: *\nDisallow: /api/\n"
                        + top.map(url -> "Sitemap: " + url + "/sitemap.xml\n").orElse(""));
    }

    private void index(RoutingContext request, String top) {
        var text = new StringBuilder(XML).append("<sitemapindex").append(NAMESPACE);
        for (String language : PageLanguages.ALL) {
            text.append("<sitemap><loc>")
                    .append(top)
                    .append("/sitemap-")
                    .append(language)
                    .append(".xml</loc></sitemap>\n");
        }
        answer(request, "application/xml", text.append("</sitemapindex>\n").toString());
    }

    private void pages(RoutingContext request, String language, String top) {
        var start = "<url><loc>" + top + "/" + language + "/";
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
}
