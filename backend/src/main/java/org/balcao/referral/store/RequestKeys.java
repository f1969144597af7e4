package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Requests that may come again with the same {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07), for a day. */
@ApplicationScoped
public class RequestKeys {
    /** What the first request with a key led to. */
    @SuppressWarnings("ArrayRecordComponent")
    public record First(UUID referralId, byte[] fingerprint) {
        public boolean isOf(byte[] other) {
            return MessageDigest.isEqual(fingerprint, other);
        }
    }

    public Optional<First> find(Handle handle, UUID organization, String key) {
        return handle.createQuery(
                        "select referral_id, fingerprint from referral.request_key where organization_id = :organization and key = :key")
                .bind("organization", organization)
                .bind("key", key)
                .map(ConstructorMapper.of(First.class))
                .findOne();
    }

    /**
     * Waits for another request with the same key, should there be one.
     *
     * @return whether this one is the first
     */
    public boolean take(Handle handle, UUID organization, String key, byte[] fingerprint, UUID referral, Instant now) {
        return handle.createUpdate("""
                                insert into referral.request_key (organization_id, key, fingerprint, referral_id, at)
                                values (:organization, :key, :fingerprint, :referral, :now) on conflict do nothing""")
                        .bind("organization", organization)
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("referral", referral)
                        .bind("now", now)
                        .execute()
                == 1;
    }
}
