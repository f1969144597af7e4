package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.store.SealedCodes.SealedCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Requests that may come again with the same {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07), for a day. Of a key a hash
 * is kept, and of what was said a hash that nobody can try out without the key.
 */
@ApplicationScoped
public class RequestKeys {
    /**
     * What the first request with a key led to.
     *
     * @param chainId whose code is sealed; null without one
     * @param code sealed ({@link SealedCodes}), or null
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record First(UUID referralId, byte[] fingerprint, Instant at, UUID chainId, byte[] code) {
        public boolean isOf(String key, byte[] other) {
            return MessageDigest.isEqual(fingerprint, mixed(key, other));
        }

        /** The code that was in the first answer, as long as it is kept. */
        public Optional<SealedCode> sealed() {
            return code == null ? Optional.empty() : Optional.of(new SealedCode(chainId, code));
        }
    }

    public Optional<First> find(Handle handle, UUID organization, String key) {
        return handle.createQuery("""
                        select referral_id, fingerprint, at, chain_id, code
                          from referral.request_key where organization_id = :organization and key = :key""")
                .bind("organization", organization)
                .bind("key", kept(key))
                .map(ConstructorMapper.of(First.class))
                .findOne();
    }

    /**
     * Waits for another request with the same key, should there be one.
     *
     * @param sealed the code of the answer, or null
     * @return whether this one is the first
     */
    public boolean take(
            Handle handle,
            UUID organization,
            String key,
            byte[] fingerprint,
            UUID referral,
            SealedCode sealed,
            Instant now) {
        return handle.createUpdate("""
                                insert into referral.request_key (organization_id, key, fingerprint, referral_id, at, chain_id, code)
                                values (:organization, :key, :fingerprint, :referral, :now, :chain, :code) on conflict do nothing""")
                        .bind("organization", organization)
                        .bind("key", kept(key))
                        .bind("fingerprint", mixed(key, fingerprint))
                        .bind("referral", referral)
                        .bind("now", now)
                        .bind("chain", sealed == null ? null : sealed.chain())
                        .bind("code", sealed == null ? null : sealed.content())
                        .execute()
                == 1;
    }

    private static String kept(String key) {
        return HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] mixed(String key, byte[] fingerprint) {
        MessageDigest digest = sha256();
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return digest.digest(fingerprint);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
