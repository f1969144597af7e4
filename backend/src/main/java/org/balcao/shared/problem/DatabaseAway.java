package org.balcao.shared.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that cannot be reached from a fault of our own. */
final class DatabaseAway {
    private DatabaseAway() {}

    /** True if somewhere under this failure the connection is missing (SQLSTATE class 08, 57P0x, 53300) or waited for in vain. */
    static boolean explains(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
            if (each instanceof SQLTransientConnectionException) {
                return true;
            }
            if (each instanceof SQLException sql && (isConnection(sql.getSQLState()) || saysAcquisition(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnection(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }

    private static boolean saysAcquisition(SQLException sql) {
        return sql.getCause() instanceof IOException
                || (sql.getMessage() != null && sql.getMessage().contains("acquisition timeout"));
    }
}
