package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.balcao.access.Caller;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.PaperCode;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Reach;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.State;
import org.balcao.referral.model.VitalInterest;
import org.balcao.referral.store.Intakes;
import org.balcao.referral.store.Intakes.Intake;
import org.balcao.referral.store.Listings;
import org.balcao.referral.store.Listings.Listing;
import org.balcao.referral.store.PaperCodes;
import org.balcao.referral.store.Reaches;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.referral.store.RequestKeys;
import org.balcao.referral.store.Seal;
import org.balcao.referral.store.VitalInterests;
import org.balcao.shared.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** The first step (T1): somebody sends a person to a service, or the person asks for it. */
@ApplicationScoped
public class SendReferral {
    /** @param code null if the same request came before: it cannot be read again, and the desk may print another */
    public record Sent(Referral referral, PaperCode code) {}

    private static final String RECEIVER = "receiver";
    private static final String CONTACT = "contact";
    private static final String SERVICE = "/service_id";

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final Intakes intakes;
    private final Listings listings;
    private final PaperCodes codes;
    private final Reaches reaches;
    private final VitalInterests vitalInterests;
    private final RequestKeys requests;
    private final Seal seal;
    private final Deadlines deadlines;
    private final Clock clock;
    private final OneAtATime<RequestKey> sending = new OneAtATime<>();

