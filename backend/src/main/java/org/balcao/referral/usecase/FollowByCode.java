package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.State;
import org.balcao.referral.model.Step;
import org.balcao.referral.store.PaperCodes;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.referral.store.Referrals.Change;
import org.balcao.referral.store.Seal;
import org.balcao.shared.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** What a person does with the code on paper: see where things are, withdraw, say what happened, take and erase what is held. */
@ApplicationScoped
public class FollowByCode {
    private static final Logger LOG = Logger.getLogger("referral.code");
    private static final int MISSES_A_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration REFUSAL = Duration.ofMillis(700);
    private static final Duration SLOW_REFUSAL = Duration.ofMillis(1_200);
    private static final Set<State> REACHED = Set.of(State.ACCEPTED, State.IN_PROGRESS, State.ON_HOLD, State.COMPLETED);

    /** All legs of the person's chain, in order. */
    public record Followed(List<Referral> legs) {
        public Followed {
            legs = List.copyOf(legs);
        }

        /** The one that something can happen to. */
        public Referral last() {
            return legs.getLast();
        }

        /** What the person can do now: withdraw, not_contacted, say_whether_helped. */
        public List<String> actions(Instant now) {
            List<String> actions = new ArrayList<>();
            if (last().state().isOpen()) {
                actions.add("withdraw");
            }
            if (isOverdue(last(), now)) {
                actions.add("not_contacted");
            }
            if (REACHED.contains(last().state())) {
                actions.add("say_whether_helped");
            }
            return actions;
        }
    }

    /** All that is held of a person. */
    public record Held(List<Referral> legs, Optional<Person> person, List<Agreement> agreements, List<Event> events) {
        public Held {
            legs = List.copyOf(legs);
            agreements = List.copyOf(agreements);
            events = List.copyOf(events);
        }
    }

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final PaperCodes codes;
    private final Seal seal;
    private final Clock clock;
    private final Deque<Instant> misses = new ArrayDeque<>();

    FollowByCode(ReferralDatabase database, Referrals referrals, PaperCodes codes, Seal seal, Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.codes = codes;
        this.seal = seal;
        this.clock = clock;
    }

    public Followed follow(String typed) {
        UUID chain = open(typed);
        return database.asPerson(chain, handle -> new Followed(referrals.legs(handle, chain)));
    }

    /** Ends it at once (T9), and erases how to reach the person. */
    public Followed withdraw(String typed, String reason) {
        UUID chain = open(typed);
        Followed after = database.asPerson(chain, handle -> {
            Referral last = lastToChange(handle, chain);
            if (!Step.WITHDRAW.leadsFrom(last.state())) {
                throw new StepRefused(last, List.of());
            }
            withdraw(handle, last, reason);
            seal.erase(handle, chain);
            return new Followed(referrals.legs(handle, chain));
        });
        seal.destroy(chain);
        return after;
    }

    private void withdraw(Handle handle, Referral last, String reason) {
        Instant now = now();
        Change change = new Change(State.WITHDRAWN, null, reason, null, null, null, null, null, now, null, null, null);
        if (!referrals.step(handle, last.id(), last.version(), change, now)) {
            throw ProblemType.PRECONDITION_FAILED.because(ProblemType.PRECONDITION_FAILED.explanation());
        }
        referrals.withdrawAgreements(handle, last.chainId(), now);
        write(handle, last, Step.WITHDRAW.word(), State.WITHDRAWN, last.version() + 1, reason, now);
    }

    /** "Nobody called me", once that is overdue, or whether help came. */
    public Followed say(String typed, String statement) {
        UUID chain = open(typed);
        return database.asPerson(chain, handle -> {
            Referral last = lastToChange(handle, chain);
            Instant now = now();
            boolean possible =
                    statement.equals("not_contacted") ? isOverdue(last, now) : REACHED.contains(last.state());
            if (!possible) {
                throw new StepRefused(last, List.of());
            }
            referrals.touch(handle, last.id(), now);
            write(handle, last, "person_said", last.state(), last.version(), statement, now);
            return new Followed(referrals.legs(handle, chain));
        });
    }

    public Held export(String typed) {
        UUID chain = open(typed);
        return database.asPerson(chain, handle -> {
            List<Referral> legs = referrals.legs(handle, chain);
            return new Held(
                    legs,
                    legs.stream()
                            .map(leg -> seal.open(handle, leg.id(), chain))
                            .flatMap(Optional::stream)
                            .findFirst(),
                    legs.stream()
                            .map(leg -> referrals.agreement(handle, leg.id()))
                            .flatMap(Optional::stream)
                            .toList(),
                    legs.stream()
                            .flatMap(leg -> referrals.events(handle, leg.id()).stream())
                            .toList());
        });
    }

    /** Withdraws what is open, and erases how to reach the person in every copy. */
    public Followed erase(String typed) {
        UUID chain = open(typed);
        Followed after = database.asPerson(chain, handle -> {
            Referral last = lastToChange(handle, chain);
            if (last.state().isOpen()) {
                withdraw(handle, last, "person_asked");
            } else {
                write(handle, last, "erased", last.state(), last.version(), null, now());
            }
            seal.erase(handle, chain);
            return new Followed(referrals.legs(handle, chain));
        });
        seal.destroy(chain);
        return after;
    }

    private static boolean isOverdue(Referral leg, Instant now) {
        return leg.dueAt() != null && now.isAfter(leg.dueAt());
    }

    private Referral lastToChange(Handle handle, UUID chain) {
        UUID last = referrals.legs(handle, chain).getLast().id();
        return referrals.findToChange(handle, last).orElseThrow();
    }

    private void write(Handle handle, Referral leg, String kind, State to, int version, String code, Instant now) {
        referrals.write(
                handle,
                new Event(leg.id(), 0, kind, Actor.PERSON.word(), null, null, leg.state(), to, version, code, now));
    }

    private UUID open(String typed) {
        Instant asked = clock.instant();
        Optional<UUID> chain = codes.open(typed);
        if (chain.isEmpty()) {
            refuseAt(asked.plus(isGuessing() ? SLOW_REFUSAL : REFUSAL));
            throw ProblemType.NOT_FOUND.because(
                    "No request has this code. Compare it with the paper, symbol by symbol.");
        }
        return chain.get();
    }

    /** Many wrong codes are guesses: each takes longer, and somebody is told. */
    private boolean isGuessing() {
        synchronized (misses) {
            Instant now = clock.instant();
            misses.addLast(now);
            while (misses.getFirst().isBefore(now.minus(MINUTE))) {
                misses.removeFirst();
            }
            if (misses.size() == MISSES_A_MINUTE + 1) {
                LOG.warn("More than 30 wrong codes in a minute: somebody may be guessing");
            }
            return misses.size() > MISSES_A_MINUTE;
        }
    }

    /** Every refusal comes as long after its question, so that its time says nothing; waiting holds a virtual thread and nothing else. */
    private void refuseAt(Instant moment) {
        try {
            Thread.sleep(Duration.between(clock.instant(), moment));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
