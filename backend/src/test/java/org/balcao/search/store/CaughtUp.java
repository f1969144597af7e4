package org.balcao.search.store;

import jakarta.enterprise.inject.spi.CDI;
import org.balcao.directory.store.ChangeLog;

/** Whether the index has all that the directory has at this moment. */
public final class CaughtUp {

    private CaughtUp() {}

    public static boolean now() {
        long newest = CDI.current().select(ChangeLog.class).get().newest();
        return CDI.current()
                .select(IndexFollower.class)
                .get()
                .ready()
                .filter(index -> index.place() >= newest)
                .isPresent();
    }

    /** How many services the index went on without. */
    public static int setAside() {
        return CDI.current().select(SetAside.class).get().count();
    }
}
