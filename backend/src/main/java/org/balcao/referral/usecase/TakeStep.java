package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Codes;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.State;
import org.balcao.referral.model.Step;
import org.balcao.referral.store.Listings;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.referral.store.Referrals.Change;
import org.balcao.referral.store.RequestKeys;
import org.balcao.referral.store.Seal;
import org.balcao.shared.problem.Problem;
import org.balcao.shared.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** The steps of those who are signed in. Step, event and what has to be told are one transaction. */
@ApplicationScoped
public class TakeStep {
    private static final Duration VOIDABLE = Duration.ofHours(24);
    private static final Duration CORRECTABLE = Duration.ofDays(14);

    /**
     * What a step needs to know.
     *
     * @param code why, or with what outcome
     * @param service to pass the person on to, or to suggest
     * @param on when the person was reached, or when to look again
     */
    public record Details(String code, String remark, UUID service, LocalDate on) {
        public static final Details NONE = new Details(null, null, null, null);
    }

    /** @param next the leg that a step made, or null */
    public record Taken(Referral referral, Referral next, Set<Actor> parties) {
        public Taken {
            parties = Set.copyOf(parties);
        }
    }

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final RequestKeys requests;
    private final SendReferral sendReferral;
    private final Listings listings;
    private final Seal seal;
    private final Deadlines deadlines;
    private final Clock clock;

