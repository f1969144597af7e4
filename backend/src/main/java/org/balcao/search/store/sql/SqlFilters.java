package org.balcao.search.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.ConfidenceLevels;
import org.balcao.directory.store.ServiceTables;
import org.balcao.directory.store.TermFamilies;
import org.balcao.directory.store.Words;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;

/** What a {@link ServiceQuery} asks, said in SQL about a service {@code s} and its stamp {@code st}. */
@ApplicationScoped
public class SqlFilters {

    static final String FREE = "free";
    static final String NATIONWIDE = "nationwide";
    static final String PLACE = "place";
    static final String LANGUAGE = "language";
    static final String DELIVERY_MODE = "delivery_mode";
    static final String INTERPRETER = "interpreter";
    static final String ACCESSIBLE = "accessible";
    static final String ONE_STOP_CENTRE = "one_stop_centre";

    private final TermFamilies families;
    private final SearchDocument searchDocument;
    private final ServiceSearch search;

    SqlFilters(TermFamilies families, SearchDocument searchDocument, ServiceSearch search) {
        this.search = search;
        this.families = families;
        this.searchDocument = searchDocument;
    }

    static String termQuestion(UUID taxonomy) {
        return "taxonomy_term_id of " + taxonomy;
    }

    /** What is asked of a service wherever it is given. */
    Conditions of(ServiceQuery query) {
        return of(query, """
                s.id in (select coalesce(sc.service_id, sal.service_id) from directory.schedule sc
                         left join directory.service_at_location sal
                           on sal.id = sc.service_at_location_id or sal.location_id = sc.location_id
                         where true%s)""");
    }

    /** What is asked of a service {@code s} as it is given at one place {@code x}. */
    Conditions atOnePlace(ServiceQuery query) {
        return of(query, """
                exists (select from directory.schedule sc
                        where (sc.service_id = s.id or sc.service_at_location_id = x.id or sc.location_id = x.location_id)%s)""");
    }

    private Conditions of(ServiceQuery query, String scheduled) {
        Conditions conditions = new Conditions();
        if (query.searches()) {
            search.matching(query)
                    .ifPresentOrElse(
                            found -> conditions.and(
                                    "search",
                                    found.isEmpty() ? "false" : "s.id in (:found_services)",
                                    "found_services",
                                    found),
                            () -> addWords(conditions, query));
        }
        if (!query.terms().isEmpty()) {
            addTerms(conditions, query.terms());
        }
        if (!query.taxonomies().isEmpty()) {
            conditions.and(
                    "taxonomy_id",
                    attributes(
                            "a.taxonomy_term_id in (select id from directory.taxonomy_term where taxonomy_id in (:taxonomies))"),
                    "taxonomies",
                    query.taxonomies());
        }
        if (!query.organizations().isEmpty()) {
            conditions.and(
                    "organization_id", "s.organization_id in (:organizations)", "organizations", query.organizations());
        }
        if (query.modifiedAfter() != null) {
            conditions.and(
                    "modified_after", "st.last_modified >= :modified_after", "modified_after", query.modifiedAfter());
        }
        if (query.minimumAge() != null) {
            conditions.and("minimum_age", "s.minimum_age >= :minimum_age", "minimum_age", query.minimumAge());
        }
        if (query.maximumAge() != null) {
            conditions.and("maximum_age", "s.maximum_age <= :maximum_age", "maximum_age", query.maximumAge());
        }
        addSchedule(conditions, query, scheduled);
        if (!query.languages().isEmpty()) {
            conditions.and(
                    LANGUAGE,
                    "s.id in (select service_id from " + ServiceTables.SPOKEN + " spoken where code in (:languages))",
                    "languages",
                    query.languages());
        }
        if (!query.places().isEmpty()) {
            addPlaces(conditions, query.places());
        }
        if (query.near() != null) {
            query.near().addTo(conditions);
            if (query.near().radius() != null) {
                conditions.and("near", "near.chord is not null");
            }
        }
        if (!query.deliveryModes().isEmpty()) {
            conditions.and(
                    DELIVERY_MODE,
                    "exists (select from unnest(s.delivery_modes) mode where mode in (:delivery_modes))",
                    "delivery_modes",
                    query.deliveryModes());
        }
        if (query.free() != null) {
            conditions.and(FREE, "s.free = :free", "free", query.free());
        }
        if (!query.statuses().isEmpty()) {
            conditions.and("status", "s.status in (:statuses)", "statuses", query.statuses());
        }
        if (query.looksForHelp()) {
            conditions.and("freshness", "s.freshness <> 'hidden'");
        }
        if (query.confidence() != null) {
            conditions.and(
                    "confidence",
                    "s.confidence in (:confidences)",
                    "confidences",
                    ConfidenceLevels.atLeast(query.confidence()));
        }
        addMore(conditions, query);
        return conditions;
    }

