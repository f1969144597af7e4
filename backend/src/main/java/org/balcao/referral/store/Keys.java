package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.shared.KeyFile;
import org.balcao.shared.KeyMissing;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of what is sealed: a file for each chain, in a directory that all nodes share and that is not in the database. A backup of the
 * database holds ciphers only; deleting the file erases what was sealed in all of them. Two more keys are for the paper codes and for telling
 * doubles.
 */
@ApplicationScoped
public class Keys {
    private static final int MOST_LOOKED_FOR = 100;

    private final Path folder;
    private final ReferralDatabase database;

    Keys(@ConfigProperty(name = "balcao.referral.keys") Path folder, ReferralDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** A new key for a chain; it is on the disk when this returns. */
    public byte[] make(UUID chain) {
        return KeyFile.make(fileOf(chain));
    }

    /** Nothing once it was destroyed. */
    public Optional<byte[]> find(UUID chain) {
        return KeyFile.read(fileOf(chain));
    }

    /** What was sealed with it can be read by nobody from now on, in any copy. */
    public void destroy(UUID chain) {
        try {
            Files.deleteIfExists(fileOf(chain));
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    /**
     * A key of the program itself, made when it is first asked for.
     *
     * @throws KeyMissing if there are rows that need one that is not there
     */
    byte[] own(OwnKey key) {
        Path file = folder.resolve(key.file());
        return KeyFile.read(file).orElseGet(() -> {
            if (isNeeded(key)) {
                throw new KeyMissing(file);
            }
            return KeyFile.make(file);
        });
    }

    private boolean isNeeded(OwnKey key) {
        return database.asClock(
                handle -> handle.createQuery(key.needed()).mapTo(Boolean.class).one());
    }

    /** The files of the program's own keys that are not there although there are rows that need them. */
    List<Path> missing() {
        return Stream.of(OwnKey.values())
                .filter(key -> KeyFile.read(folder.resolve(key.file())).isEmpty())
                .filter(this::isNeeded)
                .map(key -> folder.resolve(key.file()).toAbsolutePath())
                .toList();
    }

    /** Whether the keys of what is sealed are lost: of a hundred, none is there. One alone may have been destroyed on purpose. */
    boolean hasLostChains() {
        List<UUID> some = database.asClock(handle -> handle.createQuery(
                        "select r.chain_id from referral.sealed s join referral.referral r on r.id = s.referral_id limit :most")
                .bind("most", MOST_LOOKED_FOR)
                .mapTo(UUID.class)
                .list());
        return !some.isEmpty() && some.stream().noneMatch(chain -> Files.exists(fileOf(chain)));
    }

    Path folder() {
        return folder.toAbsolutePath();
    }

    /** Chains that have a key since before a moment. */
    public List<UUID> chainsSince(Instant before) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                folder,
                2,
                (file, found) -> found.isRegularFile()
                        && file.getParent().getFileName().toString().length() == 2
                        && found.lastModifiedTime().toInstant().isBefore(before))) {
            return files.map(file -> UUID.fromString(file.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path fileOf(UUID chain) {
        String name = chain.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
