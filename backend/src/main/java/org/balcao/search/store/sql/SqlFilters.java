package org.balcao.search.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.directory.store.ServiceTables;
import org.balcao.directory.store.TermFamilies;
import org.balcao.directory.store.Words;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceFilter.Accessible;
import org.balcao.search.ServiceFilter.Age;
import org.balcao.search.ServiceFilter.AtOneStopCentre;
import org.balcao.search.ServiceFilter.CheckedSince;
import org.balcao.search.ServiceFilter.ConfidenceAtLeast;
import org.balcao.search.ServiceFilter.DeliveryModes;
import org.balcao.search.ServiceFilter.Free;
import org.balcao.search.ServiceFilter.Interpreter;
import org.balcao.search.ServiceFilter.Languages;
import org.balcao.search.ServiceFilter.LookedAfter;
import org.balcao.search.ServiceFilter.MaximumAge;
import org.balcao.search.ServiceFilter.MinimumAge;
import org.balcao.search.ServiceFilter.ModifiedAfter;
import org.balcao.search.ServiceFilter.NotClosedForGood;
import org.balcao.search.ServiceFilter.OpenAt;
import org.balcao.search.ServiceFilter.Organizations;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceFilter.Scheduled;
import org.balcao.search.ServiceFilter.Statuses;
import org.balcao.search.ServiceFilter.Taxonomies;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServiceFilter.WithinRadius;
import org.balcao.search.ServiceQuery;
import org.balcao.search.store.IndexedServices;
import org.balcao.search.store.IndexedServices.Matching;

/**
 * The filters of a query, said in SQL about a service {@code s} and its stamp {@code st}; {@code LuceneFilters} says the same to the
 * index.
 */
@ApplicationScoped
class SqlFilters {

    private static final String SCHEDULED_ANYWHERE = """
            s.id in (select coalesce(sc.service_id, sal.service_id) from directory.schedule sc
                     left join directory.service_at_location sal
                       on sal.id = sc.service_at_location_id or sal.location_id = sc.location_id
                     where true%s)""";

    private static final String SCHEDULED_AT_ONE_PLACE = """
            exists (select from directory.schedule sc
                    where (sc.service_id = s.id or sc.service_at_location_id = x.id or sc.location_id = x.location_id)%s)""";

    private static final String IN_PLACES = """
            s.id in (select sal.service_id from directory.service_at_location sal
                     join directory.location l on l.id = sal.location_id
                     where l.address_visibility <> 'hidden' and l.municipality_code in (
                       select code from directory.place where code in (:places) or parent_code in (:places)))
            or s.id in (select area.service_id from\s""" + ServiceTables.AREAS + """
             area where exists (select from directory.place where code in (:places)) and (area.nationwide or area.place_code in (
                       select code from directory.place where code in (:places) or parent_code in (:places)
                       union select parent_code from directory.place where code in (:places))))""";

    private final TermFamilies families;
    private final SearchDocument searchDocument;
    private final IndexedServices index;

    SqlFilters(TermFamilies families, SearchDocument searchDocument, IndexedServices index) {
        this.families = families;
        this.searchDocument = searchDocument;
        this.index = index;
    }

    /** What is asked of a service wherever it is given. */
    Conditions of(ServiceQuery query) {
        return of(query, SCHEDULED_ANYWHERE);
    }

    /** What is asked of a service {@code s} as it is given at one place {@code x}. */
    Conditions atOnePlace(ServiceQuery query) {
        return of(query, SCHEDULED_AT_ONE_PLACE);
    }

    private Conditions of(ServiceQuery query, String scheduled) {
        Conditions conditions = new Conditions();
        boolean placed = query.searches() && addWords(conditions, query);
        if (query.near() != null) {
            query.near().addTo(conditions);
        }
        query.filters().forEach(filter -> add(conditions, filter, scheduled));
        if (query.folds() && !placed) {
            conditions.behind(
                    "s.program_id", ServiceQueries.from(query), ProgramBranches.BRANCH, ProgramBranches.ENTRY);
        }
        return conditions;
    }

    /**
     * By what the index found; while it cannot answer, by PostgreSQL's own text search.
     *
     * @return whether the words are known to name a place
     */
    private boolean addWords(Conditions conditions, ServiceQuery query) {
        Optional<Matching> matching = index.matching(query);
        matching.map(Matching::services)
                .ifPresentOrElse(
                        found -> conditions.and(
                                "search",
                                found.isEmpty() ? "false" : "s.id in (:found_services)",
                                "found_services",
                                found),
                        () -> {
                            SearchDocument.Typed typed = searchDocument.typed(Words.of(query.search()));
                            SearchDocument.addTo(conditions.bestFirst(typed.best()), typed);
                        });
        return matching.filter(Matching::placed).isPresent();
    }

