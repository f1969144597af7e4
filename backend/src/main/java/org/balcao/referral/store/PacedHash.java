package org.balcao.referral.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC-SHA-512 (RFC 8018, section 5.2; one block), the same value as the JDK's, made in short pieces of work with rests between them.
 * The JDK makes it in one go of a tenth of a second, during which one core works for nobody else.
 */
final class PacedHash {
    private static final String ALGORITHM = "HmacSHA512";
    /** HMAC fills a short key up with zeros, and a key of no bytes is refused by the JDK. */
    private static final byte[] SAME_AS_EMPTY = {0};

    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};
    /** Between two looks at the clock; some 25 microseconds. */
    private static final int ROUNDS_OF_A_LOOK = 50;

    private PacedHash() {}

    /** How long is worked, and how long is rested after that, in nanoseconds. */
    record Pace(long work, long rest) {
        /** A thread at this pace takes a quarter of a core. */
        static final Pace QUARTER = new Pace(1_000_000, 3_000_000);

        static final Pace WITHOUT_REST = new Pace(Long.MAX_VALUE, 0);
    }

    /**
     * @param secret text; its UTF-8 bytes are the password
     * @param bytes of the hash; 64 at most
     */
    static byte[] of(String secret, byte[] salt, int rounds, int bytes, Pace pace) throws GeneralSecurityException {
        var mac = Mac.getInstance(ALGORITHM);
        byte[] password = secret.getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(password.length == 0 ? SAME_AS_EMPTY : password, ALGORITHM));
        mac.update(salt);
        byte[] last = mac.doFinal(FIRST_BLOCK);
        byte[] sum = last.clone();
        long began = System.nanoTime();
        for (int round = 1; round < rounds; round++) {
            mac.update(last);
            mac.doFinal(last, 0);
            for (int n = 0; n < sum.length; n++) {
                sum[n] ^= last[n];
            }
            if (round % ROUNDS_OF_A_LOOK == 0 && System.nanoTime() - began > pace.work()) {
                LockSupport.parkNanos(pace.rest());
                began = System.nanoTime();
            }
        }
        return Arrays.copyOf(sum, bytes);
    }
}
