package org.balcao.search.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.balcao.directory.store.ChangeLog.Waiting;

/** How the index stands to the directory. */
enum FollowState {
    /** It has what the directory has, but for the changes of the last moments. */
    FOLLOWING,
    /** It is being made, or takes in many changes; PostgreSQL answers until an index that was made anew has them. */
    CATCHING_UP,
    /** Changes wait and it comes no further; PostgreSQL answers. */
    STANDING_STILL,
    /** It cannot be opened, or does not answer; PostgreSQL answers. */
    DAMAGED;

    /** As it is written in the answer of the health check. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Judges again and again, and remembers when the index came further last. */
    static final class Judge {
        private final Duration patience;
        private Instant moved;
        private long progress;

        /** @param patience how long changes may wait while the index comes no further */
        Judge(Duration patience, Instant now) {
            this.patience = patience;
            this.moved = now;
        }

        /**
         * How the index stands now.
         *
         * @param newProgress another number each time the index has come further
         * @param open whether there is an index that could come further; while there is none it is being opened
         * @param caughtUp whether it once had all that there was when it was opened
         */
        FollowState of(
                Instant now, Waiting waiting, long newProgress, boolean open, boolean caughtUp, boolean damaged) {
            if (newProgress != progress || waiting.changes() == 0 || !open) {
                progress = newProgress;
                moved = now;
            }
            boolean waitsLong = waiting.changes() > 0 && waiting.seconds() >= patience.toSeconds();
            if (damaged) {
                return DAMAGED;
            }
            if (waitsLong && Duration.between(moved, now).compareTo(patience) >= 0) {
                return STANDING_STILL;
            }
            return !caughtUp || waitsLong ? CATCHING_UP : FOLLOWING;
        }
    }
}