    private void add(Conditions conditions, ServiceFilter filter, String scheduled) {
        String name = filter.parameter();
        switch (filter) {
            case Statuses statuses -> conditions.and(name, "s.status in (:statuses)", "statuses", statuses.any());
            case Taxonomies taxonomies ->
                conditions.and(
                        name,
                        attributes(
                                "a.taxonomy_term_id in (select id from directory.taxonomy_term where taxonomy_id in (:taxonomies))"),
                        "taxonomies",
                        taxonomies.any());
            case Terms terms -> addTerms(conditions, terms);
            case Organizations organizations ->
                conditions.and(name, "s.organization_id in (:organizations)", "organizations", organizations.any());
            case ModifiedAfter modified ->
                conditions.and(name, "st.last_modified >= :modified_after", "modified_after", modified.moment());
            case CheckedSince checked ->
                conditions.and(name, "s.assured_date >= :checked_since", "checked_since", checked.day());
            case ConfidenceAtLeast confidence ->
                conditions.and(name, "s.confidence in (:confidences)", "confidences", confidence.levels());
            case Languages languages ->
                conditions.and(
                        name,
                        "s.id in (select service_id from " + ServiceTables.SPOKEN
                                + " spoken where code in (:languages))",
                        "languages",
                        languages.any());
            case DeliveryModes modes ->
                conditions.and(
                        name,
                        "exists (select from unnest(s.delivery_modes) mode where mode in (:delivery_modes))",
                        "delivery_modes",
                        modes.any());
            case Free free -> conditions.and(name, "s.free = :free", "free", free.value());
            case Interpreter interpreter ->
                conditions.and(name, "s.interpreter_available = :interpreter", "interpreter", interpreter.value());
            case Accessible accessible -> conditions.and(name, placed(accessible.value(), "directory.accessibility"));
            case AtOneStopCentre centre -> conditions.and(name, placed(centre.value(), "directory.one_stop_centre"));
            case MinimumAge least ->
                conditions.and(name, "s.minimum_age >= :minimum_age", "minimum_age", least.years());
            case MaximumAge most -> conditions.and(name, "s.maximum_age <= :maximum_age", "maximum_age", most.years());
            case Age age ->
                conditions.and(
                        name,
                        "(s.minimum_age is null or s.minimum_age <= :age) and (s.maximum_age is null or s.maximum_age >= :age)",
                        "age",
                        age.years());
            case Scheduled schedule -> addSchedule(conditions, schedule, scheduled);
            case OpenAt open -> {} // no SQL knows opening hours: OpenServices looks at what all else leaves
            case Places places -> conditions.and(name, IN_PLACES, "places", places.codes());
            case WithinRadius within -> conditions.and(name, "near.chord is not null");
            case NotClosedForGood open -> conditions.and(name, "s.status <> 'defunct'");
            case LookedAfter lookedAfter -> conditions.and(name, "s.freshness <> 'hidden'");
        }
    }

    /** Given at some place that has a row in a table of what places have, or at none. */
    private static String placed(boolean some, String table) {
        return (some ? "" : "not ")
                + "exists (select from directory.service_at_location sal join " + table
                + " had on had.location_id = sal.location_id where sal.service_id = s.id)";
    }

    /** The terms of each taxonomy are a filter of their own; terms that nobody knows find nothing. */
    private void addTerms(Conditions conditions, Terms terms) {
        Map<UUID, List<UUID>> byTaxonomy = families.of(terms.any());
        if (byTaxonomy.isEmpty()) {
            conditions.and(terms.parameter(), "false");
        }
        int number = 0;
        for (Map.Entry<UUID, List<UUID>> family : byTaxonomy.entrySet()) {
            String name = "terms_" + number++;
            conditions.and(
                    Terms.of(family.getKey()),
                    attributes("a.taxonomy_term_id in (:" + name + ")"),
                    name,
                    family.getValue());
        }
    }

    /** A service has an attribute if it is said of it, or of its being given at some place. */
    private static String attributes(String condition) {
        return "s.id in (select coalesce(sal.service_id, a.link_id) from directory.attribute a"
                + " left join directory.service_at_location sal on sal.id = a.link_id where " + condition + ")";
    }

    private static void addSchedule(Conditions conditions, Scheduled schedule, String scheduled) {
        StringBuilder one = new StringBuilder();
        if (schedule.opensFrom() != null) {
            one.append(" and sc.opens_at >= :start_time");
            conditions.with("start_time", schedule.opensFrom());
        }
        if (schedule.closesBy() != null) {
            one.append(" and sc.closes_at <= :end_time");
            conditions.with("end_time", schedule.closesBy());
        }
        if (!schedule.days().isEmpty()) {
            one.append(" and sc.byday ~ :days");
            conditions.with(
                    "days",
                    schedule.days().stream().map(SqlFilters::icalendar).collect(Collectors.joining("|", "(", ")")));
        }
        conditions.and(schedule.parameter(), scheduled.formatted(one));
    }

    private static String icalendar(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
