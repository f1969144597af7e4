package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was delivered, byte by byte, until its run is over: a directory that all nodes share. */
@ApplicationScoped
public class RawFiles {
    /** @param sha256 in hexadecimal */
    public record Received(String sha256, long bytes) {}

    private final Path folder;

    RawFiles(@ConfigProperty(name = "balcao.sync.files") Path folder) {
        this.folder = folder;
    }

    /** It is whole, hashed and on the disk when this returns. */
    public Received receive(UUID run, InputStream content) {
        Path part = folder.resolve(run + ".part");
        try {
            Files.createDirectories(folder);
            MessageDigest hash = Json.sha256();
            long bytes;
            try (FileChannel file = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), hash)) {
                bytes = content.transferTo(out);
                out.flush();
                file.force(true);
            }
            Files.move(part, of(run), StandardCopyOption.ATOMIC_MOVE);
            return new Received(HexFormat.of().formatHex(hash.digest()), bytes);
        } catch (IOException broken) {
            forget(part);
            throw new UncheckedIOException(broken);
        }
    }

    /** A new file for what is still being gathered. */
    public Path temporary() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "gathered", ".part");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public Path of(UUID run) {
        return folder.resolve(run.toString());
    }

    public void forget(UUID run) {
        forget(of(run));
    }

    public void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
