package org.balcao.shared;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for texts in the keys of caches, so that what somebody typed is not kept: the first 128 bits of their HMAC-SHA-256 (RFC 2104), with a
 * key that is drawn at random at each start and is never written down. Hashes of one start mean nothing in another.
 */
public record KeyedHash(long first, long second) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Mac KEYED = keyed();

    /** The hash of texts in their order; null is not the same as an empty text, and it matters where one text ends and the next begins. */
    public static KeyedHash of(String... texts) {
        int bytes = 0;
        for (String text : texts) {
            bytes += Integer.BYTES + (text == null ? 0 : text.length() * Character.BYTES);
        }
        ByteBuffer all = ByteBuffer.allocate(bytes);
        for (String text : texts) {
            all.putInt(text == null ? -1 : text.length());
            if (text != null) {
                all.asCharBuffer().put(text);
                all.position(all.position() + text.length() * Character.BYTES);
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(copy().doFinal(all.array()));
        return new KeyedHash(hash.getLong(), hash.getLong());
    }

    /** A Mac serves one thread at a time; a copy costs less than a new one with the same key. */
    private static Mac copy() {
        try {
            return (Mac) KEYED.clone();
        } catch (CloneNotSupportedException everyJavaCopiesIt) {
            throw new IllegalStateException(everyJavaCopiesIt);
        }
    }

    private static Mac keyed() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
