package org.balcao.sync.usecase;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Threads that work at several things at once, one at each.
 *
 * @param <K> what a thing is called
 */
final class Crew<K> {
    private static final int STOPS_WITHIN_SECONDS = 5;

    private final int most;
    private final ExecutorService threads;
    private final Map<K, CompletableFuture<Void>> working = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * @param name of its threads
     * @param most things at once
     */
    Crew(String name, int most) {
        this.most = most;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    boolean isFull() {
        return stopping || working.size() >= most;
    }

    boolean isStopping() {
        return stopping;
    }

    /** What is being worked at. */
    Set<K> atWork() {
        return Set.copyOf(working.keySet());
    }

    /** Works at a thing in a thread of its own. */
    void begin(K thing, Runnable work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        working.put(thing, end);
        threads.execute(() -> finish(thing, end, work));
    }

    /** Works at a thing in the caller's thread. */
    void here(K thing, Runnable work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        working.put(thing, end);
        finish(thing, end, work);
    }

    private void finish(K thing, CompletableFuture<Void> end, Runnable work) {
        try {
            work.run();
        } finally {
            working.remove(thing, end);
            end.complete(null);
        }
    }

    /** Waits until all that is being worked at is at its end. */
    void await() {
        CompletableFuture.allOf(working.values().toArray(CompletableFuture[]::new))
                .join();
    }

    void stop() {
        stopping = true;
        threads.shutdown();
        try {
            threads.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
