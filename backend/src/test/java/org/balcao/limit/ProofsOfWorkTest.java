package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.balcao.limit.ProofsOfWork.Challenge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A challenge is answered by work, by whom it was given, once and in time. */
class ProofsOfWorkTest {
    private static final int BITS = 8;
    private static final Place HERE = Place.of(InetAddress.ofLiteral("198.51.100.7"));
    private static final Place THERE = Place.of(InetAddress.ofLiteral("203.0.113.7"));

    @TempDir
    Path keys;

    private final Watch watch = new Watch();
    private ProofsOfWork proofs;

    @BeforeEach
    void start() {
        proofs = node();
    }

    private ProofsOfWork node() {
        return new ProofsOfWork(keys.resolve("challenge.key"), BITS, watch);
    }

    private boolean isRight(String proof) {
        return proofs.isRight(proof, Limit.REQUESTS, HERE, 0);
    }

    private Challenge challenge() {
        return proofs.challenge(Limit.REQUESTS, HERE, 0);
    }

    @Test
    void workIsTakenOnce() {
        Challenge challenge = challenge();
        String proof = Solver.solve(challenge.text(), challenge.bits());
        assertThat(challenge.bits()).isEqualTo(BITS);
        assertThat(isRight(proof)).isTrue();
        assertThat(proofs.spend(proof)).isTrue();
        assertThat(proofs.spend(proof)).isFalse();
        assertThat(isRight(proof)).isFalse();
        assertThat(isRight(Solver.solve(challenge.text(), challenge.bits() + 1)))
                .as("another answer to it")
                .isFalse();
    }

    @Test
    void whatTookNoWorkIsNotTaken() {
        Challenge challenge = proofs.challenge(Limit.REQUESTS, HERE, 8);
        long lazy = 0;
        while (ProofsOfWork.zeroBits(Solver.sha256(challenge.text() + "." + lazy)) >= challenge.bits()) {
            lazy++;
        }
        assertThat(isRight(challenge.text() + "." + lazy)).isFalse();
    }

    @Test
    void onlyThisPlaceAndThisLimitTakeIt() {
        Challenge challenge = challenge();
        String proof = Solver.solve(challenge.text(), challenge.bits());
        assertThat(proofs.isRight(proof, Limit.CORRECTIONS, HERE, 0)).isFalse();
        assertThat(proofs.isRight(proof, Limit.REQUESTS, THERE, 0)).isFalse();
    }

    @Test
    void itMayBeOneBitEasierThanWhatIsAskedByNow() {
        Challenge challenge = challenge();
        String proof = Solver.solve(challenge.text(), challenge.bits());
        assertThat(proofs.isRight(proof, Limit.REQUESTS, HERE, 1)).isTrue();
        assertThat(proofs.isRight(proof, Limit.REQUESTS, HERE, 2)).isFalse();
    }

    @Test
    void itLastsFiveMinutesAndNoLongerThanTheNode() {
        Challenge challenge = challenge();
        String proof = Solver.solve(challenge.text(), challenge.bits());
        watch.passes(Duration.ofMinutes(4));
        assertThat(isRight(proof)).isTrue();
        assertThat(node().isRight(proof, Limit.REQUESTS, HERE, 0))
                .as("a node that began later")
                .isFalse();
        watch.passes(Duration.ofMinutes(1));
        assertThat(isRight(proof)).isFalse();
    }

    @Test
    void anotherNodeTakesWhatThisOneAsked() {
        ProofsOfWork other = node();
        Challenge challenge = challenge();
        assertThat(other.isRight(Solver.solve(challenge.text(), challenge.bits()), Limit.REQUESTS, HERE, 0))
                .isTrue();
    }

    @Test
    void whatTheServerDidNotSignIsNotTaken() {
        Challenge challenge = proofs.challenge(Limit.REQUESTS, HERE, 4);
        String easier = challenge.text().replace("requests." + challenge.bits() + ".", "requests.1.");
        assertThat(isRight(Solver.solve(easier, 1))).isFalse();
        for (String hostile : new String[] {
            "",
            ".",
            "1",
            "......1",
            "a.b.c.d.e.f.1",
            "requests.8.9.x.y.z.1",
            challenge.text(),
            challenge.text() + ".",
            challenge.text() + ".-1",
            challenge.text() + ".99999999999999999999",
            challenge.text() + ".١",
            "x".repeat(500) + ".1"
        }) {
            assertThat(isRight(hostile)).as(hostile).isFalse();
        }
    }

    @Test
    void withoutAPlaceForItsKeyANodeStillAsksForWork() {
        proofs = new ProofsOfWork(Path.of("/proc/no/such/place/challenge.key"), BITS, watch);
        Challenge challenge = challenge();
        assertThat(isRight(Solver.solve(challenge.text(), challenge.bits()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"80,0", "40,1", "01,7", "00ff,8", "0001,15", "0000,16"})
    void zeroBitsAreCountedFromTheLeft(String hash, int bits) {
        assertThat(ProofsOfWork.zeroBits(java.util.HexFormat.of().parseHex(hash)))
                .isEqualTo(bits);
    }

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-27T10:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

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
            return this;
        }
    }
}
