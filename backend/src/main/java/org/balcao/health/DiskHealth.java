package org.balcao.health;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether there is room on the disks of the program's folders. PostgreSQL itself needs some to end well, so the node stops taking requests before all is used. */
@Readiness
@ApplicationScoped
public class DiskHealth implements HealthCheck {
    private static final long MEGABYTE = 1L << 20;

    private final Map<String, Path> folders;
    private final ToLongFunction<Path> free;
    private final long least;

    @Inject
    DiskHealth(Folders folders, @ConfigProperty(name = "balcao.disk.least-free") MemorySize least) {
        this(folders.all(), DiskHealth::usable, least.asLongValue());
    }

    /**
     * @param free bytes that may still be written at a folder
     * @param least bytes below which the node is out of service
     */
    DiskHealth(Map<String, Path> folders, ToLongFunction<Path> free, long least) {
        this.folders = folders;
        this.free = free;
        this.least = least;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Long> tight = new TreeMap<>();
        long smallest = Long.MAX_VALUE;
        for (Map.Entry<String, Path> each : folders.entrySet()) {
            long bytes = free.applyAsLong(Folders.existing(each.getValue()));
            smallest = Math.min(smallest, bytes);
            if (bytes < least) {
                tight.put(each.getKey(), bytes);
            }
        }
        var answer = HealthCheckResponse.named("disk")
                .withData("free_megabytes", smallest / MEGABYTE)
                .withData("least_megabytes", least / MEGABYTE);
        return tight.isEmpty()
                ? answer.up().build()
                : answer.down()
                        .withData("nearly_full", String.join(", ", tight.keySet()))
                        .build();
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
