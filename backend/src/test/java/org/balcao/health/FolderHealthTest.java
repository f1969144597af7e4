package org.balcao.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHealthTest {

    @TempDir
    private Path home;

    private final List<Path> written = new ArrayList<>();

    @Test
    void foldersThatCanBeWrittenAreWellAndNothingStaysInThem() throws IOException {
        HealthCheckResponse answer = new FolderHealth(new Folders(home, home, home, home, home)).call();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithTheReason() {
        Path full = home.resolve("full");
        FolderHealth health = new FolderHealth(Map.of("deliveries", full, "search", home), folder -> {
            throw new FileSystemException(folder.toString(), null, "No space left on device");
        });
        HealthCheckResponse answer = health.call();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData().orElseThrow())
                .containsEntry("deliveries", full + " cannot be written: No space left on device")
                .containsKey("search");
    }

    @Test
    void aFolderThatIsNotThereYetIsNotMadeForTheQuestion() {
        Path later = home.resolve("referral-keys/deeper");
        new FolderHealth(Map.of("referral_keys", later), written::add).call();
        assertThat(written).containsExactly(home);
        assertThat(later).doesNotExist();
    }
}