    SendReferral(
            ReferralDatabase database,
            Referrals referrals,
            Intakes intakes,
            Listings listings,
            PaperCodes codes,
            Reaches reaches,
            VitalInterests vitalInterests,
            RequestKeys requests,
            Seal seal,
            Deadlines deadlines,
            Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.intakes = intakes;
        this.listings = listings;
        this.codes = codes;
        this.reaches = reaches;
        this.vitalInterests = vitalInterests;
        this.requests = requests;
        this.seal = seal;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param key tells a request that comes again from another; the same key with another body is refused */
    public Sent fromDesk(Caller caller, NewReferral wanted, String key, byte[] fingerprint) {
        Request request = new Request(caller.organization(), key, fingerprint);
        return once(request, () -> {
            Start start = new Start(UUID.randomUUID(), door(wanted), codes.makeForDesk());
            return database.asOrganization(
                    caller.organization(), handle -> send(handle, start, wanted, caller, request));
        });
    }

    /** Without an account. */
    public Sent byPerson(NewReferral wanted, String key, byte[] fingerprint) {
        Request request = new Request(ReferralDatabase.NOBODY, key, fingerprint);
        return once(request, () -> {
            Start start = new Start(UUID.randomUUID(), door(wanted), codes.makeForRequester());
            return database.asPerson(start.chain(), handle -> send(handle, start, wanted, null, request));
        });
    }

    /** The answer to a request that came before, or is at work: nobody waits for the hash of a code that is not needed. */
    private Sent once(Request request, Supplier<Sent> send) {
        return sending.run(
                new RequestKey(request.organization(), request.key()),
                () -> database.asOrganization(
                                request.organization(),
                                handle -> requests.find(handle, request.organization(), request.key())
                                        .map(first -> again(handle, request)))
                        .orElseGet(send));
    }

    private record Start(UUID chain, Door door, PaperCodes.Made made) {}

    private record Request(UUID organization, String key, byte[] fingerprint) {}

    private record RequestKey(UUID organization, String key) {}

    /** A service that takes referrals, as it is now. */
    record Door(Listing listing, Intake intake) {}

    private Door door(NewReferral wanted) {
        if (wanted.agreement() != null && !wanted.agreement().purposes().contains(RECEIVER)) {
            throw ProblemType.UNPROCESSABLE.at("/agreement/purposes", "does not cover this receiver");
        }
        Optional<Intake> intake = database.asAnybody(handle -> intakes.find(handle, wanted.serviceId()));
        return door(intake, wanted.serviceId());
    }

    /** @throws org.balcao.shared.problem.Problem unless the service is there, active, and takes referrals */
    private Door door(Optional<Intake> intake, UUID service) {
        if (intake.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at(SERVICE, "must be a service that takes referrals");
        }
        Listing listing = listings.find(service)
                .filter(Listing::active)
                .filter(each -> each.organizationId().equals(intake.get().organizationId()))
                .orElseThrow(() -> ProblemType.UNPROCESSABLE.at(SERVICE, "is a service that is not offered now"));
        return new Door(listing, intake.get());
    }

    private Sent send(Handle handle, Start start, NewReferral wanted, Caller caller, Request request) {
        UUID chain = start.chain();
        UUID id = UUID.randomUUID();
        Instant now = now();
        if (!requests.take(handle, request.organization(), request.key(), request.fingerprint(), id, now)) {
            return again(handle, request);
        }
        if (wanted.previousId() != null
                && referrals
                        .find(handle, wanted.previousId())
                        .filter(each -> each.endedAt() != null)
                        .isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at("/previous_id", "must be an ended referral of your own");
        }
        UUID sender = caller == null ? null : caller.organization();
        byte[] handleOfPerson = wanted.person().contact() == null
                ? null
                : codes.handleOf(request.organization(), wanted.person().contact());
        if (handleOfPerson != null) {
            referrals.findDouble(handle, handleOfPerson, wanted.serviceId()).ifPresent(open -> {
                throw ProblemType.CONFLICT.at(
                        "/person/contact", "has an open referral to this service already: " + open);
            });
        }
        Referral referral = first(id, chain, wanted, start.door(), sender, now);
        referrals.insert(handle, referral, handleOfPerson);
        seal.close(handle, id, chain, wanted.person());
        if (wanted.agreement() == null) {
            useVitalInterest(handle, wanted, id, now);
        } else {
            referrals.agree(handle, id, given(wanted.agreement(), now));
            reachOf(wanted).ifPresent(reach -> reaches.keep(handle, chain, reach));
        }
        codes.keep(handle, start.made(), chain, sender);
        referrals.write(
                handle,
                new Event(
                        id,
                        0,
                        "send",
                        caller == null ? Actor.PERSON.word() : Actor.SENDER.word(),
                        caller == null ? null : caller.subject(),
                        sender,
                        null,
                        State.SENT,
                        1,
                        null,
                        now));
        return new Sent(referral, start.made().code());
    }

    private void useVitalInterest(Handle handle, NewReferral wanted, UUID referral, Instant now) {
        VitalInterest said = vitalInterests
                .findToChange(handle, wanted.vitalInterestId(), now)
                .filter(each -> each.confirmedBy() != null && each.serviceId().equals(wanted.serviceId()))
                .orElseThrow(() -> ProblemType.UNPROCESSABLE.at(
                        "/vital_interest_id", "is not confirmed for this service, too old, or was used"));
        vitalInterests.use(handle, said.id(), referral);
    }

    /** Only if they agreed to be contacted, and whoever else holds the telephone may see a message. */
    private static Optional<Reach> reachOf(NewReferral wanted) {
        Person person = wanted.person();
        boolean mayBeTold = person.contact() != null
                && !person.noMessage()
                && !person.doNotSayWho()
                && wanted.agreement().purposes().contains(CONTACT);
        return mayBeTold
                ? Optional.of(new Reach(
                        person.channel(), person.contact(), wanted.agreement().language()))
                : Optional.empty();
    }

    private Sent again(Handle handle, Request request) {
        RequestKeys.First first =
                requests.find(handle, request.organization(), request.key()).orElseThrow();
        if (!first.isOf(request.fingerprint())) {
            throw ProblemType.UNPROCESSABLE.at("Idempotency-Key", "was used with another body");
        }
        return new Sent(
                referrals
                        .find(handle, first.referralId())
                        .orElseThrow(
                                () -> ProblemType.CONFLICT.because(
                                        "This request came before. The code was in its first answer and cannot be read again.")),
                null);
    }

    private Referral first(UUID id, UUID chain, NewReferral wanted, Door door, UUID sender, Instant now) {
        Instant answerBy = deadlines.answerBy(wanted.priority(), now);
        return leg(id, chain, 1, null, sender, sender, wanted, door, basis(wanted, sender), answerBy, now);
    }

    private static String basis(NewReferral wanted, UUID sender) {
        if (wanted.agreement() == null) {
            return "vital_interest";
        }
        return sender == null || wanted.agreement().mode().equals("ticked") ? "consent" : "public_task";
    }

    private Referral leg(
            UUID id,
            UUID chain,
            int position,
            UUID parent,
            UUID sender,
            UUID root,
            NewReferral wanted,
            Door door,
            String basis,
            Instant answerBy,
            Instant now) {
        Instant deadline = wanted.personDeadline() == null
                ? null
                : wanted.personDeadline()
                        .plusDays(1)
                        .atStartOfDay(Deadlines.HERE)
                        .toInstant()
                        .minusSeconds(1);
        return new Referral(
                id,
                chain,
                position,
                parent,
                wanted.previousId(),
                sender == null ? "self" : "desk",
                sender,
                root,
                door.intake().organizationId(),
                wanted.serviceId(),
                door.listing().copy(),
                State.SENT,
                null,
                1,
                wanted.priority(),
                wanted.need(),
                wanted.languages(),
                wanted.interpreter(),
                wanted.municipality(),
                wanted.ageBand(),
                wanted.household(),
                wanted.accessibility(),
                wanted.facts(),
                wanted.documents(),
                wanted.personDeadline(),
                null,
                null,
                null,
                door.intake().sensitive(),
                basis,
                now,
                null,
                null,
                null,
                null,
                null,
                // a programme that ends leaves less time, but never less than a day
                deadline == null || deadline.isAfter(answerBy) || deadline.isBefore(now.plus(Duration.ofDays(1)))
                        ? answerBy
                        : deadline,
                null,
                null,
                deadlines.expiresAt(wanted.priority(), now),
                null);
    }

    /**
     * The next leg of a chain (T5), in the transaction of the step that makes it.
     *
     * @throws org.balcao.shared.problem.Problem if the agreement does not cover it, the chain is too long, or the service was in it already
     */
    Referral onward(Handle handle, Caller caller, Referral from, UUID service, Instant now) {
        Agreement agreement = referrals
                .agreement(handle, from.id())
                .filter(each -> each.covers("onward", java.time.LocalDate.ofInstant(now, Deadlines.HERE)))
                .orElseThrow(() -> ProblemType.UNPROCESSABLE.at(
                        SERVICE, "is not covered by what the person agreed to: decline, and suggest it"));
        if (from.position() == Referral.MOST_LEGS) {
            throw ProblemType.UNPROCESSABLE.at(SERVICE, "would be a fourth leg");
        }
        Door door = door(intakes.find(handle, service), service);
        NewReferral wanted = new NewReferral(
                service,
                null,
                from.priority(),
                from.need(),
                from.languages(),
                from.interpreter(),
                from.municipality(),
                from.ageBand(),
                from.household(),
                from.accessibility(),
                from.facts(),
                from.documents(),
                from.personDeadline(),
                null,
                agreement,
                null);
        Referral next = leg(
                UUID.randomUUID(),
                from.chainId(),
                from.position() + 1,
                from.id(),
                caller.organization(),
                from.rootOrg(),
                wanted,
                door,
                from.legalBasis(),
                deadlines.answerBy(from.priority(), now),
                now);
        if (!referrals.insertLeg(handle, next)) {
            throw ProblemType.UNPROCESSABLE.at(SERVICE, "was in this chain already");
        }
        referrals.agree(handle, next.id(), agreement);
        seal.passOn(handle, from.id(), next.id());
        referrals.write(
                handle,
                new Event(
                        next.id(),
                        0,
                        "send",
                        Actor.SENDER.word(),
                        caller.subject(),
                        caller.organization(),
                        null,
                        State.SENT,
                        1,
                        null,
                        now));
        return next;
    }

    /**
     * Another paper code; the old one dies. It is printed by the desk that sent the first leg, or, if the person asked by themselves, by the one
     * that accepted: it knows already how to reach the person, so the code shows it nothing new, and it says how it knows that it is they.
     * Who may not have one is told so before anything is hashed.
     *
     * @param verified how the desk knows that it is the person (in_person, called_back); null at the desk that sent
     */
    public PaperCode anotherCode(Caller caller, UUID id, String verified) {
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
                            now()));
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

    private static Agreement given(Agreement agreement, Instant now) {
        return new Agreement(
                agreement.textId(),
                agreement.textVersion(),
                agreement.language(),
                agreement.mode(),
                agreement.readAloudBy(),
                agreement.purposes(),
                now,
                agreement.until(),
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }
}
