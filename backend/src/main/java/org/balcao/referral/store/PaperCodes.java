package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.balcao.referral.model.PaperCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Paper codes as they are kept: of the part that finds, a HMAC; of the secret, a slow hash ({@link CodeHashing}). The right secret always
 * opens: a code that could be locked could be locked by whoever saw its first symbols. Wrong and unknown cannot be told apart, by the answer or
 * by the time that it takes.
 */
@ApplicationScoped
public class PaperCodes {
    private static final int SALT = 16;
    private static final byte[] NO_SALT = new byte[SALT];
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is kept of a code. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(UUID chainId, byte[] secret, byte[] salt) {}

    private final ReferralDatabase database;
    private final Keys keys;
    private final Clock clock;
    private final CodeHashing hashing;

    PaperCodes(ReferralDatabase database, Keys keys, CodeHashing hashing, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.hashing = hashing;
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

    /** @throws CodeHashing.Busy if too many wait */
    public Made makeForDesk() {
        PaperCode code = PaperCode.made();
        byte[] salt = salt();
        return new Made(code, locator(code), hashing.forDesk(code.secret(), salt), salt);
    }

    /** @throws CodeHashing.Busy if too many wait */
    public Made makeForRequester() {
        PaperCode code = PaperCode.made();
        byte[] salt = salt();
        return new Made(code, locator(code), hashing.forRequester(code.secret(), salt), salt);
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

    /**
     * Another code for a chain; the old one dies.
     *
     * @param desk the organization that made the code before, or null if the person asked by themselves
     * @return whether there was such a code
     */
    public boolean replace(Handle handle, Made made, UUID chain, UUID desk) {
        return handle.createUpdate("""
                        update referral.person_code
                           set locator = :locator, secret = :secret, salt = :salt, made_at = :now
                         where chain_id = :chain and desk_org is not distinct from :desk""")
                        .bindMethods(made)
                        .bind("chain", chain)
                        .bind("desk", desk)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /**
     * The chain that a typed code opens. Two short transactions and the hash between them, which needs no connection: what was read before it
     * still has to be so after it.
     *
     * @throws CodeHashing.Busy if too many wait
     */
    public Optional<UUID> open(String typed) {
        Optional<PaperCode> code = PaperCode.typed(typed);
        Optional<Kept> kept = code.flatMap(this::find);
        byte[] hash = hashing.forStranger(
                code.map(PaperCode::secret).orElse(""), kept.map(Kept::salt).orElse(NO_SALT));
        return kept.filter(each -> MessageDigest.isEqual(hash, each.secret()))
                .filter(each -> code.flatMap(this::find)
                        .filter(still -> MessageDigest.isEqual(still.secret(), each.secret()))
                        .isPresent())
                .map(Kept::chainId);
    }

    private Optional<Kept> find(PaperCode code) {
        byte[] locator = locator(code);
        return database.asTyping(
                locator,
                handle -> handle.createQuery(
                                "select chain_id, secret, salt from referral.person_code where locator = :locator")
                        .bind("locator", locator)
                        .map(ConstructorMapper.of(Kept.class))
                        .findOne());
    }

    private byte[] locator(PaperCode code) {
        return hmac(keys.own(OwnKey.CODE_LOCATOR), code.locator());
    }

    /** Whether this code still opens the chain. Of a code that was made here only: it looks at the part that finds, not at the secret. */
    public boolean isOf(Handle handle, PaperCode code, UUID chain) {
        return handle.createQuery(
                        "select exists (select from referral.person_code where chain_id = :chain and locator = :locator)")
                .bind("chain", chain)
                .bind("locator", locator(code))
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Tells two ways of contact apart and says nothing of either. Capitals of an address make no difference.
     *
     * @param place from 1: people of a household have one each, with the same way of contact
     */
    public byte[] handleOf(UUID sender, String contact, int place) {
        String text = sender + " " + contact.toLowerCase(Locale.ROOT);
        return hmac(keys.own(OwnKey.PERSON_HANDLE), place == 1 ? text : text + " " + place);
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
}
