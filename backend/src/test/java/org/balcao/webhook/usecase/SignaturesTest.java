package org.balcao.webhook.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.balcao.shared.KeyMissing;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstKeyIsMadeWhileNobodyKnowsOne() {
        Signatures first = new Signatures(folder, () -> false);
        assertThat(first.publicKeys()).hasSize(1).isEqualTo(first.publicKeys());
        assertThat(folder.resolve("1.key")).exists();
    }

    @Test
    void noOtherKeyIsMadeInThePlaceOfALostOne() {
        Signatures lost = new Signatures(folder, () -> true);
        assertThatThrownBy(lost::publicKeys)
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining(folder.resolve("1.key").toString());
        assertThat(folder).isEmptyDirectory();
        assertThat(new SignatureHealth(lost).call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aKeyThatIsThereIsWell() {
        new Signatures(folder, () -> false).publicKeys();
        assertThat(new SignatureHealth(new Signatures(folder, () -> true))
                        .call()
                        .getStatus())
                .isEqualTo(Status.UP);
    }
}
