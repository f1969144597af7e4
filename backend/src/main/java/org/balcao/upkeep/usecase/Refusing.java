package org.balcao.upkeep.usecase;

import java.util.function.Function;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.Failure;
import org.balcao.sync.store.SyncDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** What the database does not take of what a person wants is a no, and nothing of it stays. */
final class Refusing {

    private Refusing() {}

    static <T> T call(SyncDatabase database, Function<Handle, T> work) {
        try {
            return database.call(work);
        } catch (JdbiException refused) {
            // what is checked at commit is refused at commit
            if (Failure.of(refused) == Failure.OF_THE_RECORD) {
                throw ProblemType.UNPROCESSABLE.at("/fields", "clashes with what is in the directory");
            }
            throw refused;
        }
    }
}
