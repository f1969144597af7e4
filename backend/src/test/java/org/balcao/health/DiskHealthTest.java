package org.balcao.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class DiskHealthTest {

    private static final long MEGABYTE = 1L << 20;
    private static final Map<String, Path> FOLDERS = Map.of("dumps", Path.of("/"));

    @Test
    void aDiskWithRoomIsWell() {
        HealthCheckResponse answer = new DiskHealth(FOLDERS, folder -> 64 * MEGABYTE, 64 * MEGABYTE).call();
        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData().orElseThrow()).containsEntry("free_megabytes", 64L);
    }

    @Test
    void aDiskThatIsNearlyFullTakesTheNodeOutOfService() {
        HealthCheckResponse answer = new DiskHealth(FOLDERS, folder -> 64 * MEGABYTE - 1, 64 * MEGABYTE).call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsEntry("nearly_full", "dumps");
    }
}
