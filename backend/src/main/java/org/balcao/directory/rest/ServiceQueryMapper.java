package org.balcao.directory.rest;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Parameter;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceQuery.Order;

/** What was asked, as the search and the directory understand it. */
final class ServiceQueryMapper {

    private ServiceQueryMapper() {}

    static ServiceQuery services(QueryParameters asked, Format format, Clock clock) {
        return new ServiceQuery(
                asked.orNull(Parameters.SEARCH),
                filters(asked, clock),
                near(asked),
                order(asked, format),
                folds(asked));
    }

    private static boolean folds(QueryParameters asked) {
        return asked.one(Parameters.FOLD).isPresent() && !asked.is(Parameters.MINIMAL);
    }

    private static List<ServiceFilter> filters(QueryParameters asked, Clock clock) {
        List<ServiceFilter> filters = new ArrayList<>();
        addAny(filters, asked, Parameters.TAXONOMY_TERM_ID, ServiceFilter.Terms::new);
        addAny(filters, asked, Parameters.TAXONOMY_ID, ServiceFilter.Taxonomies::new);
        addAny(filters, asked, Parameters.ORGANIZATION_ID, ServiceFilter.Organizations::new);
        addOne(filters, asked, Parameters.MODIFIED_AFTER, ServiceFilter.ModifiedAfter::new);
        addOne(filters, asked, Parameters.MINIMUM_AGE, ServiceFilter.MinimumAge::new);
        addOne(filters, asked, Parameters.MAXIMUM_AGE, ServiceFilter.MaximumAge::new);
        addSchedule(filters, asked);
        addAny(filters, asked, Parameters.LANGUAGE, ServiceFilter.Languages::new);
        addAny(filters, asked, Parameters.PLACE, ServiceFilter.Places::new);
        addOne(filters, asked, Parameters.OPEN_AT, moment -> new ServiceFilter.OpenAt(moment.on(clock)));
        addAny(filters, asked, Parameters.DELIVERY_MODE, ServiceFilter.DeliveryModes::new);
        addOne(filters, asked, Parameters.FREE, ServiceFilter.Free::new);
        addAny(filters, asked, Parameters.STATUS, ServiceFilter.Statuses::new);
        addOne(filters, asked, Parameters.CONFIDENCE, ServiceFilter.ConfidenceAtLeast::new);
        addOne(filters, asked, Parameters.AGE, ServiceFilter.Age::new);
        addOne(filters, asked, Parameters.INTERPRETER, ServiceFilter.Interpreter::new);
        addOne(filters, asked, Parameters.ACCESSIBLE, ServiceFilter.Accessible::new);
        addOne(filters, asked, Parameters.AT_ONE_STOP_CENTRE, ServiceFilter.AtOneStopCentre::new);
        addOne(filters, asked, Parameters.CHECKED_SINCE, ServiceFilter.CheckedSince::new);
        return filters;
    }

    private static <T> void addOne(
            List<ServiceFilter> filters,
            QueryParameters asked,
            Parameter<T> parameter,
            Function<T, ServiceFilter> filter) {
        asked.one(parameter).map(filter).ifPresent(filters::add);
    }

    private static <T> void addAny(
            List<ServiceFilter> filters,
            QueryParameters asked,
            Parameter<T> parameter,
            Function<List<T>, ServiceFilter> filter) {
        List<T> values = asked.all(parameter);
        if (!values.isEmpty()) {
            filters.add(filter.apply(values));
        }
    }

    private static void addSchedule(List<ServiceFilter> filters, QueryParameters asked) {
        LocalTime opensFrom = asked.orNull(Parameters.START_TIME);
        LocalTime closesBy = asked.orNull(Parameters.END_TIME);
        List<DayOfWeek> days = asked.all(Parameters.DAY);
        if (opensFrom != null || closesBy != null || !days.isEmpty()) {
            filters.add(new ServiceFilter.Scheduled(opensFrom, closesBy, days));
        }
    }

    static Near near(QueryParameters asked) {
        return asked.one(Parameters.LAT)
                .map(latitude ->
                        new Near(latitude, asked.one(Parameters.LON).orElseThrow(), asked.orNull(Parameters.RADIUS)))
                .orElse(null);
    }

    /** @param format who follows a list wants to see what changed */
    private static Order order(QueryParameters asked, Format format) {
        if (format == Format.ATOM && asked.one(Parameters.SORT).isEmpty()) {
            return Order.MODIFIED;
        }
        String usual = asked.one(Parameters.SEARCH).isPresent() ? "relevance" : "entry";
        return switch (asked.one(Parameters.SORT).orElse(usual)) {
            case "distance" -> Order.DISTANCE;
            case "entry" -> Order.ENTRY;
            case "opening" -> Order.OPENING;
            case "modified" -> Order.MODIFIED;
            default -> Order.RELEVANCE;
        };
    }

    /** Whether places are asked for by their distance. */
    static boolean byDistance(QueryParameters asked) {
        return "distance".equals(asked.orNull(Parameters.PLACE_SORT));
    }

    /** Whether the answer is another one each minute though nothing in the directory changed: lines that answer now come first. */
    static boolean changesByTheMinute(QueryParameters asked) {
        return !asked.all(Parameters.OPEN_AT).isEmpty()
                || asked.orNull(Parameters.SEARCH) != null
                || !asked.all(Parameters.TAXONOMY_TERM_ID).isEmpty()
                || "opening".equals(asked.orNull(Parameters.SORT));
    }
}
