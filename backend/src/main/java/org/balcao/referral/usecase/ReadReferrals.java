package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.Referral;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.referral.store.Referrals.Box;
import org.balcao.referral.store.Referrals.Counts;
import org.balcao.referral.store.Referrals.Cursor;
import org.balcao.shared.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** What organizations see of their referrals. */
@ApplicationScoped
public class ReadReferrals {
    /**
     * A referral as one of its parties sees it.
     *
     * @param legs of its chain: of those that the organization is no party to, only where they stand
     * @param events null for who is no party
     */
    public record Seen(
            Referral referral, Set<Actor> parties, List<Referral> legs, List<Event> events, Agreement agreement) {
        public Seen {
            parties = Set.copyOf(parties);
            legs = List.copyOf(legs);
            events = events == null ? null : List.copyOf(events);
        }
    }

    /** @param after where the next page begins, or null */
    public record PageOf(List<Referral> items, Cursor after, Counts counts) {
        public PageOf {
            items = List.copyOf(items);
        }
    }

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final Clock clock;

    ReadReferrals(ReferralDatabase database, Referrals referrals, Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** One referral; that its receiver looked at it for the first time is written down. */
    public Seen one(Caller caller, UUID id) {
        return database.asOrganization(caller.organization(), handle -> {
            Referral referral = referrals
                    .find(handle, id)
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation()));
            Set<Actor> parties = referral.partiesOf(caller.organization());
            if (parties.contains(Actor.RECEIVER) && referral.firstViewedAt() == null) {
                view(handle, caller, referral);
            }
            return new Seen(
                    referral,
                    parties,
                    referrals.legs(handle, referral.chainId()),
                    parties.isEmpty() ? null : referrals.events(handle, id),
                    parties.isEmpty() ? null : referrals.agreement(handle, id).orElse(null));
        });
    }

    private void view(Handle handle, Caller caller, Referral referral) {
        Instant now = now();
        if (referrals.view(handle, referral.id(), now)) {
            referrals.write(
                    handle,
                    new Event(
                            referral.id(),
                            0,
                            "viewed",
                            Actor.RECEIVER.word(),
                            caller.subject(),
                            caller.organization(),
                            referral.state(),
                            referral.state(),
                            referral.version(),
                            null,
                            now));
        }
    }

    public PageOf page(Caller caller, Box box, boolean open, Cursor after, int most) {
        Instant now = now();
        Instant endOfDay = LocalDate.ofInstant(now, Deadlines.HERE)
                .plusDays(1)
                .atStartOfDay(Deadlines.HERE)
                .toInstant();
        return database.asOrganization(caller.organization(), handle -> {
            List<Referral> found = referrals.page(handle, caller.organization(), box, open, after, most + 1);
            boolean more = found.size() > most;
            List<Referral> items = more ? found.subList(0, most) : found;
            Referral last = more ? items.getLast() : null;
            return new PageOf(
                    items,
                    last == null ? null : new Cursor(open ? last.answerBy() : last.endedAt(), last.id()),
                    referrals.counts(handle, caller.organization(), box, now, endOfDay));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
