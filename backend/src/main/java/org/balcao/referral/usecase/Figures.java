package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.balcao.access.Caller;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.FigureCounts;
import org.balcao.referral.model.PublicFigures;
import org.balcao.referral.store.FigureStore;
import org.balcao.referral.store.ReferralDatabase;

/**
 * How referrals go. What everybody may see is as it was when the month began, in Lisbon: figures that change with each case would tell that
 * case to whoever reads them before and after. An organization sees its own cases one by one, so its own figures are of now.
 */
@ApplicationScoped
public class Figures {
    private record Month(YearMonth month, PublicFigures figures) {}

    private final ReferralDatabase database;
    private final FigureStore store;
    private final Clock clock;
    private volatile Month last;

    Figures(ReferralDatabase database, FigureStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    public FigureCounts received(Caller caller) {
        return database.asOrganization(
                caller.organization(), handle -> store.received(handle, caller.organization(), clock.instant()));
    }

    public PublicFigures all() {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), Deadlines.HERE));
        Month now = last;
        if (now == null || !now.month().equals(month)) {
            Instant until = month.atDay(1).atStartOfDay(Deadlines.HERE).toInstant();
            now = new Month(month, PublicFigures.of(database.asAuditor(handle -> store.all(handle, until))));
            last = now;
        }
        return now.figures();
    }
}
