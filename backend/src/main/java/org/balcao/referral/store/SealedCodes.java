package org.balcao.referral.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.PaperCode;

/**
 * Paper codes that were in an answer, sealed (AES-256-GCM) with a key that is made of two: that of the chain, which is not in the database, and
 * the key of the request, which is kept nowhere. So only who asked can have the code opened again, and nobody once the chain's key was destroyed.
 */
@ApplicationScoped
public class SealedCodes {
    private static final String PURPOSE = "referral.request_key.code";
    private static final int KEY_BYTES = 32;

    /** A code of a chain that nobody can read. */
    @SuppressWarnings("ArrayRecordComponent")
    public record SealedCode(UUID chain, byte[] content) {}

    private final Keys keys;

    SealedCodes(Keys keys) {
        this.keys = keys;
    }

    /** Makes the key of the chain, should there be none yet. */
    public SealedCode close(UUID chain, String requestKey, PaperCode code) {
        try {
            byte[] plain = code.printed().getBytes(StandardCharsets.UTF_8);
            return new SealedCode(chain, cipher(keys.make(chain), requestKey).encrypt(plain, associated(chain)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a code could not be sealed", impossible);
        }
    }

    /** Nothing once the chain's key was destroyed. */
    public Optional<PaperCode> open(SealedCode sealed, String requestKey) {
        Optional<byte[]> key = keys.find(sealed.chain());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] plain = cipher(key.get(), requestKey).decrypt(sealed.content(), associated(sealed.chain()));
            return PaperCode.typed(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("a sealed code does not open", notOurs);
        }
    }

    private static AesGcmJce cipher(byte[] chainKey, String requestKey) throws GeneralSecurityException {
        byte[] salt = requestKey.getBytes(StandardCharsets.UTF_8);
        byte[] info = PURPOSE.getBytes(StandardCharsets.UTF_8);
        return new AesGcmJce(Hkdf.computeHkdf("HmacSha256", chainKey, salt, info, KEY_BYTES));
    }

    private static byte[] associated(UUID chain) {
        return (PURPOSE + " " + chain).getBytes(StandardCharsets.UTF_8);
    }
}
