package org.balcao.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Serves the built page: hashed assets for a year, documents fresh. Each language has its entry page,
 * complete, and a shell in which every other address of that language begins; and there is a plain 404 for a file that
 * is not there (a missing script must never arrive as a page).
 */
@ApplicationScoped
class PageFiles {
    private static final List<String> LANGUAGES = List.of("pt", "en", "fr", "es", "uk", "ar");

    private final Optional<Path> directory;

    PageFiles(@ConfigProperty(name = "balcao.web.dir") Optional<Path> directory) {
        this.directory = directory;
    }

    void route(@Observes Router router) {
        if (directory.isEmpty()) {
            return;
        }
        var root = directory.get().toAbsolutePath().normalize();
        var languages = new PageLanguages(LANGUAGES.stream()
                .filter(tag -> Files.isRegularFile(root.resolve(tag).resolve("index.html")))
                .toList());
        if (languages.all().isEmpty()) {
            throw new ConfigurationException("balcao.web.dir has no built page: " + root);
        }
        var headers = PageHeaders.read(root.resolve("csp.json"), new ObjectMapper());
        var entries = documents(root, languages, "index.html");
        var shells = documents(root, languages, "shell.html");

        router.get("/assets/*")
                .order(10)
                .handler(StaticHandler.create(
                                FileSystemAccess.ROOT, root.resolve("assets").toString())
                        .setMaxAgeSeconds(31_536_000)
                        .setCachingEnabled(true));
        router.get("/assets/*").order(11).handler(PageFiles::missing);
        router.get("/").order(10).handler(request -> toBestLanguage(request, languages));
        for (String file : filesOf(root)) {
            if (!isPicture(file)) {
                router.get("/" + file).order(10).handler(request -> {
                    headers.addTo(request.response());
                    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                    request.next();
                });
            }
            router.get("/" + file)
                    .order(11)
                    .handler(StaticHandler.create(FileSystemAccess.ROOT, root.toString())
                            .setIncludeHidden(false)
                            .setCachingEnabled(true));
        }
        for (String language : languages.all()) {
            router.get("/" + language).order(10).handler(request -> redirect(request, "/" + language + "/"));
            router.get("/" + language + "/*").order(10).handler(request -> {
                boolean entry = request.normalizedPath().equals("/" + language + "/");
                (entry ? entries : shells).get(language).answer(request, headers);
            });
        }
    }

    /** Reads each language's document once; it changes only with a new build. */
    private static Map<String, PageDocument> documents(Path root, PageLanguages languages, String name) {
        var pages = new HashMap<String, PageDocument>();
        for (String language : languages.all()) {
            pages.put(language, PageDocument.read(root.resolve(language).resolve(name), language));
        }
        return pages;
    }

    /** A picture may be a day old; the service worker and the manifests are of the newest build. */
    private static boolean isPicture(String file) {
        return file.endsWith(".svg") || file.endsWith(".png") || file.endsWith(".ico");
    }

    private static List<String> filesOf(Path root) {
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.html") && !name.equals("csp.json") && !name.startsWith("."))
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
