package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.balcao.referral.model.PaperCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Paper codes as they are kept: of the part that finds, a HMAC; of the secret, a slow hash (PBKDF2-HMAC-SHA-512, 210,000 rounds, as OWASP's
 * Password Storage Cheat Sheet asks). Five wrong secrets in a quarter of an hour lock a code for an hour, then two, up to a day. Wrong,
 * unknown and locked cannot be told apart, by the answer or by the time that it takes.
 */
@ApplicationScoped
public class PaperCodes {
    private static final int ROUNDS = 210_000;
    private static final int HASH_BITS = 256;
    private static final int SALT = 16;
    private static final int AT_ONCE = 2;
    private static final int WRONG_ONES_ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_LOCK = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST_LOCK = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(
            UUID chainId,
            byte[] secret,
            byte[] salt,
            int failures,
            Instant failingSince,
            int locks,
            Instant lockedUntil) {}

    private final ReferralDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);

    PaperCodes(ReferralDatabase database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** A code with what is kept of it. Making one takes a tenth of a second, so no transaction waits for it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Made(PaperCode code, byte[] locator, byte[] secret, byte[] salt) {
        @Override
        public String toString() {
            return "***";
        }
    }

    public Made make() {
        PaperCode code = PaperCode.made();
        byte[] salt = salt();
        return new Made(code, locator(code), hash(code.secret(), salt), salt);
    }

    /**
     * Lets a code open a chain; it cannot be read again.
     *
     * @param desk the organization that may print another, or null
     */
    public void keep(Handle handle, Made made, UUID chain, UUID desk) {
        handle.createUpdate("""
                        insert into referral.person_code (chain_id, desk_org, locator, secret, salt, made_at)
                        values (:chain, :desk, :locator, :secret, :salt, :now)""")
                .bindMethods(made)
                .bind("chain", chain)
                .bind("desk", desk)
                .bind("now", clock.instant())
                .execute();
    }

    /** @return whether this desk made the code before, which dies */
    public boolean replace(Handle handle, Made made, UUID chain, UUID desk) {
        return handle.createUpdate("""
                        update referral.person_code
                           set locator = :locator, secret = :secret, salt = :salt, made_at = :now, failures = 0, failing_since = null,
                               locks = 0, locked_until = null
                         where chain_id = :chain and desk_org = :desk""")
                        .bindMethods(made)
                        .bind("chain", chain)
                        .bind("desk", desk)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** The chain that a typed code opens. */
    public Optional<UUID> open(String typed) {
        Optional<PaperCode> code = PaperCode.typed(typed);
        if (code.isEmpty()) {
            hash("", new byte[SALT]);
            return Optional.empty();
        }
        byte[] locator = locator(code.get());
        return database.asTyping(locator, handle -> {
            Optional<Kept> kept = handle.createQuery("""
                            select chain_id, secret, salt, failures, failing_since, locks, locked_until
                              from referral.person_code where locator = :locator for update""")
                    .bind("locator", locator)
                    .map(ConstructorMapper.of(Kept.class))
                    .findOne();
            byte[] hash = hash(code.get().secret(), kept.map(Kept::salt).orElse(new byte[SALT]));
            Instant now = clock.instant();
            if (kept.isEmpty()
                    || (kept.get().lockedUntil() != null
                            && now.isBefore(kept.get().lockedUntil()))) {
                return Optional.<UUID>empty();
            }
            boolean right = MessageDigest.isEqual(hash, kept.get().secret());
            note(handle, locator, kept.get(), right, now);
            return right ? Optional.of(kept.get().chainId()) : Optional.<UUID>empty();
        });
    }

    private static void note(Handle handle, byte[] locator, Kept kept, boolean right, Instant now) {
        boolean fresh =
                kept.failingSince() == null || now.isAfter(kept.failingSince().plus(WINDOW));
        int failures = right ? 0 : (fresh ? 0 : kept.failures()) + 1;
        boolean locks = failures >= WRONG_ONES_ALLOWED;
        if (right && kept.failures() == 0) {
            return;
        }
        Duration doubled = FIRST_LOCK.multipliedBy(1L << Math.min(kept.locks(), MOST_DOUBLINGS));
        Duration lock = doubled.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : doubled;
        handle.createUpdate("""
                        update referral.person_code
                           set failures = :failures, failing_since = :since, locks = locks + :locks,
                               locked_until = coalesce(:until, locked_until)
                         where locator = :locator""")
                .bind("failures", locks ? 0 : failures)
                .bind("since", right ? null : fresh ? now : kept.failingSince())
                .bind("locks", locks ? 1 : 0)
                .bind("until", locks ? now.plus(lock) : null)
                .bind("locator", locator)
                .execute();
    }

    private byte[] locator(PaperCode code) {
        return hmac(keys.own(OwnKey.CODE_LOCATOR), code.locator());
    }

    /** Tells two ways of contact apart and says nothing of either. */
    public byte[] handleOf(UUID sender, String contact) {
        return hmac(keys.own(OwnKey.PERSON_HANDLE), sender + " " + contact);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private byte[] hash(String secret, byte[] salt) {
        hashing.acquireUninterruptibly();
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        } finally {
            hashing.release();
        }
    }
}
