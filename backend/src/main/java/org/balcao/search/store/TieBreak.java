package org.balcao.search.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.balcao.directory.model.Service;
import org.balcao.hours.Basis;
import org.balcao.hours.OpeningHours;

/**
 * The order among services that fit equally well, lower first: what is sure before what is not, what is for just this need before what is
 * for many, what says everything before what leaves questions open, what was checked lately before what was checked long ago.
 */
final class TieBreak {

    private static final Set<String> UNCHECKED_FOR_LONG = Set.of("stale", "hidden");
    /** Behind all others: of a service that little is known of. */
    static final int LAST = 1_000;

    private static final int STALE = 3;
    private static final int UNSURE = 4;
    private static final int INCOMPLETE = 3;
    private static final int MANY_NEEDS = 10;
    private static final int FEW_NEEDS = 5;
    private static final int MOST_FEW_NEEDS = 3;
    private static final int NEVER_CHECKED = 4;
    private static final LocalDate FIRST_CHECKS = LocalDate.of(2020, 1, 1);
    private static final int DAYS_OF_A_STEP = 365;

    private TieBreak() {}

    /** 0 for high confidence, 1 for medium, 2 for low, 3 for what nobody has looked at for long. */
    static int confidenceRank(Service service) {
        if (UNCHECKED_FOR_LONG.contains(service.freshness)) {
            return STALE;
        }
        return switch (service.confidence) {
            case "high" -> 0;
            case "medium" -> 1;
            default -> 2;
        };
    }

    /** 0 for a service that is offered, 1 for one that is not now. */
    static int availability(Service service) {
        return "active".equals(service.status) ? 0 : 1;
    }

    /**
     * 0 for a line for the whole country that always answers, 1 for all others: whoever looks at a need cannot always wait, so 144 stands before
     * programmes for homes of years, and the domestic-violence line before teams of a region.
     */
    static int urgency(ServiceDocument entry, Service service, List<OpeningHours> opening, LocalDate today) {
        boolean isLine = entry.nationwide && !service.phones.isEmpty() && service.serviceAtLocations.isEmpty();
        boolean always = opening.stream().anyMatch(hours -> hours.basis(today) == Basis.ALWAYS);
        return isLine && always ? 0 : 1;
    }

    static int of(ServiceDocument entry, Service service) {
        int needs = entry.needCount == 1 ? 0 : entry.needCount <= MOST_FEW_NEEDS ? FEW_NEEDS : MANY_NEEDS;
        int age = service.assuredDate == null
                ? NEVER_CHECKED
                : -(int) (ChronoUnit.DAYS.between(FIRST_CHECKS, service.assuredDate) / DAYS_OF_A_STEP);
        return UNSURE * entry.confidenceRank + needs + (isComplete(entry, service) ? 0 : INCOMPLETE) + age;
    }

    /** Whether it says what it is, for what need, how it is reached and when. */
    private static boolean isComplete(ServiceDocument entry, Service service) {
        boolean reached = !service.phones.isEmpty()
                || service.email != null
                || service.url != null
                || !service.serviceAtLocations.isEmpty();
        boolean timed = !entry.openingHours.isEmpty()
                || Boolean.TRUE.equals(service.byAppointmentOnly)
                || !service.accessModes.isEmpty();
        return service.description != null && reached && timed && !entry.ownNeeds.isEmpty();
    }
}
