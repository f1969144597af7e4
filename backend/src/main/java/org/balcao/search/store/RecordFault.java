package org.balcao.search.store;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.lucene.store.AlreadyClosedException;

/** Tells a record that cannot be taken in from a database or an index that does not work: the first is set aside, the others are waited for. */
final class RecordFault {

    private static final int DEEPEST = 20;
    private static final int LONGEST_REASON = 200;

    /** SQLSTATE class of data exceptions. */
    private static final String DATA_EXCEPTION = "22";

    private RecordFault() {}

    /** True if nothing in this failure speaks of a disk, a connection, an index that was closed or a thread that is to stop. */
    static boolean isOne(Throwable failure) {
        return isOne(failure, DEEPEST);
    }

    private static boolean isOne(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return true;
        }
        boolean ofItsOwn = switch (failure) {
            case SQLException sql ->
                sql.getSQLState() != null && sql.getSQLState().startsWith(DATA_EXCEPTION);
            case StackOverflowError deep -> true;
            case Error serious -> false;
            case IOException disk -> false;
            case AlreadyClosedException closed -> false;
            case InterruptedException stopping -> false;
            default -> true;
        };
        if (!ofItsOwn) {
            return false;
        }
        for (Throwable beside : failure.getSuppressed()) {
            // a record that Lucene refuses closes the writer, and others that were handed over with it find it closed
            Throwable reason = beside instanceof AlreadyClosedException ? beside.getCause() : beside;
            if (!isOne(reason, depth - 1)) {
                return false;
            }
        }
        return isOne(failure.getCause(), depth - 1);
    }

    /** The kinds of failure from the outside in, without their messages: these may hold what the record says. */
    static String reason(Throwable failure) {
        StringBuilder reason = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            String kind = each.getClass().getSimpleName();
            if (!reason.toString().endsWith(kind)) {
                reason.append(reason.isEmpty() ? "" : ": ").append(kind);
            }
            each = each.getCause();
        }
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason.toString();
    }
}
