package org.balcao.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A built file, kept in memory as it is and compressed; it changes only with a new build. */
final class PageFile {
    private final Buffer plain;
    private final Buffer compressed;
    private final boolean isSmaller;
    private final String mediaType;
    private final String etag;

    private PageFile(byte[] content, String mediaType) {
        var smaller = compress(content);
        this.plain = Buffer.buffer(content);
        this.compressed = Buffer.buffer(smaller);
        this.isSmaller = smaller.length < content.length;
        this.mediaType = mediaType;
        this.etag = etag(content);
    }

    static PageFile read(Path file) {
        try {
            return new PageFile(
                    Files.readAllBytes(file), mediaType(file.getFileName().toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Answers a request with this file, under the headers that the response already has. */
    void answer(RoutingContext request, int status) {
        var response = request.response();
        response.putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (status == 200 && etag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        boolean gzip = isSmaller && accepts(request, "gzip");
        var content = gzip ? compressed : plain;
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : "identity")
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length()));
        if (request.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(content);
        }
    }

    private static boolean accepts(RoutingContext request, String encoding) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains(encoding);
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
