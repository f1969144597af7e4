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
import org.balcao.referral.store.Seal;
import org.balcao.referral.store.VitalInterests;
import org.balcao.referral.usecase.FirstAnswers.Request;
import org.balcao.shared.problem.Problem;
import org.balcao.shared.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** The first step (T1): somebody sends a person to a service, or the person asks for it. */
@ApplicationScoped
public class SendReferral {
    /** @param code null if a desk's request came before: it cannot be read again, and the desk may print another */
    public record Sent(Referral referral, PaperCode code) {}

    private static final String RECEIVER = "receiver";
    private static final String CONTACT = "contact";
    private static final String SERVICE = "/service_id";
    /** A family may share a telephone: so many people of one number can wait for one service. */
    private static final int PEOPLE_OF_ONE_CONTACT = 8;

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final Intakes intakes;
    private final Listings listings;
    private final PaperCodes codes;
    private final Reaches reaches;
    private final VitalInterests vitalInterests;
    private final FirstAnswers answers;
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
            FirstAnswers answers,
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
        this.answers = answers;
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
    private Sent once(Request request, Supplier<Optional<Sent>> send) {
        return sending.run(
                new RequestKey(request.organization(), request.key()),
                () -> answers.find(request)
                        .or(send)
                        .orElseGet(() -> answers.find(request).orElseThrow()));
    }

    private record Start(UUID chain, Door door, PaperCodes.Made made) {}

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

    /** Nothing if another node took the same request meanwhile. */
    private Optional<Sent> send(Handle handle, Start start, NewReferral wanted, Caller caller, Request request) {
        UUID chain = start.chain();
        UUID id = UUID.randomUUID();
        Instant now = now();
        if (!answers.take(handle, request, id, chain, start.made().code(), now)) {
            return Optional.empty();
        }
        if (wanted.previousId() != null
                && referrals
                        .find(handle, wanted.previousId())
                        .filter(each -> each.endedAt() != null)
                        .isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at("/previous_id", "must be an ended referral of your own");
        }
        UUID sender = caller == null ? null : caller.organization();
        Referral referral = first(id, chain, wanted, start.door(), sender, now);
        insertOnce(handle, referral, wanted, request);
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
        return Optional.of(new Sent(referral, start.made().code()));
    }

    /**
     * One open referral to a service for each way of contact; for another person of the same household the next place is taken.
     *
     * @throws Problem if there is no place. Its sender is told which referral has it. Whoever asks for themselves might have typed anybody's
     *     number, so they are told no more than that; and nothing at all of a service whose name tells why somebody goes there.
     */
    private void insertOnce(Handle handle, Referral referral, NewReferral wanted, Request request) {
        String contact = wanted.person().contact();
        if (contact == null || request.isOfPerson() && referral.sensitive()) {
            referrals.insert(handle, referral, null);
            return;
        }
        int places = wanted.anotherPerson() ? PEOPLE_OF_ONE_CONTACT : 1;
        for (int place = 1; place <= places; place++) {
            if (referrals.insert(handle, referral, codes.handleOf(request.organization(), contact, place))) {
                return;
            }
        }
        String said = "has an open referral to this service already";
        Optional<UUID> open = request.isOfPerson()
                ? Optional.empty()
                : referrals.findDouble(handle, codes.handleOf(request.organization(), contact, 1), wanted.serviceId());
        throw ProblemType.CONFLICT.at(
                "/person/contact", open.map(each -> said + ": " + each).orElse(said));
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
                false,
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
