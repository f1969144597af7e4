package org.balcao.directory.rest;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.Answer.TimeSlots;
import org.balcao.directory.rest.AnswerCache.Asked;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.store.DirectoryCounts;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.Certainty;
import org.balcao.search.SearchReport;
import org.balcao.search.ServicePage;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How records are sent: their entity tags, languages and how long they may be kept, the same for all. */
@ApplicationScoped
public class CacheableResponses {

    private static final String MAY_BE_KEPT = "public, max-age=60";
    private static final String VARIES = "Accept, Accept-Language, Accept-Encoding";
    private static final String MUST_BE_ASKED_AGAIN = "no-cache";

    private final RenderedRecords rendered;
    private final Ids ids;
    private final String version;
    private final DirectoryCounts counts;
    private final AnswerFromCache cached;
    private final Downloads downloads;

    CacheableResponses(
            RenderedRecords rendered,
            Ids ids,
            DirectoryCounts counts,
            AnswerFromCache cached,
            Downloads downloads,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.rendered = rendered;
        this.ids = ids;
        this.version = version;
        this.counts = counts;
        this.cached = cached;
        this.downloads = downloads;
    }

    Languages languages(QueryParameters asked) {
        return asked.languages(counts.textLanguages());
    }

    /** Those of some languages, best first, that the directory has texts in. */
    Languages languages(List<String> wanted) {
        return Languages.wanted(wanted, null, counts.textLanguages());
    }

    Ids ids() {
        return ids;
    }

    /** One record. */
    <E extends DirectoryRecord> Response one(
            QueryParameters asked, Representation<E> form, Format format, RecordVersion stamp) {
        Languages languages = form.dependsOn(languages(asked));
        String tag =
                tag(form.name() + stamp.id() + stamp.version() + "." + stamp.parts() + languages + rendered.state());
        if (asked.has(tag)) {
            return notModified(tag, MAY_BE_KEPT, Source.DIRECTORY);
        }
        Rendered one = rendered.of(form, List.of(stamp), languages).stream()
                .findFirst()
                .orElseThrow(CacheableResponses::gone);
        byte[] body = switch (format) {
            case GEOJSON -> joined("{\"type\":\"FeatureCollection\",\"features\":", List.of(one.json()), "", "}");
            case JSONLD -> withContext(one.json());
            case JSON, NDJSON -> one.json();
            case CSV, XLSX, ICS, ATOM -> throw new IllegalArgumentException("One record has no " + format);
        };
        return ok(body, format, tag, MAY_BE_KEPT, one.languages(), Source.DIRECTORY);
    }

    private static RuntimeException gone() {
        return ProblemType.NOT_FOUND.because("This record was removed a moment ago");
    }

    /** One page of a list. */
    <E extends DirectoryRecord> Response page(
            QueryParameters asked,
            Representation<E> form,
            Format format,
            ResultPage found,
            boolean changesByTheMinute) {
        return page(asked, form, format, ServicePage.of(found), changesByTheMinute, Source.DIRECTORY);
    }

    /**
     * One page of a search, each record with why it was found. A search that finds nothing, or nothing sure, is counted, and therefore made each
     * time; so is one that repeats what may be somebody's own words, so that they are not kept in memory.
     */
    <E extends DirectoryRecord> Response page(
            QueryParameters asked,
            Representation<E> form,
            Format format,
            ServicePage found,
            boolean changesByTheMinute) {
        SearchReport report = found.report();
        boolean counted = report != null && (found.total() == 0 || report.certainty() != Certainty.SURE);
        boolean mayBeKept = !counted && !found.repeatsOwnWords();
        Source source = mayBeKept ? Source.INDEX : Source.MORE;
        return page(asked, form, format, found, changesByTheMinute, source);
    }

    private <E extends DirectoryRecord> Response page(
            QueryParameters asked,
            Representation<E> form,
            Format format,
            ServicePage found,
            boolean changesByTheMinute,
            Source source) {
        Languages languages = languages(asked);
        String kept = changesByTheMinute ? MUST_BE_ASKED_AGAIN : MAY_BE_KEPT;
        String tag = tag(asked.question() + form.name() + format + languages.tags() + found + rendered.state());
        if (asked.has(tag)) {
            return notModified(tag, kept, source);
        }
        List<Rendered> records = rendered.of(form, found.versions(), languages);
        Set<String> used = new TreeSet<>();
        records.forEach(each -> used.addAll(each.languages()));
        List<byte[]> items = format == Format.JSON
                ? HitAnnotations.all(records, found)
                : records.stream().map(Rendered::json).toList();
        byte[] body = switch (format) {
            case GEOJSON -> PageEnvelope.features(asked, found, items);
            case JSONLD -> PageEnvelope.itemList(asked, found.total(), items);
            case JSON, NDJSON -> PageEnvelope.page(asked, found, items);
            case CSV, XLSX, ICS, ATOM -> downloads.of(format, items, asked, languages);
        };
        return ok(body, format, tag, kept, used, source);
    }

