package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.balcao.launch.Command;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.store.Roots;
import org.balcao.referral.store.Roots.Hashed;
import org.balcao.referral.store.Roots.Root;
import org.balcao.shared.KeyMissing;
import org.jdbi.v3.core.Handle;

/** {@code audit verify}: whether the events of referrals are what they were, by their own chains and by the signed roots. */
@ApplicationScoped
public class Audit implements Command {
    /** What is younger may still be committing. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Instant BEGINNING = Instant.EPOCH;
    private static final byte[] NOTHING = new byte[0];

    private final ReferralDatabase database;
    private final Roots roots;
    private final Clock clock;

    Audit(ReferralDatabase database, Roots roots, Clock clock) {
        this.database = database;
        this.roots = roots;
        this.clock = clock;
    }

    /** Signs a root over the events since the last one, if there are any. */
    void seal(Handle handle) {
        Optional<Root> last = roots.last(handle);
        Instant until = clock.instant().minus(SETTLED).truncatedTo(ChronoUnit.MILLIS);
        Instant from = last.map(Root::until).orElse(BEGINNING);
        if (!from.isBefore(until)) {
            return;
        }
        Hashed hashed = roots.hash(handle, from, until, last.map(Root::hash).orElse(NOTHING));
        if (hashed.events() > 0) {
            roots.sign(handle, until, hashed);
        }
    }

    /** The last roots, newest first. */
    public List<Root> newest(int most) {
        return database.asAuditor(handle -> roots.newest(handle, most));
    }

    public byte[] publicKey() {
        return roots.publicKey();
    }

    /** What is wrong first; nothing if all is well. */
    public Optional<String> firstWrong() {
        return database.asAuditor(handle -> {
            Optional<String> broken = handle.createQuery(
                            "select 'event ' || seq || ' of referral ' || referral_id from referral.first_broken_event()")
                    .mapTo(String.class)
                    .findOne();
            return broken.isPresent() ? broken : firstWrongRoot(handle);
        });
    }

    private Optional<String> firstWrongRoot(Handle handle) {
        Instant from = BEGINNING;
        byte[] before = NOTHING;
        for (Root root : roots.newest(handle, Integer.MAX_VALUE).reversed()) {
            Hashed now = roots.hash(handle, from, root.until(), before);
            if (now.events() != root.events() || !Arrays.equals(now.hash(), root.hash()) || !roots.isSigned(root)) {
                return Optional.of("the root of the events until " + root.until());
            }
            from = root.until();
            before = root.hash();
        }
        return Optional.empty();
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        if (!arguments.equals(List.of("verify"))) {
            System.err.println("audit verify");
            return 2;
        }
        Optional<String> wrong;
        try {
            wrong = firstWrong();
        } catch (KeyMissing missing) {
            System.out.println("The roots of events cannot be checked: " + missing.getMessage());
            return 2;
        }
        System.out.println(
                wrong.map(first -> "Not what it was, first of all: " + first).orElse("Every event is what it was."));
        return wrong.isPresent() ? 1 : 0;
    }
}
