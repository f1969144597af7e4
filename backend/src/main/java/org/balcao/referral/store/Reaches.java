package org.balcao.referral.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.Reach;
import org.jdbi.v3.core.Handle;

/** Where people are told that there is news, apart from what is sealed: the clock reads this and not that. */
@ApplicationScoped
public class Reaches {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param toldAt when they were told last, or null */
    public record Kept(Reach reach, Instant toldAt) {}

    private final Keys keys;

    Reaches(Keys keys) {
        this.keys = keys;
    }

    /** For a chain whose key was made. */
    public void keep(Handle handle, UUID chain, Reach reach) {
        try {
            byte[] content = new AesGcmJce(keys.find(chain).orElseThrow())
                    .encrypt(JSON.writeValueAsBytes(reach), associated(chain));
            handle.createUpdate("insert into referral.reach (chain_id, content) values (:chain, :content)")
                    .bind("chain", chain)
                    .bind("content", content)
                    .execute();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("where a person is told could not be sealed", impossible);
        }
    }

    /** Nothing if the person did not agree to be told, or no longer, or was erased. */
    public Optional<Kept> find(Handle handle, UUID chain, LocalDate today) {
        Optional<byte[]> key = keys.find(chain);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select content, told_at from referral.reach
                         where chain_id = :chain
                           and exists (select from referral.agreement a join referral.referral r on r.id = a.referral_id
                                        where r.chain_id = :chain and r.position = 1 and a.withdrawn_at is null and a.until >= :today)""")
                .bind("chain", chain)
                .bind("today", today)
                .map((row, context) -> {
                    var told = row.getTimestamp("told_at");
                    return new Kept(
                            open(key.get(), chain, row.getBytes("content")), told == null ? null : told.toInstant());
                })
                .findOne();
    }

    public void told(Handle handle, UUID chain, Instant now) {
        handle.createUpdate("update referral.reach set told_at = :now where chain_id = :chain")
                .bind("now", now)
                .bind("chain", chain)
                .execute();
    }

    private static Reach open(byte[] key, UUID chain, byte[] content) {
        try {
            return JSON.readValue(new AesGcmJce(key).decrypt(content, associated(chain)), Reach.class);
        } catch (GeneralSecurityException | IOException notOurs) {
            throw new IllegalStateException("where a person is told does not open", notOurs);
        }
    }

    private static byte[] associated(UUID chain) {
        return ("referral.reach.content " + chain).getBytes(StandardCharsets.UTF_8);
    }
}
