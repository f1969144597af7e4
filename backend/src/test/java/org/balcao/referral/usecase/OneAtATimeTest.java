package org.balcao.referral.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and who does not. */
class OneAtATimeTest {
    private final OneAtATime<String> oneAtATime = new OneAtATime<>();

    @Test
    void whoComesWithAKeyThatIsWorkedAtWaits() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        Thread second = new Thread(() -> oneAtATime.run("key", () -> done.add("second")));
        oneAtATime.run("key", () -> {
            second.start();
            while (!Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(second.getState())) {
                Thread.onSpinWait();
            }
            return done.add("first");
        });
        second.join();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void anotherKeyWaitsForNobody() {
        String other = oneAtATime.run(
                "key",
                () -> CompletableFuture.supplyAsync(() -> oneAtATime.run("another", () -> "done"))
                        .join());
        assertThat(other).isEqualTo("done");
    }

    @Test
    void workThatFailsLetsTheNextGoOn() {
        assertThatThrownBy(() -> oneAtATime.run("key", () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(oneAtATime.run("key", () -> "done")).isEqualTo("done");
    }
}
