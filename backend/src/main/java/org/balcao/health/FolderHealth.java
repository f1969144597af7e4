package org.balcao.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the program can write where it has to: it writes a few bytes into each folder, and takes them away. */
@Readiness
@ApplicationScoped
public class FolderHealth implements HealthCheck {
    private static final byte[] FEW_BYTES = new byte[4096];

    /** Tries to write into a folder. */
    interface Attempt {
        void write(Path folder) throws IOException;
    }

    private final Map<String, Path> folders;
    private final Attempt attempt;

    @Inject
    FolderHealth(Folders folders) {
        this(folders.all(), FolderHealth::writeAndDelete);
    }

    FolderHealth(Map<String, Path> folders, Attempt attempt) {
        this.folders = folders;
        this.attempt = attempt;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> refused = new TreeMap<>();
        folders.forEach((name, folder) -> refusal(folder).ifPresent(why -> refused.put(name, why)));
        var answer = HealthCheckResponse.named("folders");
        if (refused.isEmpty()) {
            return answer.up().build();
        }
        refused.forEach(answer::withData);
        return answer.down().build();
    }

    private Optional<String> refusal(Path folder) {
        try {
            attempt.write(Folders.existing(folder));
            return Optional.empty();
        } catch (IOException refused) {
            String reason = refused instanceof java.nio.file.FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : refused instanceof java.nio.file.AccessDeniedException
                            ? "permission denied"
                            : refused.getMessage();
            return Optional.of(folder.toAbsolutePath() + " cannot be written: " + reason);
        }
    }

    private static void writeAndDelete(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".health", "");
        try {
            Files.write(file, FEW_BYTES);
        } finally {
            Files.delete(file);
        }
    }
}
