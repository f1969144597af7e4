package org.balcao.upkeep.usecase;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.balcao.access.Caller;
import org.balcao.outbound.Answer;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.outbound.Unreachable.Reason;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Links;
import org.balcao.upkeep.store.Links.Dead;
import org.balcao.upkeep.store.Links.Due;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks whether the addresses that listings name are still there: each about once a week, never two of one server in a round, and without reading what
 * it says. An address is dead when three looks on different days found nothing, and other servers answered meanwhile. A server that does not
 * like programs (401, 403, 429) or has trouble of its own (5xx) is there.
 */
@ApplicationScoped
public class CheckLinks {
    private static final Logger LOG = Logger.getLogger("upkeep.links");
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final Duration WHILE_WORKING = Duration.ofHours(2);
    private static final Duration WHEN_THERE = Duration.ofDays(7);
    private static final Duration WHEN_NOT = Duration.ofDays(1);
    private static final Duration LATELY = Duration.ofDays(1);
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int IN_A_ROUND = 20;
    private static final int TIMES_UNTIL_DEAD = 3;
    private static final Duration UNTIL_DEAD = Duration.ofDays(2);
    private static final int SHOWN = 200;

    private final SyncDatabase database;
    private final Links links;
    private final PublicWeb web;
    private final Clock clock;

    CheckLinks(
            SyncDatabase database,
            Links links,
            Clock clock,
            @ConfigProperty(name = "balcao.links.trusted-networks") Optional<List<String>> trusted) {
        this.database = database;
        this.links = links;
        // what a listing names is no reason to ask servers of our own house
        this.web = new PublicWeb(trusted);
        this.clock = clock;
    }

    @Scheduled(every = "{balcao.links.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            look();
        } catch (RuntimeException away) {
            LOG.warnf("Links are looked at later: %s", away.getClass().getSimpleName());
        }
    }

    /** One round. */
    public void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.call(handle -> links.follow(handle, now));
        List<Due> due = database.call(handle -> links.take(handle, now, now.plus(WHILE_WORKING), IN_A_ROUND));
        List<Due> silent = due.stream().filter(each -> !answered(each, now)).toList();
        for (Due each : silent) {
            database.call(handle -> {
                if (links.othersAnswer(handle, each.host(), now.minus(LATELY))) {
                    links.fails(handle, each.url(), null, now, now.plus(WHEN_NOT));
                }
                return null;
            });
        }
    }

    /** @param caller whose listings; of the national team all */
    public List<Dead> dead(Caller caller) {
        Instant since = clock.instant().minus(UNTIL_DEAD);
        return database.call(handle -> links.dead(handle, caller.organization(), TIMES_UNTIL_DEAD, since, SHOWN));
    }

    /** Whether anything can be said of it, which is then written down. */
    private boolean answered(Due link, Instant now) {
        Integer status;
        try {
            status = web.get(URI.create(link.url()), Map.of(), WITHIN, 0, Answer::status);
        } catch (Unreachable away) {
            if (away.reason() == Reason.NOT_REACHABLE) {
                return false;
            }
            // without HTTPS, too slow, not public: nothing to be said of it, so nothing bad
            status = null;
        }
        Integer said = status;
        return database.call(handle -> {
            if (said != null && GONE.contains(said)) {
                links.fails(handle, link.url(), said, now, now.plus(WHEN_NOT));
            } else {
                links.works(handle, link.url(), said, now, now.plus(WHEN_THERE));
            }
            return true;
        });
    }
}
