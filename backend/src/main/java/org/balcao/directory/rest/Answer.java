package org.balcao.directory.rest;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.balcao.directory.rest.asked.Format;

/**
 * A public answer, ready to be sent.
 *
 * @param body null where it is only known that the copy with this entity tag, which the reader has, still holds
 * @param gzip whether the body is compressed
 * @param languages of its texts, as {@code Content-Language} tells them; null if it tells none
 * @param path the template of its path, by which requests are counted
 * @param slots how long it stays the same while the directory does
 * @param slot the one in which it was made
 */
record Answer(
        Buffer body,
        boolean gzip,
        String mediaType,
        String tag,
        String cacheControl,
        String languages,
        String path,
        TimeSlots slots,
        long slot) {

    /** What an answer depends on besides its {@link AnswerKey} and the time. */
    enum Source {
        /** The directory as PostgreSQL has it. */
        DIRECTORY,
        /** The search index, which follows the directory. */
        INDEX,
        /** Something that changes without a change in the directory, or that is to be asked each time. */
        MORE
    }

    /** Spans of time in which nothing that is shown changes by itself. In a quarter of an hour no clock in the world comes to another day. */
    enum TimeSlots {
        MINUTES(60),
        QUARTERS_OF_AN_HOUR(900);

        private final long seconds;

        TimeSlots(long seconds) {
            this.seconds = seconds;
        }

        long at(Instant moment) {
            return Math.floorDiv(moment.getEpochSecond(), seconds);
        }
    }

    boolean holdsAt(Instant moment) {
        return slot == slots.at(moment);
    }

    /** How a browser is to take it: as a file with a name; null where it is shown. */
    String disposition() {
        String name = mediaType == null ? null : Format.fileName(mediaType);
        return name == null ? null : "attachment; filename=\"" + name + "\"";
    }

    /** Roughly how many bytes it takes in memory. */
    int weight() {
        return 300 + (body == null ? 0 : body.length());
    }

    /** @return null if it would not be smaller */
    static byte[] compressed(byte[] body) {
        var out = new ByteArrayOutputStream(Math.max(64, body.length / 4));
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.size() < body.length ? out.toByteArray() : null;
    }
}
