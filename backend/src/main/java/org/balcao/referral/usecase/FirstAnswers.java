package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.PaperCode;
import org.balcao.referral.store.PaperCodes;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Referrals;
import org.balcao.referral.store.RequestKeys;
import org.balcao.referral.store.RequestKeys.First;
import org.balcao.referral.store.SealedCodes;
import org.balcao.referral.store.SealedCodes.SealedCode;
import org.balcao.referral.usecase.SendReferral.Sent;
import org.balcao.shared.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/**
 * What a request to send led to, for when it comes again because its answer was lost. A desk gets the referral, and may print another code.
 * Whoever asked for themselves has no desk: they get the code again, for a quarter of an hour.
 */
@ApplicationScoped
class FirstAnswers {
    /** As the clock's statement has it too, which forgets the codes. */
    private static final Duration CODE_KEPT = Duration.ofMinutes(15);
    /** A key that is shorter might be guessed; a UUID has 36 characters. */
    private static final int SHORTEST_SECRET = 32;

    /** @param fingerprint a hash of all that the request says */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(UUID organization, String key, byte[] fingerprint) {
        boolean isOfPerson() {
            return organization.equals(ReferralDatabase.NOBODY);
        }
    }

    private final ReferralDatabase database;
    private final Referrals referrals;
    private final PaperCodes codes;
    private final RequestKeys requests;
    private final SealedCodes sealed;
    private final Clock clock;

    FirstAnswers(
            ReferralDatabase database,
            Referrals referrals,
            PaperCodes codes,
            RequestKeys requests,
            SealedCodes sealed,
            Clock clock) {
        this.database = database;
        this.referrals = referrals;
        this.codes = codes;
        this.requests = requests;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** @return whether no request with this key came before */
    boolean take(Handle handle, Request request, UUID referral, UUID chain, PaperCode code, Instant now) {
        SealedCode kept = request.isOfPerson() && request.key().length() >= SHORTEST_SECRET
                ? sealed.close(chain, request.key(), code)
                : null;
        return requests.take(handle, request.organization(), request.key(), request.fingerprint(), referral, kept, now);
    }

    /**
     * The answer to the first request with this key, if there was one.
     *
     * @throws org.balcao.shared.problem.Problem if it said something else, or its code cannot be read again
     */
    Optional<Sent> find(Request request) {
        return database.asOrganization(
                        request.organization(), handle -> requests.find(handle, request.organization(), request.key()))
                .map(first -> answer(request, first));
    }

    private Sent answer(Request request, First first) {
        if (!first.isOf(request.key(), request.fingerprint())) {
            throw ProblemType.UNPROCESSABLE.at("Idempotency-Key", "was used with another body");
        }
        Optional<Sent> sent = request.isOfPerson()
                ? toPerson(request, first)
                : database.asOrganization(request.organization(), handle -> referrals.find(handle, first.referralId()))
                        .map(referral -> new Sent(referral, null));
        return sent.orElseThrow(() -> ProblemType.CONFLICT.at(
                "Idempotency-Key", "came before. The code was in the first answer and cannot be read any more."));
    }

    /** Nothing if the code is not kept any more, or another took its place. */
    private Optional<Sent> toPerson(Request request, First first) {
        if (first.at().plus(CODE_KEPT).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return first.sealed()
                .flatMap(kept -> sealed.open(kept, request.key())
                        .flatMap(code -> database.asPerson(
                                kept.chain(),
                                handle -> codes.isOf(handle, code, kept.chain())
                                        ? referrals
                                                .find(handle, first.referralId())
                                                .map(referral -> new Sent(referral, code))
                                        : Optional.empty())));
    }
}
