package org.balcao.referral.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * Transactions on referrals, each as somebody: the row policies of the database let through what that somebody may see and do, and
 * nothing else, whatever the statement says.
 */
@ApplicationScoped
public class ReferralDatabase {
    /** Stands for "no organization" where a request key needs one. */
    public static final UUID NOBODY = new UUID(0, 0);

    private final Jdbi app;
    private final Jdbi worker;
    private final Jdbi auditor;

    ReferralDatabase(
            @DataSource("app") AgroalDataSource app,
            @DataSource("worker") AgroalDataSource worker,
            @DataSource("auditor") AgroalDataSource auditor) {
        this.app = jdbi(app);
        this.worker = jdbi(worker);
        this.auditor = jdbi(auditor);
    }

    /** Messages of failures leave out what was bound to a statement. */
    private static Jdbi jdbi(AgroalDataSource database) {
        return Jdbi.create(database)
                .registerArrayType(String.class, "text")
                .configure(
                        StatementExceptions.class,
                        exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
    }

    /** As the members of an organization. */
    public <T> T asOrganization(UUID organization, Function<Handle, T> work) {
        return as("app.org", organization.toString(), work);
    }

    /** As the person who showed the code of a chain, or is about to get it. */
    public <T> T asPerson(UUID chain, Function<Handle, T> work) {
        return app.inTransaction(handle -> {
            setLocal(handle, "app.chain", chain.toString());
            setLocal(handle, "app.org", NOBODY.toString());
            return work.apply(handle);
        });
    }

    /** As somebody who typed a code, before it is known whether it is right. */
    <T> T asTyping(byte[] locator, Function<Handle, T> work) {
        return as("app.locator", HexFormat.of().formatHex(locator), work);
    }

    /** As nobody in particular: which services take referrals, and nothing else. */
    public <T> T asAnybody(Function<Handle, T> work) {
        return app.inTransaction(work::apply);
    }

    /** As the clock. */
    public <T> T asClock(Function<Handle, T> work) {
        return worker.inTransaction(work::apply);
    }

    /** As the data protection officer: skeletons and events. */
    public <T> T asAuditor(Function<Handle, T> work) {
        return auditor.inTransaction(work::apply);
    }

    private <T> T as(String setting, String value, Function<Handle, T> work) {
        return app.inTransaction(handle -> {
            setLocal(handle, setting, value);
            return work.apply(handle);
        });
    }

    /** Until the end of the transaction. */
    private static void setLocal(Handle handle, String setting, String value) {
        handle.createQuery("select set_config(:setting, :value, true)")
                .bind("setting", setting)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }
}
