package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.referral.model.VitalInterest;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.VitalInterests;
import org.balcao.shared.problem.ProblemType;

/**
 * When a life is in danger and nobody can be asked for agreement: one of the desk says so, another of the same desk confirms it, and for four
 * hours one referral to that service can be sent without agreement. Both stand in the data protection officer's list.
 */
@ApplicationScoped
public class AskVitalInterest {
    private final ReferralDatabase database;
    private final VitalInterests store;
    private final Clock clock;

    AskVitalInterest(ReferralDatabase database, VitalInterests store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    public VitalInterest ask(Caller caller, UUID service, String reason) {
        VitalInterest asked = new VitalInterest(
                UUID.randomUUID(), caller.organization(), service, reason, caller.subject(), now(), null, null, null);
        return database.asOrganization(caller.organization(), handle -> {
            store.insert(handle, asked);
            return asked;
        });
    }

    /** @throws org.balcao.shared.problem.Problem 404 if nothing of the kind waits, 409 for the one who asked, or if it is confirmed */
    public VitalInterest confirm(Caller caller, UUID id) {
        return database.asOrganization(caller.organization(), handle -> {
            VitalInterest asked = store.findToChange(handle, id, now())
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation()));
            if (asked.confirmedBy() != null) {
                throw ProblemType.CONFLICT.because("It is confirmed already.");
            }
            if (asked.askedBy().equals(caller.subject())) {
                throw ProblemType.CONFLICT.because("Somebody else of the desk has to confirm what you asked.");
            }
            store.confirm(handle, id, caller.subject(), now());
            return store.findToChange(handle, id, now()).orElseThrow();
        });
    }

    /** What the caller's desk asked and has not used. */
    public List<VitalInterest> waiting(Caller caller) {
        return database.asOrganization(
                caller.organization(), handle -> store.waiting(handle, caller.organization(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
