package org.balcao.referral.model;

import static org.balcao.referral.model.Actor.CLOCK;
import static org.balcao.referral.model.Actor.PERSON;
import static org.balcao.referral.model.Actor.RECEIVER;
import static org.balcao.referral.model.Actor.SENDER;
import static org.balcao.referral.model.State.ACCEPTED;
import static org.balcao.referral.model.State.COMPLETED;
import static org.balcao.referral.model.State.DECLINED;
import static org.balcao.referral.model.State.EXPIRED;
import static org.balcao.referral.model.State.FORWARDED;
import static org.balcao.referral.model.State.IN_PROGRESS;
import static org.balcao.referral.model.State.LAPSED;
import static org.balcao.referral.model.State.ON_HOLD;
import static org.balcao.referral.model.State.SENT;
import static org.balcao.referral.model.State.UNDER_STUDY;
import static org.balcao.referral.model.State.VOIDED;
import static org.balcao.referral.model.State.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be done with a referral: from which states, and by whom. The same table is in the database ({@code referral.step}), which lets
 * nothing else through; a test holds the two together.
 */
public enum Step {
    STUDY(Set.of(SENT), UNDER_STUDY, RECEIVER),
    ACCEPT(Set.of(SENT, UNDER_STUDY), ACCEPTED, RECEIVER),
    DECLINE(Set.of(SENT, UNDER_STUDY, ON_HOLD), DECLINED, RECEIVER),
    FORWARD(Set.of(SENT, UNDER_STUDY), FORWARDED, RECEIVER),
    CONTACT(Set.of(ACCEPTED), IN_PROGRESS, RECEIVER),
    HOLD(Set.of(UNDER_STUDY, ACCEPTED, IN_PROGRESS), ON_HOLD, RECEIVER),
    /** To the state that it left. */
    RESUME(Set.of(ON_HOLD), null, RECEIVER),
    COMPLETE(Set.of(ACCEPTED, IN_PROGRESS, ON_HOLD), COMPLETED, RECEIVER),
    WITHDRAW(Set.of(SENT, UNDER_STUDY, ACCEPTED, IN_PROGRESS, ON_HOLD), WITHDRAWN, PERSON, SENDER),
    EXPIRE(Set.of(SENT, UNDER_STUDY), EXPIRED, CLOCK),
    LAPSE(Set.of(ACCEPTED, IN_PROGRESS, ON_HOLD), LAPSED, CLOCK),
    VOID(Set.of(SENT, UNDER_STUDY), VOIDED, SENDER);

    private final Set<State> from;
    private final State to;
    private final Set<Actor> by;

    Step(Set<State> from, State to, Actor... by) {
        this.from = from;
        this.to = to;
        this.by = Set.of(by);
    }

    public boolean leadsFrom(State state) {
        return from.contains(state);
    }

    public boolean isBy(Actor actor) {
        return by.contains(actor);
    }

    /** @param resumesTo the state that a referral on hold left */
    public State to(State resumesTo) {
        return this == RESUME ? resumesTo : to;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What these parties can do in a state. */
    public static List<Step> open(State state, Set<Actor> parties) {
        return Arrays.stream(values())
                .filter(step -> step.leadsFrom(state) && parties.stream().anyMatch(step::isBy))
                .toList();
    }
}
