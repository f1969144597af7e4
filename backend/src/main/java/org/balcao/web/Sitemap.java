package org.balcao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.balcao.shared.PublicAddresses;
import org.balcao.shared.PublicUrl;

/**
 * Tells search engines which pages there are: lists of each language, each page with the day it last changed and with its addresses in the
 * other languages. The lists hold whole addresses, so there are none until {@code BALCAO_PUBLIC_URL} says where the page is.
 */
@ApplicationScoped
class Sitemap {
    /** Pages in one list: with the addresses in all languages a list has about 4 MB; the protocol's limits are 50,000 pages and 50 MB. */
    private static final int A_LIST = 2_500;

    private static final List<String> ALWAYS =
            List.of("", "services", "centres", "eligibility", "18-months", "figures", "about-data", "accessibility");
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    private static final String LINKS = " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /**
     * Records may be read by robots, one by one: what a page shows comes from there. Lists and searches have no end and are left out, but for
     * the list in the words of schema.org.
     */
    private static final String ROBOTS = """
            User-agent: *
            Allow: /api/services/
            Allow: /api/services?format=jsonld
            Allow: /api/organizations/
            Allow: /api/locations/
            Allow: /api/places/
            Disallow: /api/
            """;

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
        read(router, "/sitemap.xml").blockingHandler(request -> index(request, top.get()), false);
        for (String language : PageLanguages.ALL) {
            read(router, "/sitemap-" + language + ".xml")
                    .blockingHandler(request -> pages(request, language, 1, top.get()), false);
            router.routeWithRegex("/sitemap-" + language + "-(?<list>[1-9][0-9]{0,5})\\.xml")
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(9)
                    .blockingHandler(
                            request -> pages(request, language, Integer.parseInt(request.pathParam("list")), top.get()),
                            false);
        }
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(9);
    }

    private void robots(RoutingContext request) {
        answer(
                request,
                "text/plain; charset=utf-8",
                ROBOTS + top.map(url -> "Sitemap: " + url + "/sitemap.xml\n").orElse(""));
    }

    private void index(RoutingContext request, String top) {
        long lists = Math.max(1, (addresses.count() + A_LIST - 1) / A_LIST);
        var text =
                new StringBuilder(XML).append("<sitemapindex").append(NAMESPACE).append(">\n");
        for (String language : PageLanguages.ALL) {
            for (long list = 1; list <= lists; list++) {
                text.append("<sitemap><loc>")
                        .append(top)
                        .append("/sitemap-")
                        .append(language)
                        .append(list == 1 ? "" : "-" + list)
                        .append(".xml</loc></sitemap>\n");
            }
        }
        answer(request, "application/xml", text.append("</sitemapindex>\n").toString());
    }

    /** @param list from 1; the first has the pages that are always there too */
    private void pages(RoutingContext request, String language, int list, String top) {
        var listed = addresses.list((list - 1L) * A_LIST, A_LIST);
        if (list > 1 && listed.isEmpty()) {
            request.fail(404);
            return;
        }
        var text = new StringBuilder(XML)
                .append("<urlset")
                .append(NAMESPACE)
                .append(LINKS)
                .append(">\n");
        if (list == 1) {
            ALWAYS.forEach(path -> add(text, top, language, path, null));
        }
        listed.forEach(page -> add(text, top, language, page.path(), page.lastModified()));
        answer(request, "application/xml", text.append("</urlset>\n").toString());
    }

    private static void add(StringBuilder text, String top, String language, String path, Instant lastModified) {
        text.append("<url><loc>")
                .append(top)
                .append('/')
                .append(language)
                .append('/')
                .append(path)
                .append("</loc>");
        if (lastModified != null) {
            text.append("<lastmod>").append(lastModified).append("</lastmod>");
        }
        for (String other : PageLanguages.ALL) {
            alternate(text, other, top + "/" + other + "/" + path);
        }
        // the door of all languages chooses by the browser; every other page has no such address
        alternate(
                text, "x-default", path.isEmpty() ? top + "/" : top + "/" + PageLanguages.ALL.getFirst() + "/" + path);
        text.append("</url>\n");
    }

    private static void alternate(StringBuilder text, String language, String address) {
        text.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                .append(language)
                .append("\" href=\"")
                .append(address)
                .append("\"/>");
    }

    private static void answer(RoutingContext request, String mediaType, String text) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .end(text);
    }
}