    /** Something that is not a record, in one language or none. */
    Response view(QueryParameters asked, Object view, boolean mayBeKept, Collection<String> used, Source source) {
        return bytes(asked, HsdsJson.bytes(view), mayBeKept, used, source);
    }

    Response bytes(QueryParameters asked, byte[] body, boolean mayBeKept, Collection<String> used, Source source) {
        String kept = mayBeKept ? MAY_BE_KEPT : MUST_BE_ASKED_AGAIN;
        String tag = tag(new String(body, StandardCharsets.UTF_8));
        return asked.has(tag) ? notModified(tag, kept, source) : ok(body, Format.JSON, tag, kept, used, source);
    }

    /**
     * Something long that is made only for who does not have it yet.
     *
     * @param state of all that it depends on
     */
    Response made(QueryParameters asked, String state, Supplier<Made> make) {
        String tag = tag(asked.question() + state);
        if (asked.has(tag)) {
            return notModified(tag, MAY_BE_KEPT, Source.DIRECTORY);
        }
        Made made = make.get();
        return ok(made.body(), Format.JSON, tag, MAY_BE_KEPT, made.languages(), Source.DIRECTORY);
    }

    /** An answer that was made, and the languages of its texts. */
    record Made(byte[] body, Set<String> languages) {}

    /** The POST twin of a list: what is kept for its form, or what is made now. */
    Response forForm(QueryParameters asked, String form, Supplier<Response> make) {
        Answer answer = cached.forForm(form);
        if (answer == null) {
            return make.get();
        }
        return asked.has(answer.tag()) ? notModified(answer.tag(), answer.cacheControl()) : sent(answer);
    }

    /** A long answer that is written while it is read; it has no entity tag, and may not be kept. */
    Response stream(StreamingOutput lines, Format format) {
        return Response.ok(lines, format.mediaType())
                .header(HttpHeaders.VARY, VARIES)
                .header(HttpHeaders.CACHE_CONTROL, MUST_BE_ASKED_AGAIN)
                .build();
    }

    private Response ok(byte[] body, Format format, String tag, String kept, Collection<String> used, Source source) {
        String languages = used.isEmpty() ? null : String.join(", ", used);
        Asked asked = cached.asked();
        boolean keep = asked != null && asked.mayBeKept(source);
        byte[] smaller = keep && asked.key().gzip() ? Answer.compressed(body) : null;
        Answer answer = new Answer(
                Buffer.buffer(smaller == null ? body : smaller),
                smaller != null,
                format.mediaType(),
                tag,
                kept,
                languages,
                keep ? cached.path() : null,
                slots(kept),
                keep ? slots(kept).at(asked.since()) : 0);
        if (keep) {
            asked.keep(answer);
        }
        return sent(answer);
    }

    private Response notModified(String tag, String kept, Source source) {
        Asked asked = cached.asked();
        if (asked != null && asked.mayBeKept(source)) {
            TimeSlots slots = slots(kept);
            asked.keep(new Answer(null, false, null, tag, kept, null, cached.path(), slots, slots.at(asked.since())));
        }
        return notModified(tag, kept);
    }

    private static TimeSlots slots(String kept) {
        return kept.equals(MAY_BE_KEPT) ? TimeSlots.QUARTERS_OF_AN_HOUR : TimeSlots.MINUTES;
    }

    private static Response sent(Answer answer) {
        Response.ResponseBuilder response = Response.ok(answer.body(), answer.mediaType())
                .header(HttpHeaders.ETAG, answer.tag())
                .header(HttpHeaders.CACHE_CONTROL, answer.cacheControl())
                .header(HttpHeaders.VARY, VARIES);
        if (answer.disposition() != null) {
            response.header(HttpHeaders.CONTENT_DISPOSITION, answer.disposition());
        }
        if (answer.languages() != null) {
            response.header(HttpHeaders.CONTENT_LANGUAGE, answer.languages());
        }
        if (answer.gzip()) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.build();
    }

    private static Response notModified(String tag, String kept) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header(HttpHeaders.VARY, VARIES)
                .build();
    }

    /** Weak, because a compressed answer has other bytes. */
    private String tag(String state) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            byte[] sum = digest.digest(state.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(sum, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] withContext(byte[] node) {
        return joined(
                "{\"@context\":\"https://schema.org\",", List.of(Arrays.copyOfRange(node, 1, node.length)), "", "");
    }

    static byte[] joined(String before, List<byte[]> parts, String between, String after) {
        byte[] separator = between.getBytes(StandardCharsets.UTF_8);
        int length = before.length() + after.length() + 16;
        for (byte[] part : parts) {
            length += part.length + separator.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.writeBytes(separator);
            }
            out.writeBytes(parts.get(i));
        }
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
