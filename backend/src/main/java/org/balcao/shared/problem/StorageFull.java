package org.balcao.shared.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Tells a disk without room, the program's or the database's, from a fault of our own. */
final class StorageFull {
    /** PostgreSQL: disk_full. */
    private static final String DISK_FULL = "53100";

    /** What the operating system says with ENOSPC and EDQUOT; Java has no other sign of either. */
    private static final List<String> NO_ROOM =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    private static final int DEEPEST = 20;

    private StorageFull() {}

    static boolean explains(Throwable failure) {
        return explains(failure, DEEPEST);
    }

    private static boolean explains(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        if (failure instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
            return true;
        }
        if (failure instanceof IOException
                && failure.getMessage() != null
                && NO_ROOM.stream().anyMatch(failure.getMessage()::contains)) {
            return true;
        }
        for (Throwable beside : failure.getSuppressed()) {
            if (explains(beside, depth - 1)) {
                return true;
            }
        }
        return explains(failure.getCause(), depth - 1);
    }
}
