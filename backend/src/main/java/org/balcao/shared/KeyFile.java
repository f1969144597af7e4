package org.balcao.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/** A secret of 32 random bytes in a file of its own, which only the program's user can read. */
public final class KeyFile {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyFile() {}

    /** Nothing if there is no such file. */
    public static Optional<byte[]> read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            return key.length == BYTES ? Optional.of(key) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A new one, or that of who was faster; it is on the disk when this returns. */
    public static byte[] make(Path file) {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path whole = Files.createTempFile(file.getParent(), ".new", "");
            try {
                Files.write(whole, key);
                try (FileChannel written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
                Files.createLink(file, whole);
                return key;
            } catch (FileAlreadyExistsException anotherWasFaster) {
                return read(file).orElseThrow();
            } finally {
                Files.delete(whole);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
