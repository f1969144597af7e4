package org.balcao.shared.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;

/** Tells a database that cannot be reached from a fault of our own. */
final class DatabaseAway {
    /** Too many connections; no such database, as while it is being restored. */
    private static final Set<String> NO_CONNECTION = Set.of("53300", "3D000");

    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    /** True if somewhere under this failure the connection is missing (SQLSTATE class 08, 57P0x, or the server lets nobody in) or waited for in vain. */
    static boolean explains(Throwable failure) {
        return explains(failure, DEEPEST);
    }

    private static boolean explains(Throwable failure, int depth) {
        if (failure == null || depth == 0) {
            return false;
        }
        if (failure instanceof SQLTransientConnectionException) {
            return true;
        }
        if (failure instanceof SQLException sql && (isConnection(sql.getSQLState()) || saysAcquisition(sql))) {
            return true;
        }
        // a transaction that could not commit keeps the reason beside it
        for (Throwable beside : failure.getSuppressed()) {
            if (explains(beside, depth - 1)) {
                return true;
            }
        }
        return explains(failure.getCause(), depth - 1);
    }

    private static boolean isConnection(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || NO_CONNECTION.contains(state));
    }

    private static boolean saysAcquisition(SQLException sql) {
        return sql.getCause() instanceof IOException
                || (sql.getMessage() != null
                        && sql.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout"));
    }
}
