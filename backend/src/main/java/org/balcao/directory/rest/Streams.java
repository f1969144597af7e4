package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.ModifiedPage.Modified;
import org.balcao.search.ServicePage;

/** Whole lists, written batch by batch in the order of entry, so that a million records need no more memory than a hundred. */
@ApplicationScoped
public class Streams {

    private static final int BATCH = 100;
    private static final int SMALL_BATCH = 5_000;

    /** The next records after a position. */
    @FunctionalInterface
    interface Walk {
        Batch after(long position, int most);
    }

    /** The next modification times after a position. */
    @FunctionalInterface
    interface ModifiedWalk {
        List<Modified> after(long position, int most);
    }

    private final RenderedRecords rendered;

    Streams(RenderedRecords rendered) {
        this.rendered = rendered;
    }

    /** One record a line. The first batch is read before anything is sent, so that what goes wrong at once is still told as a problem. */
    <E extends DirectoryRecord> StreamingOutput lines(Representation<E> form, Languages languages, Walk walk) {
        Batch first = walk.after(Long.MIN_VALUE, BATCH);
        return out -> {
            Batch batch = first;
            while (true) {
                for (byte[] json : HitAnnotations.all(rendered.of(form, batch.stamps(), languages), listed(batch))) {
                    out.write(json);
                    out.write('\n');
                }
                if (batch.last()) {
                    return;
                }
                batch = walk.after(batch.reached(), BATCH);
            }
        };
    }

    private static ServicePage listed(Batch batch) {
        return ServicePage.of(new ResultPage(batch.stamps(), batch.stamps().size()));
    }

    /** Id and moment of modification of every record: a page that holds the whole list, or a line each. */
    StreamingOutput modified(ModifiedWalk walk, boolean page) {
        List<Modified> first = walk.after(Long.MIN_VALUE, SMALL_BATCH);
        return out -> {
            long size = 0;
            out.write((page ? "{\"contents\":[" : "").getBytes(StandardCharsets.UTF_8));
            for (List<Modified> batch = first;
                    !batch.isEmpty();
                    batch = walk.after(batch.getLast().position(), SMALL_BATCH)) {
                StringBuilder text = new StringBuilder(batch.size() * 96);
                for (Modified each : batch) {
                    text.append(page && size++ > 0 ? "," : "")
                            .append(minimal(each))
                            .append(page ? "" : "\n");
                }
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                if (batch.size() < SMALL_BATCH) {
                    break;
                }
            }
            if (page) {
                out.write(("],\"total_items\":" + size + ",\"total_pages\":" + (size == 0 ? 0 : 1)
                                + ",\"page_number\":1,\"size\":" + size
                                + ",\"first_page\":true,\"last_page\":true,\"empty\":" + (size == 0) + "}")
                        .getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    static String minimal(Modified each) {
        return "{\"id\":\"" + each.id() + "\",\"last_modified\":\"" + HsdsJson.moment(each.lastModified()) + "\"}";
    }
}
