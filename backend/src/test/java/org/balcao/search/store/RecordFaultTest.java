package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;

class RecordFaultTest {

    @Test
    void whatARecordSaysIsItsFault() {
        assertThat(RecordFault.isOne(new IllegalStateException(new NullPointerException())))
                .isTrue();
        assertThat(RecordFault.isOne(new StackOverflowError())).isTrue();
        assertThat(RecordFault.isOne(new IllegalStateException(new SQLException("out of range", "22003"))))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsAwayIsNoRecordsFault() {
        assertThat(RecordFault.isOne(new IllegalStateException(new SQLException("terminating", "57P01"))))
                .isFalse();
        assertThat(RecordFault.isOne(new IllegalStateException(new SQLException("disk full", "53100"))))
                .isFalse();
        assertThat(RecordFault.isOne(new IllegalStateException(new SQLException("none"))))
                .isFalse();
        var beside = new IllegalStateException("the transaction did not commit");
        beside.addSuppressed(new SQLException("connection lost", "08006"));
        assertThat(RecordFault.isOne(beside)).isFalse();
    }

    @Test
    void anIndexThatDoesNotWorkIsNoRecordsFault() {
        assertThat(RecordFault.isOne(new IllegalStateException(new CorruptIndexException("checksum", "_0.cfs"))))
                .isFalse();
        assertThat(RecordFault.isOne(new UncheckedIOException(new IOException("No space left on device"))))
                .isFalse();
        assertThat(RecordFault.isOne(new IllegalStateException(new AlreadyClosedException("closed"))))
                .isFalse();
        assertThat(RecordFault.isOne(new OutOfMemoryError())).isFalse();
    }

    @Test
    void whatARecordClosedForTheOthersIsStillItsFault() {
        var refused = new IllegalArgumentException("an immense term");
        refused.addSuppressed(new AlreadyClosedException("this IndexWriter is closed"));
        assertThat(RecordFault.isOne(new IllegalStateException(refused))).isTrue();
        var diskFull = new IllegalArgumentException("an immense term");
        diskFull.addSuppressed(new AlreadyClosedException("closed", new IOException("No space left on device")));
        assertThat(RecordFault.isOne(new IllegalStateException(diskFull))).isFalse();
    }

    @Test
    void theReasonSaysNothingThatTheRecordSays() {
        var failure =
                new IllegalStateException("of Maria", new NumberFormatException("For input string: \"912345678\""));
        assertThat(RecordFault.reason(failure)).isEqualTo("IllegalStateException: NumberFormatException");
    }

    @Test
    void aFailureThatIsItsOwnCauseIsReadToAnEnd() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(RecordFault.isOne(one)).isTrue();
        assertThat(RecordFault.reason(one)).isNotEmpty();
    }
}
