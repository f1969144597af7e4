package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.balcao.referral.model.VitalInterest;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Touched;
import org.balcao.referral.store.Touched.By;
import org.balcao.referral.store.Touched.Happened;
import org.balcao.referral.store.Touched.Row;
import org.balcao.referral.store.Touched.Total;
import org.balcao.referral.store.VitalInterests;
import org.balcao.shared.problem.ProblemType;

/** What the data protection officer asks: after a breach, of one referral, and what was sent without agreement. Never what is sealed. */
@ApplicationScoped
public class ReadAudit {
    private static final int FIRST_ONES = 100;
    private static final int NEWEST = 200;

    /** @param first at most a hundred, by when they were touched first */
    public record Summary(Total total, List<Row> first) {
        public Summary {
            first = List.copyOf(first);
        }
    }

    private final ReferralDatabase database;
    private final Touched touched;
    private final VitalInterests vitalInterests;

    ReadAudit(ReferralDatabase database, Touched touched, VitalInterests vitalInterests) {
        this.database = database;
        this.touched = touched;
        this.vitalInterests = vitalInterests;
    }

    /** Every referral that somebody touched from a moment until before another. */
    public Summary touchedBy(By by, Instant from, Instant to) {
        return database.asAuditor(handle ->
                new Summary(touched.count(handle, by, from, to), touched.first(handle, by, from, to, FIRST_ONES)));
    }

    /** The same, all of it, one after the other. */
    public void eachTouchedBy(By by, Instant from, Instant to, Consumer<Row> taker) {
        database.asAuditor(handle -> {
            touched.each(handle, by, from, to, taker);
            return null;
        });
    }

    public List<Happened> history(UUID referral) {
        List<Happened> history = database.asAuditor(handle -> touched.history(handle, referral));
        if (history.isEmpty()) {
            throw ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation());
        }
        return history;
    }

    public List<VitalInterest> vitalInterests() {
        return database.asAuditor(handle -> vitalInterests.newest(handle, NEWEST));
    }
}
