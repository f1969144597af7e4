package org.balcao.referral.usecase;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Work of one kind, one at a time for each key on this node: who comes with a key that is worked at waits until that is done. It spares work
 * twice done; that nothing is written twice is the database's care.
 */
final class OneAtATime<K> {
    private final ConcurrentMap<K, CompletableFuture<Void>> underway = new ConcurrentHashMap<>();

    <T> T run(K key, Supplier<T> work) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        for (var other = underway.putIfAbsent(key, mine); other != null; other = underway.putIfAbsent(key, mine)) {
            other.join();
        }
        try {
            return work.get();
        } finally {
            underway.remove(key, mine);
            mine.complete(null);
        }
    }
}
