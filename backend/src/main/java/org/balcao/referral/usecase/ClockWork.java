package org.balcao.referral.usecase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.State;
import org.balcao.referral.model.Step;
import org.balcao.referral.store.ClockStore;
import org.balcao.referral.store.ClockStore.Due;
import org.balcao.referral.store.ClockStore.Waiting;
import org.balcao.referral.store.Keys;
import org.balcao.referral.store.Listings;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** The clock: reminds who has to answer, ends what nobody answers, and erases what is no longer needed. Silence ends too. */
@ApplicationScoped
public class ClockWork {
    private static final Logger LOG = Logger.getLogger("referral.clock");
    private static final Duration SILENCE = Duration.ofDays(90);
    private static final int DAYS_AFTER_REVIEW = 30;
    private static final Duration KEPT_AFTER_END = Duration.ofDays(90);
    private static final List<Integer> DAYS_AHEAD = List.of(60, 30, 10);
    private static final Duration KEY_WITHOUT_USE = Duration.ofDays(1);

    private final ReferralDatabase database;
    private final ClockStore store;
    private final Referrals referrals;
    private final Keys keys;
    private final Listings listings;
    private final Audit audit;
    private final Deadlines deadlines;
    private final Clock clock;

    ClockWork(
            ReferralDatabase database,
            ClockStore store,
            Referrals referrals,
            Keys keys,
            Listings listings,
            Audit audit,
            Deadlines deadlines,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.referrals = referrals;
        this.keys = keys;
        this.listings = listings;
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Scheduled(every = "{balcao.referral.clock}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            work();
        } catch (RuntimeException away) {
            LOG.warnf(
                    "The clock of referrals waits for the next time: %s",
                    away.getClass().getSimpleName());
        }
    }

    /** All that is due now; again does nothing more. */
    public void work() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        while (endSome(now)) {
            // each round is a transaction of its own
        }
        database.asClock(handle -> remind(handle, now));
        database.asClock(handle -> tellOfListings(handle, now));
        database.asClock(handle -> tellOfDeadlines(handle, now));
        database.asClock(handle -> {
            if (store.isOurTurn(handle)) {
                audit.seal(handle);
            }
            return null;
        });
        forget(now);
    }

    private boolean endSome(Instant now) {
        return database.asClock(handle -> {
            if (!store.isOurTurn(handle)) {
                return false;
            }
            List<Due> unanswered = store.unanswered(handle, now);
            unanswered.forEach(due -> end(handle, due, Step.EXPIRE, State.EXPIRED, now));
            List<Due> silent = store.silent(
                    handle,
                    now.minus(SILENCE),
                    LocalDate.ofInstant(now, Deadlines.HERE).minusDays(DAYS_AFTER_REVIEW));
            silent.forEach(due -> end(handle, due, Step.LAPSE, State.LAPSED, now));
            return !unanswered.isEmpty() || !silent.isEmpty();
        });
    }

    private void end(Handle handle, Due due, Step step, State to, Instant now) {
        store.end(handle, due.id(), to, now);
        write(handle, due.id(), step.word(), due.state(), to, due.version() + 1, now);
    }

    private boolean remind(Handle handle, Instant now) {
        if (!store.isOurTurn(handle)) {
            return false;
        }
        for (Waiting each : store.waiting(handle)) {
            long due = deadlines.reminders(each.priority(), each.sentAt()).stream()
                    .filter(at -> !now.isBefore(at))
                    .count();
            if (due > each.reminded()) {
                // one for each that was due while nothing ran; a mail tells them together
                for (long i = each.reminded(); i < due; i++) {
                    write(handle, each.id(), "reminded", each.state(), each.state(), each.version(), now);
                }
            }
        }
        return true;
    }

    /** A referral keeps the listing as it was; when the listing is withdrawn, its people are told. */
    private boolean tellOfListings(Handle handle, Instant now) {
        if (!store.isOurTurn(handle)) {
            return false;
        }
        for (UUID service : store.servicesWaitedFor(handle)) {
            if (listings.find(service).filter(Listings.Listing::active).isEmpty()) {
                store.notToldOfWithdrawal(handle, service)
                        .forEach(each -> write(
                                handle,
                                each.id(),
                                "listing_withdrawn",
                                each.state(),
                                each.state(),
                                each.version(),
                                now));
            }
        }
        return true;
    }

    /** A programme that ends is told of 60, 30 and 10 days ahead, so that the next referral can be prepared. */
    private boolean tellOfDeadlines(Handle handle, Instant now) {
        if (!store.isOurTurn(handle)) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, Deadlines.HERE);
        for (int i = 0; i < DAYS_AHEAD.size(); i++) {
            store.deadlineNear(handle, today, DAYS_AHEAD.get(i), i + 1)
                    .forEach(each ->
                            write(handle, each.id(), "deadline_near", each.state(), each.state(), each.version(), now));
        }
        return true;
    }

    private void forget(Instant now) {
        List<UUID> forgotten = database.asClock(handle -> {
            if (!store.isOurTurn(handle)) {
                return List.<UUID>of();
            }
            List<UUID> chains = store.chainsToForget(handle, now.minus(KEPT_AFTER_END));
            chains.forEach(chain -> store.forget(handle, chain));
            store.dropOld(handle);
            return chains;
        });
        List<UUID> without = new ArrayList<>(forgotten);
        database.asClock(handle -> without.addAll(keys.chainsSince(now.minus(KEY_WITHOUT_USE)).stream()
                .filter(chain -> !store.hasSealed(handle, chain))
                .toList()));
        without.forEach(keys::destroy);
    }

    private void write(Handle handle, UUID id, String kind, State from, State to, int version, Instant now) {
        referrals.write(handle, new Event(id, 0, kind, Actor.CLOCK.word(), null, null, from, to, version, null, now));
    }
}
