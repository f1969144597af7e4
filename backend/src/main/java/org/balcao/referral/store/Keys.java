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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of what is sealed: a file for each chain, in a directory that all nodes share and that is not in the database. A backup of the
 * database holds ciphers only; deleting the file erases what was sealed in all of them. Two more keys are for the paper codes and for telling
 * doubles.
 */
@ApplicationScoped
public class Keys {
    private final Path folder;

    Keys(@ConfigProperty(name = "balcao.referral.keys") Path folder) {
        this.folder = folder;
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

    /** A key of the program itself, made when it is first asked for. */
    byte[] own(String name) {
        Path file = folder.resolve(name + ".key");
        return KeyFile.read(file).orElseGet(() -> KeyFile.make(file));
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
