package org.balcao.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When services were last modified: one page of them in the order of entry, and how many there are in all. */
public record ModifiedPage(List<Modified> modified, long total) {

    /**
     * A service and when it was last modified.
     *
     * @param position the order of its entry
     */
    public record Modified(UUID id, long position, Instant lastModified) {}

    public ModifiedPage {
        modified = List.copyOf(modified);
    }
}
