package org.balcao.referral.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.Person;
import org.jdbi.v3.core.Handle;

/**
 * Seals how to reach a person (AES-256-GCM, with the chain as associated data, so that a cipher copied to another chain does not open),
 * and opens it again.
 */
@ApplicationScoped
public class Seal {
    private static final JsonMapper JSON = new JsonMapper();

    private final Keys keys;

    Seal(Keys keys) {
        this.keys = keys;
    }

    /** Seals the first leg of a chain. */
    public void close(Handle handle, UUID referral, UUID chain, Person person) {
        try {
            byte[] plain = JSON.writeValueAsBytes(person);
            handle.createUpdate("insert into referral.sealed (referral_id, content) values (:referral, :content)")
                    .bind("referral", referral)
                    .bind("content", new AesGcmJce(keys.make(chain)).encrypt(plain, associated(chain)))
                    .execute();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a person could not be sealed", impossible);
        }
    }

    /** What is sealed, for a party that may read it; nothing for others, and once it was erased. */
    public Optional<Person> open(Handle handle, UUID referral, UUID chain) {
        Optional<byte[]> content = handle.createQuery(
                        "select content from referral.sealed where referral_id = :referral")
                .bind("referral", referral)
                .mapTo(byte[].class)
                .findOne();
        Optional<byte[]> key = keys.find(chain);
        if (content.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] plain = new AesGcmJce(key.get()).decrypt(content.get(), associated(chain));
            return Optional.of(JSON.readValue(plain, Person.class));
        } catch (GeneralSecurityException | IOException notOurs) {
            throw new IllegalStateException("what is sealed of a referral does not open", notOurs);
        }
    }

    /** Lets the next leg have what is sealed, without opening it. */
    public void passOn(Handle handle, UUID from, UUID to) {
        handle.createQuery("select referral.pass_on(:from, :to)")
                .bind("from", from)
                .bind("to", to)
                .mapTo(Boolean.class)
                .one();
    }

    /** Takes away what is sealed in all legs that the party may write, and where the person is told; {@link #destroy} makes it final after the transaction. */
    public void erase(Handle handle, UUID chain) {
        handle.createUpdate(
                        "delete from referral.sealed where referral_id in (select id from referral.referral where chain_id = :chain)")
                .bind("chain", chain)
                .execute();
        handle.createUpdate("delete from referral.reach where chain_id = :chain")
                .bind("chain", chain)
                .execute();
    }

    public void destroy(UUID chain) {
        keys.destroy(chain);
    }

    private static byte[] associated(UUID chain) {
        return ("referral.sealed.content " + chain).getBytes(StandardCharsets.UTF_8);
    }
}
