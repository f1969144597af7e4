package org.balcao.directory.rest;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.Answer.TimeSlots;
import org.balcao.directory.rest.AnswerCache.Asked;
import org.balcao.directory.rest.AnswerCache.Found;
import org.balcao.shared.KeptDocuments;
import org.balcao.shared.KeyedHash;

/** Documents in the {@link AnswerCache}, beside the answers of the API: one budget of memory, and one rule of when they no longer hold. */
@ApplicationScoped
class DocumentsInMemory implements KeptDocuments {

    private static final String MEDIA_TYPE = "text/html; charset=utf-8";
    private static final String ASKED_ANEW = "no-cache";

    private final AnswerCache cache;

    DocumentsInMemory(AnswerCache cache) {
        this.cache = cache;
    }

    @Override
    public boolean takesGzip(String acceptEncoding) {
        return AnswerKey.takesGzip(acceptEncoding);
    }

    @Override
    public Optional<Document> find(String address, boolean gzip) {
        Found found = look(address, gzip);
        Answer answer = found == null ? null : found.answer();
        cache.count(answer != null);
        return Optional.ofNullable(answer).map(kept -> new Document(kept.body().getBytes(), kept.gzip(), kept.tag()));
    }

    @Override
    public Place begin(String address, boolean gzip, HoldsFor time) {
        Found found = look(address, gzip);
        return body -> {
            byte[] smaller = gzip ? Answer.compressed(body) : null;
            Document made = new Document(smaller == null ? body : smaller, smaller != null, tag(body));
            if (found != null) {
                keep(found.asked(), made, slotsOf(time));
            }
            return made;
        };
    }

    private Found look(String address, boolean gzip) {
        return cache.isOn() ? cache.find(new AnswerKey(KeyedHash.of("document", address), gzip)) : null;
    }

    private static TimeSlots slotsOf(HoldsFor time) {
        return switch (time) {
            case A_MINUTE -> TimeSlots.MINUTES;
            case A_QUARTER_OF_AN_HOUR -> TimeSlots.QUARTERS_OF_AN_HOUR;
        };
    }

    private static void keep(Asked asked, Document made, TimeSlots slots) {
        // a list comes out of the index, which follows the directory
        Source source = slots == TimeSlots.MINUTES ? Source.INDEX : Source.DIRECTORY;
        if (asked.mayBeKept(source)) {
            asked.keep(new Answer(
                    Buffer.buffer(made.body()),
                    made.gzip(),
                    MEDIA_TYPE,
                    made.tag(),
                    ASKED_ANEW,
                    null,
                    null,
                    slots,
                    slots.at(asked.since())));
        }
    }

    /** Weak, because a compressed document has other bytes. */
    private static String tag(byte[] body) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(sum, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
