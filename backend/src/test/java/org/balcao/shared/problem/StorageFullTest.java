package org.balcao.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageFullTest {

    @Test
    void aFullDiskIsKnownWhereverItIs() {
        for (Throwable failure : List.of(
                new UncheckedIOException(new IOException("No space left on device")),
                new UncheckedIOException(new FileSystemException("/home/x", null, "Disk quota exceeded")),
                new IllegalStateException(new SQLException("could not extend file", "53100")))) {
            assertThat(StorageFull.explains(failure)).as(failure.toString()).isTrue();
            var answer = new ProblemMappers(null).unforeseen(failure);
            assertThat(answer.getStatus()).isEqualTo(507);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("60");
        }
    }

    @Test
    void aTransactionThatCouldNotCommitKeepsTheReasonBesideIt() {
        var failure = new IllegalStateException("rolled back");
        failure.addSuppressed(new SQLException("could not extend file", "53100"));
        assertThat(StorageFull.explains(failure)).isTrue();
    }

    @Test
    void whatMerelySpeaksOfRoomIsNoFullDisk() {
        assertThat(StorageFull.explains(new IllegalStateException("No space left on device")))
                .isFalse();
        assertThat(StorageFull.explains(new UncheckedIOException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(StorageFull.explains(new IllegalStateException(new SQLException("too many", "53300"))))
                .isFalse();
        assertThat(StorageFull.explains(null)).isFalse();
    }
}
