package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Schedule;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.hours.Basis;
import org.balcao.hours.HolidayCalendar;
import org.balcao.hours.HoursException;
import org.balcao.hours.HoursRule;
import org.balcao.hours.OnHolidays;
import org.balcao.hours.OpeningHours;

/**
 * The hours of a door, from the schedules that speak of it. What is said of a service at one place goes before what is said of
 * the service anywhere, and that before what is said of the place.
 */
@ApplicationScoped
public class EffectiveHours {

    private static final Set<String> PUBLIC_BODIES = Set.of("public", "municipality");
    private static final String USUAL_ZONE = "Europe/Lisbon";

    /** More schedules of one door, or exceptions of one schedule, are not worked out. */
    private static final int MOST_SCHEDULES = 200;

    private static final int MOST_EXCEPTIONS = 1_000;

    private final HolidayCalendar holidays;

    EffectiveHours(HolidayCalendar holidays) {
        this.holidays = holidays;
    }

    /**
     * The hours of a service as a whole: its own, or those of its only place. A service with several places and no hours of its own has
     * none as a whole.
     */
    public Optional<OpeningHours> of(Service service) {
        if (!service.schedules.isEmpty() || service.serviceAtLocations.isEmpty()) {
            return Optional.of(of(service.schedules, onlyPlace(service).orElse(null), service.organization));
        }
        return service.serviceAtLocations.size() == 1
                ? Optional.of(of(service.serviceAtLocations.getFirst()))
                : Optional.empty();
    }

    /** What is said of the hours of a service as a whole. */
    public List<Schedule> schedules(Service service) {
        if (!service.schedules.isEmpty() || service.serviceAtLocations.size() != 1) {
            return service.schedules;
        }
        return schedules(service.serviceAtLocations.getFirst());
    }

    /** What is said of the hours of a service at one of its places. */
    public List<Schedule> schedules(ServiceAtLocation given) {
        return Stream.of(given.schedules, given.service.schedules, given.location.schedules)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Location> onlyPlace(Service service) {
        return service.serviceAtLocations.size() == 1
                ? Optional.of(service.serviceAtLocations.getFirst().location)
                : Optional.empty();
    }

    /** The hours of a service at one of its places. */
    public OpeningHours of(ServiceAtLocation given) {
        return of(schedules(given), given.location, given.service.organization);
    }

    /** The hours of a place. */
    public OpeningHours of(Location location) {
        return of(location.schedules, location, location.organization);
    }

    /** Every door of a service: each place, or the service itself if it has none. */
    public List<OpeningHours> doors(Service service) {
        return service.serviceAtLocations.isEmpty()
                ? of(service).stream().toList()
                : service.serviceAtLocations.stream().map(this::of).toList();
    }

    /** Whether nobody knows when any door of a service is open on a day; by appointment is known. */
    public static boolean areUnknown(List<OpeningHours> doors, LocalDate day) {
        return doors.stream().allMatch(door -> door.basis(day) == Basis.UNKNOWN);
    }

    private OpeningHours of(List<Schedule> schedules, Location location, Organization organization) {
        String zone = schedules.stream()
                .map(each -> each.timezoneName)
                .findFirst()
                .orElse(location == null ? USUAL_ZONE : location.timezoneName);
        boolean publicBody =
                organization != null && PUBLIC_BODIES.contains(String.valueOf(organization.organizationType));
        String municipality =
                location == null || "hidden".equals(location.addressVisibility) ? null : location.municipalityCode;
        Optional<ZoneId> known = zone(zone);
        return OpeningHours.of(
                known.isEmpty()
                        ? List.of()
                        : schedules.stream()
                                .limit(MOST_SCHEDULES)
                                .map(EffectiveHours::rule)
                                .toList(),
                known.orElse(ZoneId.of(USUAL_ZONE)),
                holidays,
                municipality,
                publicBody ? OnHolidays.CLOSED : OnHolidays.MAY_DIFFER);
    }

    /** Nothing for a name that is no time zone: hours there are then unknown. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static HoursRule rule(Schedule each) {
        return new HoursRule(
                each.freq,
                each.interval,
                each.byday,
                each.bymonthday,
                each.byweekno,
                each.byyearday,
                each.wkst,
                each.dtstart,
                each.until,
                each.count,
                each.validFrom,
                each.validTo,
                each.opensAt,
                each.closesAt,
                each.byAppointment,
                each.exceptions.stream()
                        .limit(MOST_EXCEPTIONS)
                        .map(other -> new HoursException(
                                other.dateFrom,
                                other.dateTo,
                                other.closed,
                                other.opensAt,
                                other.closesAt,
                                other.reason))
                        .toList());
    }
}
