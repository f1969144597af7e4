package org.balcao.upkeep.usecase;

import java.sql.SQLException;
import java.util.function.Function;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.SyncDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What the database does not take of what a person wants is a no, and nothing of it stays. */
final class Refusing {

    private Refusing() {}

    static <T> T call(SyncDatabase database, Function<Handle, T> work) {
        try {
            return database.call(work);
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"))) {
                throw ProblemType.UNPROCESSABLE.at("/fields", "clashes with what is in the directory");
            }
            throw refused;
        }
    }
}
