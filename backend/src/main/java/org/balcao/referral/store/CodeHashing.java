package org.balcao.referral.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.balcao.referral.store.PacedHash.Pace;

/**
 * The slow hash of paper codes: PBKDF2-HMAC-SHA-512, 210,000 rounds, as OWASP's Password Storage Cheat Sheet asks. It takes about a tenth of a
 * second of one core, so few are made at once, and whoever waits for one holds no connection to the database. Each of three kinds of askers has
 * a lane of its own: however many codes strangers type, a desk waits for desks only, and who asks for contact waits for such as they.
 */
@ApplicationScoped
public class CodeHashing {
    private static final int ROUNDS = 210_000;
    private static final int HASH_BYTES = 32;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MOST_STRANGERS_AT_ONCE = 2;
    /** Half of the cores at most: the other half works for everybody else. */
    private static final int STRANGERS_AT_ONCE = Math.clamp(CORES / 2, 1, MOST_STRANGERS_AT_ONCE);
    /** A place may send thirty codes at once; two seconds and a half are as long as anybody should wait. */
    private static final int MOST_WAITING = 32;

    /** So many wait already that another would wait too long. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("Too many codes are being hashed", null, false, false);
        }
    }

    private final ThreadPoolExecutor desks = lane("desk-codes", CORES);
    private final ThreadPoolExecutor requesters = lane("requested-codes", STRANGERS_AT_ONCE);
    private final ThreadPoolExecutor strangers = lane("typed-codes", STRANGERS_AT_ONCE);

    private static ThreadPoolExecutor lane(String name, int atOnce) {
        return new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /** @throws Busy if too many wait */
    byte[] forDesk(String secret, byte[] salt) {
        return in(desks, secret, salt, Pace.WITHOUT_REST);
    }

    /**
     * For people who ask for contact by themselves.
     *
     * @throws Busy if too many wait
     */
    byte[] forRequester(String secret, byte[] salt) {
        return in(requesters, secret, salt, Pace.WITHOUT_REST);
    }

    /**
     * For whoever types a code.
     *
     * @throws Busy if too many wait
     */
    byte[] forStranger(String secret, byte[] salt) {
        return in(strangers, secret, salt, Pace.QUARTER);
    }

    private static byte[] in(ExecutorService lane, String secret, byte[] salt, Pace pace) {
        try {
            return lane.submit(() -> PacedHash.of(secret, salt, ROUNDS, HASH_BYTES, pace))
                    .get();
        } catch (RejectedExecutionException full) {
            throw new Busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @PreDestroy
    void stop() {
        desks.shutdownNow();
        requesters.shutdownNow();
        strangers.shutdownNow();
    }
}
