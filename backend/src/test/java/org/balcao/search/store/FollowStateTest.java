package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.balcao.directory.store.ChangeLog.Waiting;
import org.junit.jupiter.api.Test;

class FollowStateTest {

    private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
    private static final Waiting NOTHING = new Waiting(0, 0);

    private final FollowState.Judge judge = new FollowState.Judge(Duration.ofSeconds(60), START);

    @Test
    void anIndexThatHasEverythingFollows() {
        assertThat(at(1_000, NOTHING, 5)).isEqualTo(FollowState.FOLLOWING);
    }

    @Test
    void anIndexThatComesNoFurtherWhileChangesWaitStandsStill() {
        assertThat(at(0, NOTHING, 5)).isEqualTo(FollowState.FOLLOWING);
        assertThat(at(59, new Waiting(3, 59), 5)).isEqualTo(FollowState.FOLLOWING);
        assertThat(at(61, new Waiting(3, 61), 5)).isEqualTo(FollowState.STANDING_STILL);
        assertThat(at(62, new Waiting(2, 61), 6)).as("it moved").isEqualTo(FollowState.CATCHING_UP);
        assertThat(at(63, NOTHING, 7)).isEqualTo(FollowState.FOLLOWING);
    }

    @Test
    void anIndexThatTakesInManyChangesForLongDoesNotStandStill() {
        for (int second = 0; second < 600; second += 30) {
            assertThat(at(second, new Waiting(100_000, 90), second)).isEqualTo(FollowState.CATCHING_UP);
        }
    }

    @Test
    void aQuietDayBeforeAChangeIsNotHeldAgainstTheIndex() {
        assertThat(at(86_400, NOTHING, 5)).isEqualTo(FollowState.FOLLOWING);
        assertThat(at(86_402, new Waiting(1, 1), 5)).isEqualTo(FollowState.FOLLOWING);
    }

    @Test
    void anIndexThatIsBeingMadeCatchesUpAndADamagedOneIsCalledSo() {
        assertThat(judge.of(START, new Waiting(5, 1), 0, true, false, false)).isEqualTo(FollowState.CATCHING_UP);
        assertThat(judge.of(START, new Waiting(5, 1), 0, true, false, true)).isEqualTo(FollowState.DAMAGED);
    }

    @Test
    void anIndexThatIsNotOpenYetDoesNotStandStillHoweverLongTheStartTakes() {
        Waiting waiting = new Waiting(479, 90);
        assertThat(judge.of(START.plusSeconds(90), waiting, 0, false, false, false))
                .isEqualTo(FollowState.CATCHING_UP);
        assertThat(judge.of(START.plusSeconds(91), waiting, 0, true, false, false))
                .isEqualTo(FollowState.CATCHING_UP);
        assertThat(judge.of(START.plusSeconds(160), waiting, 0, true, false, false))
                .isEqualTo(FollowState.STANDING_STILL);
    }

    private FollowState at(int seconds, Waiting waiting, long progress) {
        return judge.of(START.plusSeconds(seconds), waiting, progress, true, true, false);
    }
}
