package org.balcao.referral.usecase;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.access.SampleCast;
import org.balcao.referral.store.Intakes;
import org.balcao.referral.store.Intakes.Intake;
import org.balcao.referral.store.Listings;
import org.balcao.referral.store.Listings.Listing;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.shared.problem.ProblemType;

/** An organization says which of its services take referrals. */
@ApplicationScoped
public class OpenIntake {
    /** Of the services of one organization, for which the invented people take referrals. */
    private static final int MOST_OPENED = 200;

    private final ReferralDatabase database;
    private final Intakes intakes;
    private final Listings listings;
    private final SampleCast cast;
    private final Clock clock;

    OpenIntake(ReferralDatabase database, Intakes intakes, Listings listings, SampleCast cast, Clock clock) {
        this.database = database;
        this.intakes = intakes;
        this.listings = listings;
        this.cast = cast;
        this.clock = clock;
    }

    /** The invented people take referrals for what their organizations offer, after the first load of the directory. */
    void onStart(@Observes @Priority(3000) StartupEvent start) {
        cast.people().stream()
                .filter(person -> person.role().equals(Role.PARTNER_EDITOR))
                .forEach(person -> openAll(person.organization()));
    }

    private void openAll(UUID organization) {
        List<Listing> offered = listings.of(organization, MOST_OPENED).stream()
                .filter(Listing::active)
                .toList();
        database.asOrganization(organization, handle -> {
            offered.forEach(
                    each -> intakes.open(handle, new Intake(each.serviceId(), organization, false), clock.instant()));
            return null;
        });
    }

    public List<Intake> all() {
        return database.asAnybody(intakes::all);
    }

    public void open(Caller caller, UUID service, boolean sensitive) {
        Listing listing = listings.find(service)
                .filter(each -> each.organizationId().equals(caller.organization()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation()));
        database.asOrganization(caller.organization(), handle -> {
            intakes.open(handle, new Intake(listing.serviceId(), caller.organization(), sensitive), clock.instant());
            return null;
        });
    }

    public void close(Caller caller, UUID service) {
        boolean closed = database.asOrganization(caller.organization(), handle -> intakes.close(handle, service));
        if (!closed) {
            throw ProblemType.NOT_FOUND.because(ProblemType.NOT_FOUND.explanation());
        }
    }
}
