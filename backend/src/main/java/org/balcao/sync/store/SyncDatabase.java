package org.balcao.sync.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Transactions on sources and runs, in the same database and as the same role as the directory. */
@ApplicationScoped
public class SyncDatabase {
    private final Jdbi jdbi;

    SyncDatabase(AgroalDataSource database) {
        this.jdbi =
                Jdbi.create(database).registerArrayType(String.class, "text").registerArrayType(UUID.class, "uuid");
    }

    /** The same for work in the background that looks at the whole directory: a statement of it may take ten minutes. */
    public <T> T atLength(Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local statement_timeout = '10min'");
            return work.apply(handle);
        });
    }

    public <T> T call(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }
}
