package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.balcao.access.Caller;
import org.balcao.referral.store.FigureStore;
import org.balcao.referral.store.FigureStore.Counted;
import org.balcao.referral.store.ReferralDatabase;

/** How referrals go. What everybody may see is worked out once in five minutes. */
@ApplicationScoped
public class Figures {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Kept(Counted counted, Instant until) {}

    private final ReferralDatabase database;
    private final FigureStore store;
    private final Clock clock;
    private volatile Kept kept;

    Figures(ReferralDatabase database, FigureStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    public Counted received(Caller caller) {
        return database.asOrganization(caller.organization(), handle -> store.received(handle, caller.organization()));
    }

    public Counted all() {
        Kept now = kept;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = new Kept(database.asAuditor(store::all), clock.instant().plus(KEPT));
            kept = now;
        }
        return now.counted();
    }
}
