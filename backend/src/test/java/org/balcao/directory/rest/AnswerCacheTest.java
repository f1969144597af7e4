package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.Answer.TimeSlots;
import org.balcao.directory.rest.AnswerCache.Asked;
import org.balcao.directory.rest.AnswerCache.Found;
import org.balcao.directory.store.ChangeNumber.Known;
import org.junit.jupiter.api.Test;

/** When an answer from memory may be given. */
class AnswerCacheTest {

    private static final int BYTES = 20_000;
    private static final AnswerKey KEY = key("/api/services");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Known number = new Known(7, 1);
    private long indexedUpTo = 7;
    private Instant now = Instant.parse("2026-11-27T08:59:30Z");
    private final AnswerCache cache = cache(BYTES);

    private AnswerCache cache(long bytes) {
        return new AnswerCache(() -> number, () -> number = null, () -> indexedUpTo, clock(), metrics, bytes);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static AnswerKey key(String address) {
        return AnswerKey.of(address, null, MultiMap.caseInsensitiveMultiMap());
    }

    private static Answer answer(Asked asked, int length) {
        TimeSlots slots = TimeSlots.MINUTES;
        Buffer body = length == 0 ? null : Buffer.buffer(new byte[length]);
        return new Answer(
                body, false, "application/json", "W/\"1\"", "no-cache", null, null, slots, slots.at(asked.since()));
    }

    private void keep(AnswerKey key) {
        Asked asked = cache.find(key).asked();
        asked.keep(answer(asked, 100));
    }

    private Answer found(AnswerKey key) {
        Found found = cache.find(key);
        return found == null ? null : found.answer();
    }

    @Test
    void anAnswerIsGivenWhileTheNumberStands() {
        assertThat(found(KEY)).isNull();
        keep(KEY);
        assertThat(found(KEY)).isNotNull();
    }

    @Test
    void oneChangeEndsAllOlderAnswersAtOnce() {
        AnswerKey other = key("/api/organizations");
        keep(KEY);
        keep(other);
        number = new Known(8, 1);
        assertThat(found(KEY)).isNull();
        assertThat(found(other)).isNull();
    }

    @Test
    void anotherConnectionMayLeadToAnOlderCopyOfTheDatabase() {
        keep(KEY);
        number = new Known(7, 2);
        assertThat(found(KEY)).isNull();
    }

    @Test
    void nothingComesFromMemoryWhileTheNumberIsUnknown() {
        keep(KEY);
        cache.doubt();
        assertThat(cache.find(KEY)).isNull();
        number = new Known(7, 1);
        assertThat(found(KEY)).as("nothing has changed after all").isNotNull();
    }

    @Test
    void anAnswerThatIsReadyAfterAChangeIsNotKeptForIt() {
        Asked asked = cache.find(KEY).asked();
        number = new Known(8, 1);
        cache.find(KEY);
        asked.keep(answer(asked, 100));
        assertThat(found(KEY)).isNull();
    }

    @Test
    void anAnswerOutOfAnIndexThatIsBehindIsNotKept() {
        indexedUpTo = 6;
        Asked behind = cache.find(KEY).asked();
        assertThat(behind.mayBeKept(Source.INDEX)).isFalse();
        assertThat(behind.mayBeKept(Source.DIRECTORY)).isTrue();
        indexedUpTo = 7;
        assertThat(behind.mayBeKept(Source.INDEX))
                .as("it was behind when the answer was begun")
                .isFalse();
        assertThat(cache.find(KEY).asked().mayBeKept(Source.INDEX)).isTrue();
    }

    @Test
    void anAnswerThatPostgresGaveBecauseTheIndexFailedIsNotKept() {
        Asked asked = cache.find(KEY).asked();
        indexedUpTo = -1;
        assertThat(asked.mayBeKept(Source.INDEX)).isFalse();
    }

    @Test
    void anIndexThatIsAheadOfTheNumberCounts() {
        indexedUpTo = 9;
        assertThat(cache.find(KEY).asked().mayBeKept(Source.INDEX)).isTrue();
    }

    @Test
    void whatDependsOnMoreIsNeverKept() {
        assertThat(cache.find(KEY).asked().mayBeKept(Source.MORE)).isFalse();
    }

    @Test
    void anAnswerOfAMinuteIsNotGivenInTheNext() {
        keep(KEY);
        now = Instant.parse("2026-11-27T08:59:59Z");
        assertThat(found(KEY)).isNotNull();
        now = Instant.parse("2026-11-27T09:00:00Z");
        assertThat(found(KEY)).isNull();
    }

    @Test
    void anAnswerBelongsToTheMinuteInWhichItWasBegun() {
        Asked asked = cache.find(KEY).asked();
        now = Instant.parse("2026-11-27T09:00:00Z");
        asked.keep(answer(asked, 100));
        assertThat(found(KEY)).isNull();
    }

    @Test
    void knowingThatACopyHoldsNeverTakesThePlaceOfTheWholeAnswer() {
        keep(KEY);
        Asked asked = cache.find(KEY).asked();
        asked.keep(answer(asked, 0));
        assertThat(found(KEY).body()).isNotNull();
    }

    @Test
    void answersTakeNoMoreMemoryThanTheyMay() {
        IntStream.range(0, 200).mapToObj(i -> key("/api/services?page=" + i)).forEach(this::keep);
        assertThat(metrics.get("balcao.answers.bytes").gauge().value())
                .isPositive()
                .isLessThanOrEqualTo(BYTES);
        assertThat(IntStream.range(0, 200)
                        .filter(i -> found(key("/api/services?page=" + i)) != null)
                        .count())
                .isPositive()
                .isLessThan(BYTES / 100);
    }

    @Test
    void oneAnswerNeverFillsTheMemory() {
        AnswerCache large = cache(100_000_000);
        Asked asked = large.find(KEY).asked();
        asked.keep(answer(asked, 1_000_001));
        assertThat(large.find(KEY).answer()).isNull();
    }

    @Test
    void withoutMemoryItIsOff() {
        assertThat(cache(0).isOn()).isFalse();
    }
}
