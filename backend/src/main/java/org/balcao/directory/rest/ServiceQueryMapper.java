package org.balcao.directory.rest;

import java.time.Clock;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceQuery.Order;

/** What was asked, as the directory understands it. */
final class ServiceQueryMapper {

    private ServiceQueryMapper() {}

    static ServiceQuery services(QueryParameters asked, Clock clock) {
        return new ServiceQuery(
                asked.orNull(Parameters.SEARCH),
                asked.all(Parameters.TAXONOMY_TERM_ID),
                asked.all(Parameters.TAXONOMY_ID),
                asked.all(Parameters.ORGANIZATION_ID),
                asked.orNull(Parameters.MODIFIED_AFTER),
                asked.orNull(Parameters.MINIMUM_AGE),
                asked.orNull(Parameters.MAXIMUM_AGE),
                asked.orNull(Parameters.START_TIME),
                asked.orNull(Parameters.END_TIME),
                asked.all(Parameters.DAY),
                asked.all(Parameters.LANGUAGE),
                asked.all(Parameters.PLACE),
                near(asked),
                asked.one(Parameters.OPEN_AT).map(moment -> moment.on(clock)).orElse(null),
                asked.all(Parameters.DELIVERY_MODE),
                asked.orNull(Parameters.FREE),
                asked.all(Parameters.STATUS),
                asked.orNull(Parameters.CONFIDENCE),
                asked.orNull(Parameters.AGE),
                asked.orNull(Parameters.INTERPRETER),
                asked.orNull(Parameters.ACCESSIBLE),
                asked.orNull(Parameters.AT_ONE_STOP_CENTRE),
                asked.orNull(Parameters.CHECKED_SINCE),
                order(asked));
    }

    static Near near(QueryParameters asked) {
        return asked.one(Parameters.LAT)
                .map(latitude ->
                        new Near(latitude, asked.one(Parameters.LON).orElseThrow(), asked.orNull(Parameters.RADIUS)))
                .orElse(null);
    }

    static Order order(QueryParameters asked) {
        String usual = asked.one(Parameters.SEARCH).isPresent() ? "relevance" : "entry";
        return switch (asked.one(Parameters.SORT).orElse(usual)) {
            case "distance" -> Order.DISTANCE;
            case "entry" -> Order.ENTRY;
            case "opening" -> Order.OPENING;
            default -> Order.RELEVANCE;
        };
    }

    /** Whether places are asked for by their distance. */
    static boolean byDistance(QueryParameters asked) {
        return "distance".equals(asked.orNull(Parameters.PLACE_SORT));
    }

    /** Whether the answer is another one each minute though nothing in the directory changed. */
    static boolean changesByTheMinute(QueryParameters asked) {
        return !asked.all(Parameters.OPEN_AT).isEmpty() || order(asked) == Order.OPENING;
    }
}
