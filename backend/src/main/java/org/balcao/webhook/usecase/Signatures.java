package org.balcao.webhook.usecase;

import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.shared.KeyFile;
import org.balcao.shared.KeyMissing;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.webhook.store.Webhooks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs messages as Standard Webhooks 1.0.0 says (Ed25519, {@code v1a}), with every key of the folder: a new key is put beside the old one, whoever
 * listens learns its public half, then the old one is deleted.
 */
@ApplicationScoped
public class Signatures {
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final BooleanSupplier needed;

    @Inject
    Signatures(@ConfigProperty(name = "balcao.webhooks.keys") Path folder, SyncDatabase database, Webhooks webhooks) {
        this(folder, () -> database.call(webhooks::anyDelivered));
    }

    /** @param needed whether somebody was sent a signed message already, and so knows the public half of a key */
    Signatures(Path folder, BooleanSupplier needed) {
        this.folder = folder;
        this.needed = needed;
    }

    /** The folder, if no key is in it although listeners know one. */
    Optional<Path> missing() {
        try {
            return files().isEmpty() && needed.getAsBoolean() ? Optional.of(folder.toAbsolutePath()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Ed25519Sign.KeyPair> pairs() {
        try {
            List<Path> files = files();
            if (files.isEmpty()) {
                if (needed.getAsBoolean()) {
                    throw new KeyMissing(folder.resolve("1" + SUFFIX));
                }
                KeyFile.make(folder.resolve("1" + SUFFIX));
                files = files();
            }
            List<Ed25519Sign.KeyPair> pairs = new ArrayList<>();
            for (Path file : files) {
                pairs.add(Ed25519Sign.KeyPair.newKeyPairFromSeed(
                        KeyFile.read(file).orElseThrow(() -> new IllegalStateException("no key: " + file))));
            }
            return pairs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Public keys as {@code whpk_} and Base64. */
    public List<String> publicKeys() {
        return pairs().stream()
                .map(each -> "whpk_" + Base64.getEncoder().encodeToString(each.getPublicKey()))
                .toList();
    }

    /** The value of {@code webhook-signature}: one for each key, with spaces between. */
    String sign(String id, long seconds, String event) {
        byte[] signed = (id + "." + seconds + "." + event).getBytes(StandardCharsets.UTF_8);
        return pairs().stream()
                .map(pair -> {
                    try {
                        return "v1a,"
                                + Base64.getEncoder()
                                        .encodeToString(new Ed25519Sign(pair.getPrivateKey()).sign(signed));
                    } catch (GeneralSecurityException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .collect(Collectors.joining(" "));
    }
}