    TakeStep(
            ReferralDatabase database,
            Referrals referrals,
            RequestKeys requests,
            SendReferral sendReferral,
            Listings listings,
            Seal seal,
            Deadlines deadlines,
            Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.requests = requests;
        this.sendReferral = sendReferral;
        this.listings = listings;
        this.seal = seal;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** How a request may be told from another: its key, or null, and a hash of all that it says. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Request(String key, byte[] fingerprint) {}

    /**
     * Takes a step.
     *
     * @param version that the caller saw
     * @throws StepRefused if it cannot be taken from this state or by this party
     */
    public Taken take(Caller caller, UUID id, int version, Step step, Details details, Request request) {
        Taken taken = database.asOrganization(caller.organization(), handle -> {
            Referral before = toChange(handle, id);
            if (request.key() != null) {
                Optional<Taken> first = again(handle, caller, id, request);
                if (first.isPresent()) {
                    return first.get();
                }
            }
            return taken(handle, caller, before, version, step, details);
        });
        boolean ends = step == Step.WITHDRAW || step == Step.VOID;
        // a desk in the middle takes back its own leg; the first one's contact with the person is not its to erase
        if (ends && caller.organization().equals(taken.referral().rootOrg())) {
            seal.destroy(taken.referral().chainId());
        }
        return taken;
    }

    private Optional<Taken> again(Handle handle, Caller caller, UUID id, Request request) {
        if (requests.take(handle, caller.organization(), request.key(), request.fingerprint(), id, null, now())) {
            return Optional.empty();
        }
        if (!requests.find(handle, caller.organization(), request.key())
                .orElseThrow()
                .isOf(request.key(), request.fingerprint())) {
            throw ProblemType.UNPROCESSABLE.at("Idempotency-Key", "was used with another request");
        }
        Referral now = referrals.find(handle, id).orElseThrow();
        return Optional.of(new Taken(now, null, now.partiesOf(caller.organization())));
    }

    private Taken taken(Handle handle, Caller caller, Referral before, int version, Step step, Details details) {
        Set<Actor> parties = before.partiesOf(caller.organization());
        if (before.version() != version) {
            throw stale();
        }
        Instant now = now();
        List<Step> open = openTo(parties, before, now);
        if (!open.contains(step)) {
            throw new StepRefused(before, open);
        }
        if (step == Step.DECLINE
                && details.service() != null
                && listings.find(details.service()).isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at("/service_id", "must be the id of a service");
        }
        if (step == Step.CONTACT && details.on().isBefore(Deadlines.earliestDay(before.sentAt()))) {
            throw ProblemType.UNPROCESSABLE.at("/on", "must be a day from when it was sent on, up to today");
        }
        Change change = change(before, step, details, now);
        if (!referrals.step(handle, before.id(), version, change, now)) {
            throw stale();
        }
        Actor actor = step.isBy(Actor.RECEIVER) ? Actor.RECEIVER : Actor.SENDER;
        referrals.write(
                handle, event(before, step.word(), actor, caller, change.to(), version + 1, details.code(), now));
        Referral next = null;
        if (step == Step.FORWARD || (step == Step.COMPLETE && Codes.REFERRED_ON.equals(details.code()))) {
            next = sendReferral.onward(handle, caller, before, details.service(), now);
        }
        if (step == Step.WITHDRAW || step == Step.VOID) {
            referrals.withdrawAgreements(handle, before.chainId(), now);
            seal.erase(handle, before.chainId());
        }
        return new Taken(referrals.find(handle, before.id()).orElseThrow(), next, parties);
    }

    /** What parties can do now. */
    public static List<Step> openTo(Set<Actor> parties, Referral referral, Instant now) {
        return Step.open(referral.state(), parties).stream()
                .filter(step ->
                        step != Step.VOID || now.isBefore(referral.sentAt().plus(VOIDABLE)))
                .toList();
    }

    private Change change(Referral before, Step step, Details details, Instant now) {
        State to = step.to(before.resumesTo());
        boolean answers = EnumSet.of(Step.ACCEPT, Step.DECLINE, Step.FORWARD).contains(step);
        return new Change(
                to,
                step == Step.HOLD ? before.state() : null,
                step == Step.CONTACT || step == Step.STUDY || step == Step.ACCEPT ? null : details.code(),
                details.remark(),
                step == Step.DECLINE ? details.service() : null,
                step == Step.STUDY ? now : null,
                answers ? now : null,
                step == Step.CONTACT ? details.on() : null,
                to.isOpen() ? null : now,
                step == Step.STUDY ? deadlines.decideBy(before.priority(), now) : null,
                step == Step.ACCEPT ? deadlines.contactBy(before.priority(), now) : null,
                step == Step.HOLD ? details.on() : null);
    }

    /** Something happened that is no step: a try to reach the person, a question, an answer. */
    public Taken note(Caller caller, UUID id, String kind, Actor by, Set<State> in, String code) {
        return database.asOrganization(caller.organization(), handle -> {
            Referral referral = toChange(handle, id);
            Set<Actor> parties = referral.partiesOf(caller.organization());
            if (!parties.contains(by) || !in.contains(referral.state())) {
                throw new StepRefused(referral, openTo(parties, referral, now()));
            }
            Instant now = now();
            referrals.touch(handle, id, now);
            referrals.write(handle, event(referral, kind, by, caller, referral.state(), referral.version(), code, now));
            return new Taken(referral, null, parties);
        });
    }

    /** Another outcome, within fourteen days (T8). */
    public Taken correct(Caller caller, UUID id, int version, Details details) {
        return database.asOrganization(caller.organization(), handle -> {
            Referral before = toChange(handle, id);
            Set<Actor> parties = before.partiesOf(caller.organization());
            Instant now = now();
            if (before.version() != version) {
                throw stale();
            }
            if (!parties.contains(Actor.RECEIVER)
                    || before.state() != State.COMPLETED
                    || now.isAfter(before.endedAt().plus(CORRECTABLE))) {
                throw new StepRefused(before, openTo(parties, before, now));
            }
            if (!referrals.correctOutcome(handle, id, version, details.code(), details.remark(), now)) {
                throw stale();
            }
            referrals.write(
                    handle,
                    event(
                            before,
                            "outcome_corrected",
                            Actor.RECEIVER,
                            caller,
                            State.COMPLETED,
                            version + 1,
                            details.code(),
                            now));
            return new Taken(referrals.find(handle, id).orElseThrow(), null, parties);
        });
    }

    /** How to reach the person, for a party that may know it; that it was read is written down. */
    public Person open(Caller caller, UUID id) {
        return database.asOrganization(caller.organization(), handle -> {
            Referral referral = toChange(handle, id);
            Person person = seal.open(handle, id, referral.chainId()).orElseThrow(TakeStep::absent);
            Actor actor =
                    referral.partiesOf(caller.organization()).contains(Actor.RECEIVER) ? Actor.RECEIVER : Actor.SENDER;
            referrals.write(
                    handle,
                    event(referral, "opened", actor, caller, referral.state(), referral.version(), null, now()));
            return person;
        });
    }

    private Referral toChange(Handle handle, UUID id) {
        return referrals.findToChange(handle, id).orElseThrow(TakeStep::absent);
    }

    private static Event event(
            Referral before, String kind, Actor actor, Caller caller, State to, int version, String code, Instant now) {
        return new Event(
                before.id(),
                0,
                kind,
                actor.word(),
                caller.subject(),
                caller.organization(),
                before.state(),
                to,
                version,
                code,
                now);
    }

    private static Problem absent() {
        return ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation());
    }

    private static Problem stale() {
        return ProblemType.PRECONDITION_FAILED.because(ProblemType.PRECONDITION_FAILED.explanation());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
