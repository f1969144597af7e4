package org.balcao.directory.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.store.ChangeNumber;
import org.balcao.directory.store.ChangeNumber.Known;
import org.balcao.search.ServiceSearch;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The public answers that were made since the directory's newest change, for whoever asks the same again. An answer is given out only while
 * the number of that change is known and the same as before the answer was made, so it is never older than the notice of a change takes.
 */
@ApplicationScoped
class AnswerCache {

    private static final int LONGEST_ANSWER = 1_000_000;

    /** The answers as of one change. */
    private record SinceChange(Known number, Cache<AnswerKey, Answer> answers) {}

    /**
     * An answer that is being made.
     *
     * @param indexed whether the search index had come as far as the directory before it was begun
     * @param stillIndexed the same now: an index that fails meanwhile leaves the answer to PostgreSQL, which does not say why it found something
     */
    record Asked(
            AnswerKey key,
            Cache<AnswerKey, Answer> answers,
            Instant since,
            boolean indexed,
            BooleanSupplier stillIndexed) {

        /** Whether what is made now for this question may be given to others too. */
        boolean mayBeKept(Source source) {
            return source == Source.DIRECTORY || source == Source.INDEX && indexed && stillIndexed.getAsBoolean();
        }

        /** An answer without a body never takes the place of one that has it. */
        void keep(Answer answer) {
            if (answer.weight() > LONGEST_ANSWER) {
                return;
            }
            Answer before = answer.body() == null ? answers.getIfPresent(key) : null;
            if (before == null || !before.holdsAt(since)) {
                answers.put(key, answer);
            }
        }
    }

    private final Supplier<Known> number;
    private final Runnable doubt;
    private final LongSupplier indexedUpTo;
    private final Clock clock;
    private final long bytes;
    private final Counter hits;
    private final Counter misses;
    private volatile SinceChange latest;

    /** @param bytes how much memory the answers may take; 0 keeps none */
    @Inject
    AnswerCache(
            ChangeNumber number,
            ServiceSearch search,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "balcao.answers.bytes", defaultValue = "33554432") long bytes) {
        this(number::known, number::doubt, search::indexedUpTo, clock, metrics, bytes);
    }

    /**
     * @param number the number of the newest change; null while it is not known
     * @param indexedUpTo the newest change that is in the search index; -1 while that does not answer
     */
    AnswerCache(
            Supplier<Known> number,
            Runnable doubt,
            LongSupplier indexedUpTo,
            Clock clock,
            MeterRegistry metrics,
            long bytes) {
        this.number = number;
        this.doubt = doubt;
        this.indexedUpTo = indexedUpTo;
        this.clock = clock;
        this.bytes = bytes;
        this.latest = new SinceChange(new Known(-1, -1), none());
        this.hits = metrics.counter("balcao.answers", "from", "memory");
        this.misses = metrics.counter("balcao.answers", "from", "directory");
        metrics.gauge("balcao.answers.bytes", this, AnswerCache::weight);
    }

    boolean isOn() {
        return bytes > 0;
    }

    /**
     * What is kept for a question, and the question, so that what is made for it can be kept.
     *
     * @param answer null if none is kept
     */
    record Found(Answer answer, Asked asked) {}

    /** @return null while the number of the newest change is not known */
    Found find(AnswerKey key) {
        SinceChange since = sinceChange();
        if (since == null) {
            return null;
        }
        Instant now = clock.instant();
        Answer answer = since.answers().getIfPresent(key);
        if (answer != null && !answer.holdsAt(now)) {
            answer = null;
        }
        boolean ready = answer != null && answer.body() != null;
        long seq = since.number().seq();
        BooleanSupplier isIndexed = () -> indexedUpTo.getAsLong() >= seq;
        boolean indexed = !ready && isIndexed.getAsBoolean();
        return new Found(answer, new Asked(key, since.answers(), now, indexed, isIndexed));
    }

    void count(boolean hit) {
        (hit ? hits : misses).increment();
    }

    /** Says that this program has written something a moment ago. */
    void doubt() {
        doubt.run();
    }

    private SinceChange sinceChange() {
        Known known = number.get();
        if (known == null) {
            return null;
        }
        SinceChange held = latest;
        return held.number().equals(known) ? held : begin();
    }

    /** The number is asked for once more, so that nobody who read an older one brings its answers back. */
    private synchronized SinceChange begin() {
        Known known = number.get();
        if (known == null) {
            return null;
        }
        if (!latest.number().equals(known)) {
            latest = new SinceChange(known, none());
        }
        return latest;
    }

    private Cache<AnswerKey, Answer> none() {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((AnswerKey key, Answer answer) -> AnswerKey.WEIGHT + answer.weight())
                .executor(Runnable::run)
                .build();
    }

    private double weight() {
        return latest.answers().policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
