package org.balcao.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.balcao.shared.PublicUrl;
import org.balcao.web.PageAddresses.PageAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the built page: hashed assets for a year, everything else asked for anew each time; the entry page of a language at its own address, and at
 * every other the document that its page begins with ({@link PageAddresses}), with what is known of a record ({@link RecordDocuments}) or a list
 * ({@link ResultDocuments}); and a plain 404 for a file that is not there (a missing script must never arrive as a page).
 */
@ApplicationScoped
class PageFiles {
    private static final String ASSETS = "assets";
    private static final String RESULTS = "services";
    private static final String ADDRESSES = "pages.json";
    private static final Set<String> FOR_THE_SERVER = Set.of("index.html", "csp.json", ADDRESSES);
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    /** Where Portuguese readers and inspectors look for the accessibility statement of any site. */
    private static final String STATEMENT = "/acessibilidade";

    private final Optional<Path> directory;
    private final PublicUrl publicUrl;
    private final RecordDocuments records;
    private final ResultDocuments results;

    PageFiles(
            @ConfigProperty(name = "balcao.web.dir") Optional<Path> directory,
            PublicUrl publicUrl,
            RecordDocuments records,
            ResultDocuments results) {
        this.directory = directory;
        this.publicUrl = publicUrl;
        this.records = records;
        this.results = results;
    }

    void route(@Observes Router router) {
        if (directory.isEmpty()) {
            return;
        }
        var root = directory.get().toAbsolutePath().normalize();
        var languages = new PageLanguages(PageLanguages.ALL.stream()
                .filter(tag -> Files.isRegularFile(root.resolve(tag).resolve("index.html")))
                .toList());
        if (languages.all().isEmpty()) {
            throw new ConfigurationException("balcao.web.dir has no built page: " + root);
        }
        var headers = PageHeaders.read(root.resolve("csp.json"), new ObjectMapper());
        var addresses = PageAddresses.read(root.resolve(ADDRESSES), new ObjectMapper());

        var files = new HashMap<String, PageFile>();
        filesOf(root.resolve(ASSETS)).forEach(name -> files.put("/" + ASSETS + "/" + name, file(root, ASSETS, name)));
        filesOf(root).forEach(name -> files.put("/" + name, file(root, name)));
        read(router, "/*").handler(request -> {
            var path = request.request().path();
            var file = files.get(path);
            if (file == null) {
                request.next();
            } else {
                headers.addTo(request.response(), path.startsWith("/" + ASSETS) ? FOR_A_YEAR : "no-cache");
                file.answer(request, 200);
            }
        });
        read(router, "/" + ASSETS + "/*").handler(PageFiles::missing);
        read(router, "/").handler(request -> toBestLanguage(request, languages));
        read(router, STATEMENT).handler(request -> redirect(request, "/pt/accessibility"));
        for (String language : languages.all()) {
            read(router, "/" + language + "/*").handler(inLanguage(root, language, languages, addresses, headers));
        }
    }

    private Handler<RoutingContext> inLanguage(
            Path root, String language, PageLanguages languages, PageAddresses addresses, PageHeaders headers) {
        var home = "/" + language + "/";
        var entry = file(root, language, "index.html");
        var shell = new Beginning(file(root, language, "shell.html"), null);
        var beginnings = new HashMap<String, Beginning>();
        addresses
                .withDocument()
                .forEach(each -> beginnings.put(
                        each.document(),
                        beginning(root, language, each.document(), !each.asks().isEmpty())));
        return request -> {
            var path = request.request().path();
            if (path.length() < home.length()) {
                redirect(request, home);
                return;
            }
            headers.addTo(request.response(), "no-cache");
            request.response().putHeader(HttpHeaders.CONTENT_LANGUAGE, language);
            if (path.equals(home)) {
                request.response().putHeader("Link", links(language, languages));
                entry.answer(request, 200);
                return;
            }
            var within = path.substring(home.length());
            var address = addresses.at(within);
            if (address.isEmpty()) {
                shell.plain().answer(request, 404);
                return;
            }
            var beginning = beginningOf(address.get(), beginnings, shell);
            if (RESULTS.equals(address.get().document())) {
                results.answer(
                        request,
                        new ResultDocuments.Page(
                                language, beginning, address.get().asks(language)));
            } else if (!records.answer(
                    request,
                    within,
                    new RecordDocuments.Page(
                            language, languages, beginning, id -> addresses.asksFor(address.get(), language, id)))) {
                beginning.plain().answer(request, 200);
            }
        };
    }

    private static Beginning beginningOf(PageAddress address, Map<String, Beginning> beginnings, Beginning shell) {
        return address.document() == null ? shell : beginnings.get(address.document());
    }

    private static Beginning beginning(Path root, String language, String name, boolean takesContent) {
        var file = root.resolve(language).resolve(name + ".html");
        return new Beginning(PageFile.read(file), takesContent ? Shell.read(file) : null);
    }

    /**
     * The entry page's own address and those of the same page in the other languages, for search engines (RFC 8288): whole ones where it
     * was said what they are.
     */
    private String links(String language, PageLanguages languages) {
        var top = publicUrl.said().orElse("");
        var links = new StringBuilder("<" + top + "/" + language + "/>; rel=\"canonical\"");
        links.append(", <").append(top).append("/>; rel=\"alternate\"; hreflang=\"x-default\"");
        for (String other : languages.all()) {
            links.append(", <")
                    .append(top)
                    .append('/')
                    .append(other)
                    .append("/>; rel=\"alternate\"; hreflang=\"")
                    .append(other)
                    .append('"');
        }
        return links.toString();
    }

    private static PageFile file(Path root, String first, String... more) {
        return PageFile.read(root.resolve(Path.of(first, more)));
    }

    private static Route read(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(10);
    }

    private static List<String> filesOf(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !FOR_THE_SERVER.contains(name) && !name.startsWith("."))
                    .filter(name -> !PageFile.isCompressedForm(name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void toBestLanguage(RoutingContext request, PageLanguages languages) {
        request.response().putHeader(HttpHeaders.VARY, "Accept-Language");
        redirect(request, "/" + languages.bestFor(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)) + "/");
    }

    private static void redirect(RoutingContext request, String target) {
        request.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, target)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end();
    }

    private static void missing(RoutingContext request) {
        request.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .end("Not here\n");
    }
}