    private static void addMore(Conditions conditions, ServiceQuery query) {
        if (query.age() != null) {
            conditions.and(
                    "age",
                    "(s.minimum_age is null or s.minimum_age <= :age) and (s.maximum_age is null or s.maximum_age >= :age)",
                    "age",
                    query.age());
        }
        if (query.interpreter() != null) {
            conditions.and(INTERPRETER, "s.interpreter_available = :interpreter", "interpreter", query.interpreter());
        }
        if (query.accessible() != null) {
            conditions.and(ACCESSIBLE, placed(query.accessible(), "directory.accessibility"));
        }
        if (query.oneStopCentre() != null) {
            conditions.and(ONE_STOP_CENTRE, placed(query.oneStopCentre(), "directory.one_stop_centre"));
        }
        if (query.checkedSince() != null) {
            conditions.and("checked_since", "s.assured_date >= :checked_since", "checked_since", query.checkedSince());
        }
    }

    /** Given at some place that has a row in a table of what places have, or at none. */
    private static String placed(boolean some, String table) {
        return (some ? "" : "not ")
                + "exists (select from directory.service_at_location sal join " + table
                + " had on had.location_id = sal.location_id where sal.service_id = s.id)";
    }

    /** By PostgreSQL's own text search, while the index cannot answer. */
    private void addWords(Conditions conditions, ServiceQuery query) {
        SearchDocument.Typed typed = searchDocument.typed(Words.of(query.search()));
        SearchDocument.addTo(conditions.bestFirst(typed.best()), typed);
    }

    private void addTerms(Conditions conditions, List<String> terms) {
        Map<UUID, List<UUID>> byTaxonomy = families.of(terms);
        if (byTaxonomy.isEmpty()) {
            conditions.and("taxonomy_term_id", "false");
        }
        int number = 0;
        for (Map.Entry<UUID, List<UUID>> family : byTaxonomy.entrySet()) {
            String name = "terms_" + number++;
            conditions.and(
                    termQuestion(family.getKey()),
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

    private static void addSchedule(Conditions conditions, ServiceQuery query, String scheduled) {
        if (query.startTime() == null && query.endTime() == null && query.days().isEmpty()) {
            return;
        }
        StringBuilder one = new StringBuilder();
        if (query.startTime() != null) {
            one.append(" and sc.opens_at >= :start_time");
            conditions.with("start_time", query.startTime());
        }
        if (query.endTime() != null) {
            one.append(" and sc.closes_at <= :end_time");
            conditions.with("end_time", query.endTime());
        }
        if (!query.days().isEmpty()) {
            one.append(" and sc.byday ~ :days");
            conditions.with(
                    "days",
                    query.days().stream().map(SqlFilters::icalendar).collect(Collectors.joining("|", "(", ")")));
        }
        conditions.and("schedule", scheduled.formatted(one));
    }

    static String icalendar(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static void addPlaces(Conditions conditions, List<String> places) {
        conditions.and(PLACE, """
                s.id in (select sal.service_id from directory.service_at_location sal
                         join directory.location l on l.id = sal.location_id
                         where l.address_visibility <> 'hidden' and l.municipality_code in (
                           select code from directory.place where code in (:places) or parent_code in (:places)))
                or s.id in (select area.service_id from\s""" + ServiceTables.AREAS + """
                 area where exists (select from directory.place where code in (:places)) and (area.nationwide or area.place_code in (
                           select code from directory.place where code in (:places) or parent_code in (:places)
                           union select parent_code from directory.place where code in (:places))))""", "places", places);
    }
}
