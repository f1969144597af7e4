package org.balcao.referral.store;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Signed roots over the events of spans of time (Ed25519, RFC 8032). They are published, so that not even who can write everything can
 * rewrite what happened without it being seen.
 */
@ApplicationScoped
public class Roots {
    /**
     * A root.
     *
     * @param until events before this moment, and not before the root before
     * @param hash SHA-256 over the hashes of the events, in order of time, referral and number, after the root before
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Root(Instant until, int events, byte[] hash, byte[] signature) {}

    private static final String HASH = """
            select count(*) as events,
                   sha256(:before || coalesce(string_agg(hash, ''::bytea order by at, referral_id, seq), ''::bytea)) as hash
              from referral.event where at >= :from and at < :until""";

    private final Keys keys;

    Roots(Keys keys) {
        this.keys = keys;
    }

    @SuppressWarnings("ArrayRecordComponent")
    public record Hashed(int events, byte[] hash) {}

    public Optional<Root> last(Handle handle) {
        return newest(handle, 1).stream().findFirst();
    }

    public List<Root> newest(Handle handle, int most) {
        return handle.createQuery(
                        "select until, events, hash, signature from referral.root order by until desc limit :most")
                .bind("most", most)
                .map(ConstructorMapper.of(Root.class))
                .list();
    }

    public Hashed hash(Handle handle, Instant from, Instant until, byte[] before) {
        return handle.createQuery(HASH)
                .bind("from", from)
                .bind("until", until)
                .bind("before", before)
                .map(ConstructorMapper.of(Hashed.class))
                .one();
    }

    public void sign(Handle handle, Instant until, Hashed hashed) {
        try {
            handle.createUpdate(
                            "insert into referral.root (until, events, hash, signature) values (:until, :events, :hash, :signature)")
                    .bind("until", until)
                    .bindMethods(hashed)
                    .bind("signature", new Ed25519Sign(pair().getPrivateKey()).sign(hashed.hash()))
                    .execute();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public boolean isSigned(Root root) {
        try {
            new Ed25519Verify(pair().getPublicKey()).verify(root.signature(), root.hash());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    /** The raw Ed25519 public key (RFC 8032). */
    public byte[] publicKey() {
        return pair().getPublicKey();
    }

    private Ed25519Sign.KeyPair pair() {
        try {
            return Ed25519Sign.KeyPair.newKeyPairFromSeed(keys.own(OwnKey.AUDIT_ROOT));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
