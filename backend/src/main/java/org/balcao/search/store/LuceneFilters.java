package org.balcao.search.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.ConfidenceLevels;
import org.balcao.search.ServiceQuery;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.engine.spatial.GeoPoint;

/** What is asked besides words, as filters by the parameter that asks it; the terms of each taxonomy are a filter of their own. */
final class LuceneFilters {

    static final String TERMS = "taxonomy_term_id";
    private static final String CLOSED_FOR_GOOD = "defunct";
    private static final String HIDDEN = "hidden";

    private final SearchPredicateFactory is;
    private final ServiceQuery query;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys doors;
    private final Map<String, SearchPredicate> filters = new LinkedHashMap<>();

    LuceneFilters(SearchPredicateFactory is, ServiceQuery query, Vocabulary.Known known, OpeningHoursKeys doors) {
        this.is = is;
        this.query = query;
        this.known = known;
        this.doors = doors;
        addRecord();
        addTerms();
        addPeople();
        addPlaces();
    }

    /** The filter of one taxonomy's terms. */
    static String terms(UUID taxonomy) {
        return TERMS + " of " + taxonomy;
    }

    boolean asks(String parameter) {
        return filters.keySet().stream().anyMatch(each -> isOf(each, parameter));
    }

    private static boolean isOf(String filter, String parameter) {
        return filter.equals(parameter) || filter.startsWith(parameter + " of ");
    }

    /** Adds all filters but those of one parameter. Words do not find what is closed for good, and no search what nobody looks after. */
    void addTo(BooleanPredicateClausesStep<?, ?> all, String without) {
        if (query.searches() && query.statuses().isEmpty()) {
            all.mustNot(is.match().field("status").matching(CLOSED_FOR_GOOD));
        }
        if (query.looksForHelp()) {
            all.mustNot(is.match().field("freshness").matching(HIDDEN));
        }
        filters.forEach((parameter, filter) -> {
            if (!isOf(parameter, without)) {
                all.filter(filter);
            }
        });
    }

    private void add(String parameter, PredicateFinalStep filter) {
        filters.put(parameter, filter.toPredicate());
    }

    private void addAny(String parameter, String field, List<?> values) {
        if (!values.isEmpty()) {
            add(parameter, is.terms().field(field).matchingAny(values));
        }
    }

    private void addEqual(String parameter, String field, Object value) {
        if (value != null) {
            add(parameter, is.match().field(field).matching(value));
        }
    }

    private void addAtLeast(String parameter, String field, Object value) {
        if (value != null) {
            add(parameter, is.range().field(field).atLeast(value));
        }
    }

    private void addAtMost(String parameter, String field, Object value) {
        if (value != null) {
            add(parameter, is.range().field(field).atMost(value));
        }
    }

    private void addRecord() {
        addAny("status", "status", query.statuses());
        addAny("taxonomy_id", "taxonomies", texts(query.taxonomies()));
        addAny("organization_id", "organization", texts(query.organizations()));
        addAtLeast("modified_after", "lastModified", query.modifiedAfter());
        addAtLeast("checked_since", "checked", query.checkedSince());
        addAny(
                "confidence",
                "confidence",
                query.confidence() == null ? List.of() : ConfidenceLevels.atLeast(query.confidence()));
    }

    private void addTerms() {
        if (!query.terms().isEmpty()) {
            Map<UUID, List<UUID>> named = known.named(query.terms());
            named.forEach((taxonomy, ids) -> addAny(terms(taxonomy), "terms", texts(ids)));
            if (named.isEmpty()) {
                add(TERMS, is.matchNone());
            }
        }
    }

    private void addPeople() {
        addAny("language", "languages", query.languages());
        addAny("delivery_mode", "deliveryModes", query.deliveryModes());
        addEqual("free", "free", query.free());
        addEqual("interpreter", "interpreter", query.interpreter());
        addEqual("accessible", "accessible", query.accessible());
        addEqual("one_stop_centre", "oneStopCentre", query.oneStopCentre());
        addAtLeast("minimum_age", "minimumAge", query.minimumAge());
        addAtMost("maximum_age", "maximumAge", query.maximumAge());
        if (query.age() != null) {
            add(
                    "age",
                    is.bool()
                            .mustNot(is.range().field("minimumAge").greaterThan(query.age()))
                            .mustNot(is.range().field("maximumAge").lessThan(query.age())));
        }
        if (query.openAt() != null) {
            add("open_at", open(is, doors.openAt(query.openAt())));
        }
    }

    static PredicateFinalStep open(SearchPredicateFactory is, List<String> keys) {
        return keys.isEmpty()
                ? is.matchNone()
                : is.terms().field("openingHours").matchingAny(keys);
    }

    private void addPlaces() {
        if (!query.places().isEmpty()) {
            List<String> codes = new ArrayList<>(query.places());
            codes.retainAll(known.places().keySet());
            if (codes.isEmpty()) {
                add("place", is.matchNone());
            } else {
                add(
                        "place",
                        is.bool()
                                .should(is.terms().field("places").matchingAny(codes))
                                .should(WordQuery.covering(is, codes, known))
                                .should(is.match().field("nationwide").matching(true)));
            }
        }
        if (query.near() != null && query.near().radius() != null) {
            add(
                    "radius",
                    is.spatial()
                            .within()
                            .field("points")
                            .circle(here(query), query.near().radius(), DistanceUnit.METERS));
        }
    }

    static GeoPoint here(ServiceQuery query) {
        return GeoPoint.of(query.near().latitude(), query.near().longitude());
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
