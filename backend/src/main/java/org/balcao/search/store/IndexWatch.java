package org.balcao.search.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.ChangeLog.Waiting;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Watches from outside whether the index follows the change log, because what follows may be what stands still. As long as changes wait and
 * the index comes no further for a while, PostgreSQL answers.
 */
@ApplicationScoped
class IndexWatch {

    /**
     * What was seen last.
     *
     * @param changes how many numbers of the log are between the directory and the index
     * @param seconds how long the oldest of these changes waits
     */
    record Seen(FollowState state, long changes, long seconds, int setAside) {}

    private static final Logger LOG = Logger.getLogger("search");

    private final IndexFollower follower;
    private final ChangeLog log;
    private final SetAside setAside;
    private final Clock clock;
    private final Duration patience;
    private final FollowState.Judge judge;
    private volatile Seen seen = new Seen(FollowState.CATCHING_UP, 0, 0, 0);

    IndexWatch(
            IndexFollower follower,
            ChangeLog log,
            SetAside setAside,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "balcao.search.patience", defaultValue = "PT1M") Duration patience) {
        this.follower = follower;
        this.log = log;
        this.setAside = setAside;
        this.clock = clock;
        this.patience = patience;
        this.judge = new FollowState.Judge(patience, clock.instant());
        metrics.gauge("balcao.search.index.lag.changes", this, watch -> watch.seen.changes());
        metrics.gauge("balcao.search.index.lag.seconds", this, watch -> watch.seen.seconds());
        metrics.gauge("balcao.search.index.set.aside", this, watch -> watch.seen.setAside());
    }

    @Scheduled(every = "{balcao.search.watched}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        if (follower.isWanted()) {
            try {
                look();
            } catch (RuntimeException away) {
                LOG.debug("The index cannot be compared with the change log now", away);
            }
        }
    }

    Seen seen() {
        return seen;
    }

    /** Compares index and log now. */
    Seen look() {
        OptionalLong place = follower.place();
        Waiting waiting = log.waiting(place.orElse(0));
        FollowState before = seen.state();
        FollowState state = judge.of(
                clock.instant(),
                waiting,
                follower.progress(),
                place.isPresent(),
                follower.isCaughtUp(),
                follower.isDamaged());
        follower.standsStill(state == FollowState.STANDING_STILL);
        if (state == FollowState.STANDING_STILL && before != state) {
            LOG.errorf(
                    "The search index has come no further for %d s while %d changes wait; PostgreSQL answers meanwhile",
                    patience.toSeconds(), waiting.changes());
        }
        seen = new Seen(state, waiting.changes(), waiting.seconds(), setAside.count());
        return seen;
    }
}
