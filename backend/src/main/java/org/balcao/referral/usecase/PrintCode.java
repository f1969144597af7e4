package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.PaperCode;
import org.balcao.referral.model.Referral;
import org.balcao.referral.store.PaperCodes;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.shared.problem.ProblemType;

/** Another paper code; the old one dies. */
@ApplicationScoped
public class PrintCode {
    private final ReferralDatabase database;
    private final Referrals referrals;
    private final PaperCodes codes;
    private final Clock clock;

    PrintCode(ReferralDatabase database, Referrals referrals, PaperCodes codes, Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * A new code. It is printed by the desk that sent the first leg, or, if the person asked by themselves, by the one
     * that accepted: it knows already how to reach the person, so the code shows it nothing new, and it says how it knows that it is they.
     * Who may not have one is told so before anything is hashed.
     *
     * @param verified how the desk knows that it is the person (in_person, called_back); null at the desk that sent
     */
    public PaperCode print(Caller caller, UUID id, String verified) {
        database.asOrganization(
                caller.organization(), handle -> printerOf(found(referrals.find(handle, id)), caller, verified));
        PaperCodes.Made made = codes.makeForDesk();
        database.asOrganization(caller.organization(), handle -> {
            Referral referral = found(referrals.findToChange(handle, id));
            Actor actor = printerOf(referral, caller, verified);
            UUID desk = actor == Actor.SENDER ? caller.organization() : null;
            if (!codes.replace(handle, made, referral.chainId(), desk)) {
                throw ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation());
            }
            referrals.write(
                    handle,
                    new Event(
                            id,
                            0,
                            "new_code",
                            actor.word(),
                            caller.subject(),
                            caller.organization(),
                            referral.state(),
                            referral.state(),
                            referral.version(),
                            verified,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            return null;
        });
        return made.code();
    }

    private static Referral found(Optional<Referral> referral) {
        return referral.orElseThrow(() -> ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation()));
    }

    private static Actor printerOf(Referral referral, Caller caller, String verified) {
        if (caller.organization().equals(referral.rootOrg())) {
            return Actor.SENDER;
        }
        if (referral.rootOrg() != null || !caller.organization().equals(referral.receiverOrg())) {
            throw ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation());
        }
        if (!referral.isOpenedToReceiver()) {
            throw ProblemType.CONFLICT.because(
                    "The person asked by themselves. Accept the request first: only who may see how to reach the person may print another code.");
        }
        if (verified == null) {
            throw ProblemType.UNPROCESSABLE.at(
                    "/verified", "must say how you know that it is the person: in_person or called_back");
        }
        return Actor.RECEIVER;
    }
}
