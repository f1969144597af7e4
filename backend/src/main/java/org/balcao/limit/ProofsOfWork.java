package org.balcao.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.balcao.shared.KeyFile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Challenges for places that used up a quota, and the proofs that they were worked at. A challenge is text that this program signed: for which
 * limit, how many bits, when, a random part, for which place (as a HMAC). A proof is the challenge, a dot and a number, such that the
 * SHA-256 of that text begins with so many zero bits. Nothing is kept of a challenge until its proof comes; then it is remembered for as long as
 * it would be valid, so that it counts once. Nodes share the key and not that memory: a node takes no challenge that is older than itself, and
 * with several nodes a proof may count once at each, as the quotas do.
 */
@ApplicationScoped
public class ProofsOfWork {
    /** How long a challenge may be answered. */
    public static final Duration VALID = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger("limits");
    private static final int KEY_BYTES = 32;
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final int PARTS = 6;
    private static final int RANDOM_BYTES = 9;
    private static final int PLACE_BYTES = 9;
    private static final int MAC_BYTES = 18;
    private static final int MOST_REMEMBERED = 200_000;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** @param bits so many zero bits the hash of its proof begins with */
    public record Challenge(String text, int bits, Instant until) {}

    private final Path keyFile;
    private final int leastBits;
    private final Clock clock;
    private final Instant started;
    private final Cache<String, Boolean> spent = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(VALID.plus(CLOCKS_DIFFER))
            .build();
    private byte[] key;

    ProofsOfWork(
            @ConfigProperty(name = "balcao.limits.key") Path keyFile,
            @ConfigProperty(name = "balcao.limits.proof-bits") int leastBits,
            Clock clock) {
        this.keyFile = keyFile;
        this.leastBits = leastBits;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @param harder so many bits more than the least */
    public Challenge challenge(Limit limit, Place place, int harder) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        Instant now = clock.instant();
        int bits = leastBits + harder;
        String said = String.join(
                ".",
                limit.title(),
                String.valueOf(bits),
                String.valueOf(now.getEpochSecond()),
                TEXT.encodeToString(random),
                tagOf(place));
        return new Challenge(said + "." + signature(said), bits, now.plus(VALID));
    }

    /**
     * Whether this proves work for this limit, from this place. It may be one bit easier than what is asked now: others of the place may have
     * been faster.
     */
    public boolean isRight(String proof, Limit limit, Place place, int harder) {
        int dot = proof.lastIndexOf('.');
        if (proof.length() > LONGEST || dot < 0 || !proof.substring(dot + 1).matches("\\d{1,16}")) {
            return false;
        }
        String challenge = proof.substring(0, dot);
        String[] parts = challenge.split("\\.", -1);
        if (parts.length != PARTS || !isSigned(challenge)) {
            return false;
        }
        int bits = Integer.parseInt(parts[1]);
        Instant made = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        Instant now = clock.instant();
        return parts[0].equals(limit.title())
                && parts[4].equals(tagOf(place))
                && bits + 1 >= leastBits + harder
                && now.isBefore(made.plus(VALID))
                && !made.isAfter(now.plus(CLOCKS_DIFFER))
                && made.plusSeconds(1).isAfter(started)
                && zeroBits(sha256(proof)) >= bits
                && spent.getIfPresent(challenge) == null;
    }

    /** @return false if it counted before */
    public boolean spend(String proof) {
        return spent.asMap().putIfAbsent(proof.substring(0, proof.lastIndexOf('.')), true) == null;
    }

    private boolean isSigned(String challenge) {
        int dot = challenge.lastIndexOf('.');
        return MessageDigest.isEqual(
                signature(challenge.substring(0, dot)).getBytes(StandardCharsets.US_ASCII),
                challenge.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private String tagOf(Place place) {
        return TEXT.encodeToString(Arrays.copyOf(hmac("place " + place.prefix()), PLACE_BYTES));
    }

    private String signature(String said) {
        return TEXT.encodeToString(Arrays.copyOf(hmac("challenge " + said), MAC_BYTES));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = sharedKey();
        }
        return key;
    }

    /** Where the file cannot be read or written, one of this node's own: its challenges are good at this node only, until it ends. */
    private byte[] sharedKey() {
        try {
            return KeyFile.read(keyFile).orElseGet(() -> KeyFile.make(keyFile));
        } catch (UncheckedIOException away) {
            LOG.warnf("The key of challenges cannot be kept at %s, so other nodes refuse those of this one", keyFile);
            byte[] own = new byte[KEY_BYTES];
            RANDOM.nextBytes(own);
            return own;
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static int zeroBits(byte[] hash) {
        int bits = 0;
        for (byte each : hash) {
            if (each != 0) {
                return bits + Integer.numberOfLeadingZeros(Byte.toUnsignedInt(each)) - (Integer.SIZE - Byte.SIZE);
            }
            bits += Byte.SIZE;
        }
        return bits;
    }
}
