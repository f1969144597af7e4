package org.balcao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A built file, kept in memory compressed where that makes it smaller; it changes only with a new build. Beside a script the build wrote its Brotli
 * form ({@code .br}), which is smaller still.
 */
final class PageFile {
    private static final String BROTLI = ".br";

    private final Buffer content;
    private final boolean compressed;
    private final Buffer brotli;
    private final String mediaType;
    private final String etag;

    private PageFile(byte[] content, byte[] brotli, String mediaType) {
        var smaller = compress(content);
        this.compressed = smaller.length < content.length;
        this.content = Buffer.buffer(compressed ? smaller : content);
        this.brotli = brotli == null ? null : Buffer.buffer(brotli);
        this.mediaType = mediaType;
        this.etag = etag(content);
    }

    static PageFile read(Path file) {
        try {
            Path smaller = file.resolveSibling(file.getFileName() + BROTLI);
            return new PageFile(
                    Files.readAllBytes(file),
                    Files.isRegularFile(smaller) ? Files.readAllBytes(smaller) : null,
                    mediaType(file.getFileName().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a file is another form of the file beside it. */
    static boolean isCompressedForm(String name) {
        return name.endsWith(BROTLI);
    }

    /** Answers a request with this file, under the headers that the response already has. */
    void answer(RoutingContext request, int status) {
        var response = request.response();
        response.putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (status == 200 && etag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        var encoding = encodingFor(request);
        var body = switch (encoding) {
            case "br" -> brotli;
            case "gzip" -> content;
            default -> compressed ? Buffer.buffer(expand(content.getBytes())) : content;
        };
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CONTENT_ENCODING, encoding)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private String encodingFor(RoutingContext request) {
        if (brotli != null && accepts(request, "br")) {
            return "br";
        }
        return compressed && accepts(request, "gzip") ? "gzip" : "identity";
    }

    private static boolean accepts(RoutingContext request, String encoding) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && Stream.of(accepted.split(",")).anyMatch(each -> names(each, encoding));
    }

    /** Whether a part of the header is an encoding that is wanted: a weight of nothing says that it is not. */
    private static boolean names(String part, String encoding) {
        var nameAndWeight = part.replaceAll("\\s", "").split(";", 2);
        return nameAndWeight[0].equalsIgnoreCase(encoding)
                && (nameAndWeight.length == 1 || !nameAndWeight[1].matches("(?i)q=0(\\.0*)?"));
    }

    private static String mediaType(String name) {
        if (name.endsWith(".webmanifest")) {
            return "application/manifest+json";
        }
        var type = MimeMapping.getMimeTypeForFilename(name);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    private static byte[] compress(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] expand(byte[] compressed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A weak tag: the same content may travel compressed or not. */
    private static String etag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
