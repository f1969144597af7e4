package org.balcao.referral.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class KeyHealthTest {

    private static final Path FOLDER = Path.of("/keys");

    @Test
    void keysThatAreThereAreWell() {
        assertThat(new KeyHealth(List::of, () -> false, () -> FOLDER).call().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void aMissingKeyIsNamedByItsFile() {
        HealthCheckResponse answer =
                new KeyHealth(() -> List.of(Path.of("/keys/code-locator.key")), () -> false, () -> FOLDER).call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsEntry("missing", "/keys/code-locator.key");
    }

    @Test
    void lostKeysOfWhatIsSealedAreNamedByTheirFolder() {
        HealthCheckResponse answer = new KeyHealth(List::of, () -> true, () -> FOLDER).call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat((String) answer.getData().orElseThrow().get("missing")).contains("/keys");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoLostKey() {
        HealthCheckResponse answer = new KeyHealth(
                        () -> {
                            throw new IllegalStateException("away");
                        },
                        () -> false,
                        () -> FOLDER)
                .call();
        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsKey("unknown").doesNotContainKey("missing");
    }
}
