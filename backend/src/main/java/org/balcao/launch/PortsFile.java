package org.balcao.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Where a program that was given port 0 really listens, for who started it: a file {@code ports.json} in its home, or the one that
 * {@code BALCAO_PORTS_FILE} names, with {@code pid}, {@code port} and {@code management_port}. It is there, whole, before the program says
 * that it is open, and it is gone once it has ended in order; who finds it there compares the process number with the one started.
 */
final class PortsFile {
    private static final Logger LOG = Logger.getLogger(PortsFile.class);

    private final Path file;

    private PortsFile(Path file) {
        this.file = file;
    }

    static PortsFile of(Map<String, String> environment) {
        var named = environment.getOrDefault("BALCAO_PORTS_FILE", "");
        return new PortsFile(
                named.isBlank()
                        ? Path.of(environment.getOrDefault("BALCAO_HOME", ".balcao"))
                                .resolve("ports.json")
                        : Path.of(named));
    }

    /** Writes the file; a home that cannot be written is said by the health check, and keeps nobody from serving. */
    void write(int port, int managementPort) {
        var text = "{\"pid\": %d, \"port\": %d, \"management_port\": %d}\n"
                .formatted(ProcessHandle.current().pid(), port, managementPort);
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var whole = Files.createTempFile(folder, "ports", ".new");
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.warnf("The ports cannot be noted in %s: %s", file, unwritable.getMessage());
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debugf(stays, "%s stays", file);
        }
    }
}
