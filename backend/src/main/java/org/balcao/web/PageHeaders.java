package org.balcao.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The headers that keep the page to itself: it loads from its own host only, runs no script that was not built with it, and tells
 * no other site where its reader came from.
 */
final class PageHeaders {
    private final String contentSecurityPolicy;

    private PageHeaders(String contentSecurityPolicy) {
        this.contentSecurityPolicy = contentSecurityPolicy;
    }

    /** Reads the hashes of what the build put inline: {@code {"script": ["sha256-…"], "style": ["sha256-…"]}}. */
    static PageHeaders read(Path file, ObjectMapper json) {
        try {
            JsonNode hashes = Files.exists(file) ? json.readTree(Files.readAllBytes(file)) : json.createObjectNode();
            return new PageHeaders("default-src 'self'; script-src 'self'" + sources(hashes.path("script"))
                    + "; style-src 'self'" + sources(hashes.path("style"))
                    + "; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'"
                    + "; form-action 'self'; frame-ancestors 'none'");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sources(JsonNode hashes) {
        return StreamSupport.stream(hashes.spliterator(), false)
                .map(hash -> " '" + hash.asText() + "'")
                .collect(Collectors.joining());
    }

    void addTo(HttpServerResponse response, String cacheControl) {
        response.putHeader("Cache-Control", cacheControl)
                .putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)");
    }
}
