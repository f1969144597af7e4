package org.balcao.eligibility.usecase;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.PackException;
import org.balcao.eligibility.engine.PackReader;
import org.balcao.eligibility.store.Packs;
import org.balcao.eligibility.store.Packs.Kept;
import org.jboss.logging.Logger;

/**
 * The rules that are served now. A pack that is wrong anywhere is not taken: the one before it stays, also over a restart.
 */
@ApplicationScoped
public class ServedRules {

    /**
     * A pack that is being served.
     *
     * @param id SHA-256 of its content, in hexadecimal
     * @param content canonical JSON (RFC 8785)
     * @param signature Ed25519 over the bytes of the content
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Served(String id, String content, Pack pack, byte[] signature) {}

    private static final Logger LOG = Logger.getLogger("eligibility");
    private static final int OLD_ONES_TRIED = 20;
    private static final int RAW_KEY = 32;

    private final PackagedRules packaged;
    private final Packs packs;
    private volatile Served served;
    private volatile byte[] publicKey;

    ServedRules(PackagedRules packaged, Packs packs) {
        this.packaged = packaged;
        this.packs = packs;
    }

    void onStart(@Observes @Priority(100) StartupEvent start) {
        take(packaged.pack());
        if (served == null) {
            for (Kept old : packs.newest(OLD_ONES_TRIED)) {
                if (served == null) {
                    take(old.content());
                }
            }
        }
    }

    /**
     * Takes a pack, if nothing is wrong with it.
     *
     * @return whether it is served from now on
     */
    public boolean take(String content) {
        try {
            Pack pack = PackReader.read(content);
            Served next = new Served(sha256(content), content, pack, signature(content));
            packs.keep(new Kept(next.id(), content));
            served = next;
            return true;
        } catch (PackException wrong) {
            LOG.errorf("The rules of eligibility are wrong and are not taken: %s", wrong.getMessage());
            return false;
        }
    }

    /** What is served; there is always something, if only the rules that came with the program. */
    public Served now() {
        return served;
    }

    /** The raw Ed25519 public key (RFC 8032), 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    private byte[] signature(String content) {
        try {
            if (packs.key().isEmpty()) {
                KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                packs.keep(new Packs.KeyPair(
                        made.getPrivate().getEncoded(), made.getPublic().getEncoded()));
            }
            Packs.KeyPair key = packs.key().orElseThrow();
            publicKey = Arrays.copyOfRange(key.publicKey(), key.publicKey().length - RAW_KEY, key.publicKey().length);
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key.privateKey())));
            signing.update(content.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The languages that sentences are there in. */
    public List<String> languages() {
        return packaged.texts().keySet().stream().sorted().toList();
    }
}
