package org.balcao.eligibility.usecase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.balcao.eligibility.store.ListingsFollowed;
import org.balcao.eligibility.store.ListingsFollowed.Place;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps listings filled from the rules as listings and rules change. It follows the directory's change log in the background, a part at a
 * time, and goes on after a restart where it was. Where the rules have another wording than it was done for, also because another version
 * of them came into force today, it begins again at the start of the log.
 */
@ApplicationScoped
public class FollowListings {

    private static final Logger LOG = Logger.getLogger("eligibility");
    private static final int SECONDS_FOR_A_PART = 300;
    private static final int SECONDS_FOR_A_LISTING = 30;

    private final ListingsFollowed followed;
    private final CompleteListings listings;
    private final int changesTogether;

    FollowListings(
            ListingsFollowed followed,
            CompleteListings listings,
            @ConfigProperty(name = "balcao.eligibility.changes-together", defaultValue = "5000") int changesTogether) {
        this.followed = followed;
        this.listings = listings;
        this.changesTogether = changesTogether;
    }

    @Scheduled(every = "{balcao.eligibility.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            toTheEnd();
        } catch (RuntimeException away) {
            LOG.warnf(
                    "Listings are filled from the rules later: %s",
                    away.getClass().getSimpleName());
        }
    }

    /** Follows until nothing is left that changed. */
    public void toTheEnd() {
        boolean more;
        do {
            more = part();
        } while (more);
    }

    /**
     * Looks at the next part of the log.
     *
     * @return whether there may be more; false while another node is at it
     */
    boolean part() {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_A_PART).call(() -> {
            if (!followed.lock()) {
                return false;
            }
            String wording = listings.wording();
            Place stored = followed.place().orElse(null);
            Place from = stored != null && stored.wording().equals(wording) ? stored : new Place(wording, 0);
            long newest = followed.newest();
            if (from.seq() >= newest && from.equals(stored)) {
                return false;
            }
            long until = Math.min(newest, from.seq() + changesTogether);
            followed.changed(from.seq(), until, listings.tied(), CompleteListings.UPDATED_BY)
                    .forEach(this::complete);
            followed.moveTo(new Place(wording, until));
            return true;
        });
    }

    /** Each in a transaction of its own, so that one that cannot be filled keeps no other back. */
    private void complete(UUID service) {
        try {
            QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_A_LISTING).run(() -> listings.completeAnew(service));
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure,
                    "The service %s was not filled from the rules; it is tried again when it changes",
                    service);
        }
    }
}
