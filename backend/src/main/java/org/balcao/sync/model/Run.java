package org.balcao.sync.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One delivery of a source, and how far it came. */
public record Run(
        UUID id,
        String source,
        String mode,
        boolean dryRun,
        String state,
        String format,
        String sha256,
        long bytes,
        Instant receivedAt,
        Instant finishedAt,
        int read,
        int planned,
        int applied,
        boolean readingDone,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    /** Where a run is in its life. */
    public enum State {
        RECEIVED,
        PLANNED,
        NEEDS_DECISION,
        APPLYING,
        DONE,
        DONE_WITH_PROBLEMS,
        FAILED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isSnapshot() {
        return mode.equals("snapshot");
    }

    public boolean is(State wanted) {
        return state.equals(wanted.word());
    }
}
