package org.balcao.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.store.Near;

/**
 * What a reader asks of the services. Everything asked has to hold; where several answers to one question are named, any of them will
 * do. Null or empty is not asked.
 *
 * @param age of the person it is for
 * @param checkedSince the listing was checked on this day or later
 */
public record ServiceQuery(
        String search,
        List<String> terms,
        List<UUID> taxonomies,
        List<UUID> organizations,
        Instant modifiedAfter,
        Double minimumAge,
        Double maximumAge,
        LocalTime startTime,
        LocalTime endTime,
        List<DayOfWeek> days,
        List<String> languages,
        List<String> places,
        Near near,
        Instant openAt,
        List<String> deliveryModes,
        Boolean free,
        List<String> statuses,
        String confidence,
        Double age,
        Boolean interpreter,
        Boolean accessible,
        Boolean oneStopCentre,
        LocalDate checkedSince,
        Order order) {

    /** The order of a list; equals are in the order of entry. */
    public enum Order {
        RELEVANCE,
        DISTANCE,
        /** Open now first, then by when it opens next. */
        OPENING,
        ENTRY
    }

    public ServiceQuery {
        terms = List.copyOf(terms);
        taxonomies = List.copyOf(taxonomies);
        organizations = List.copyOf(organizations);
        days = List.copyOf(days);
        languages = List.copyOf(languages);
        places = List.copyOf(places);
        deliveryModes = List.copyOf(deliveryModes);
        statuses = List.copyOf(statuses);
    }

    /** The same, asked for another moment to be open at. */
    public ServiceQuery openingAt(Instant moment) {
        return new ServiceQuery(
                search,
                terms,
                taxonomies,
                organizations,
                modifiedAfter,
                minimumAge,
                maximumAge,
                startTime,
                endTime,
                days,
                languages,
                places,
                near,
                moment,
                deliveryModes,
                free,
                statuses,
                confidence,
                age,
                interpreter,
                accessible,
                oneStopCentre,
                checkedSince,
                order);
    }

    public boolean searches() {
        return search != null && !search.isBlank();
    }

    /** Whether somebody looks for help by it, and not for a list of what there is: that one has what nobody looks after too, and says so. */
    public boolean looksForHelp() {
        return order != Order.ENTRY
                && (searches() || !terms.isEmpty() || near != null || !places.isEmpty() || openAt != null);
    }

    /** Whether it asks for the hours of a schedule, which PostgreSQL knows. */
    public boolean asksForHours() {
        return startTime != null || endTime != null || !days.isEmpty();
    }
}
