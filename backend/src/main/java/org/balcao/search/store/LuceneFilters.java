package org.balcao.search.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.engine.spatial.GeoPoint;

/** The filters of a query, said to the index; {@code SqlFilters} says the same to PostgreSQL. */
final class LuceneFilters {

    /** Leaves no filter out. */
    static final String NONE = "";

    private static final String CLOSED_FOR_GOOD = "defunct";
    private static final String HIDDEN = "hidden";

    /**
     * A filter as a clause of a question to the index.
     *
     * @param name its parameter, for terms with their taxonomy
     * @param excludes whether what it matches must not be there
     */
    private record Clause(String name, SearchPredicate predicate, boolean excludes) {}

    private final SearchPredicateFactory is;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys hours;
    private final List<Clause> clauses = new ArrayList<>();

    LuceneFilters(
            SearchPredicateFactory is, List<ServiceFilter> filters, Vocabulary.Known known, OpeningHoursKeys hours) {
        this.is = is;
        this.known = known;
        this.hours = hours;
        filters.forEach(this::add);
    }

    private void add(ServiceFilter filter) {
        switch (filter) {
            case Statuses statuses -> addAny(filter, "status", statuses.any());
            case Taxonomies taxonomies -> addAny(filter, "taxonomies", texts(taxonomies.any()));
            case Terms terms -> addTerms(terms);
            case Organizations organizations -> addAny(filter, "organization", texts(organizations.any()));
            case ModifiedAfter modified ->
                add(filter, is.range().field("lastModified").atLeast(modified.moment()));
            case CheckedSince checked -> add(filter, is.range().field("checked").atLeast(checked.day()));
            case ConfidenceAtLeast confidence -> addAny(filter, "confidence", confidence.levels());
            case Languages languages -> addAny(filter, "languages", languages.any());
            case DeliveryModes modes -> addAny(filter, "deliveryModes", modes.any());
            case Free free -> addEqual(filter, "free", free.value());
            case Interpreter interpreter -> addEqual(filter, "interpreter", interpreter.value());
            case Accessible accessible -> addEqual(filter, "accessible", accessible.value());
            case AtOneStopCentre centre -> addEqual(filter, "oneStopCentre", centre.value());
            case MinimumAge least -> add(filter, is.range().field("minimumAge").atLeast(least.years()));
            case MaximumAge most -> add(filter, is.range().field("maximumAge").atMost(most.years()));
            case Age age -> add(filter, takes(age.years()));
            case Scheduled scheduled -> {} // the index has no schedules: such a query is answered by PostgreSQL
            case OpenAt open -> add(filter, open(is, hours.openAt(open.moment())));
            case Places places -> add(filter, in(places.codes()));
            case WithinRadius within -> add(filter, within(within));
            case NotClosedForGood open -> exclude(filter, "status", CLOSED_FOR_GOOD);
            case LookedAfter lookedAfter -> exclude(filter, "freshness", HIDDEN);
        }
    }

    /** Whether there is a filter of a name or, if that is a parameter, of any kind of it. */
    boolean asks(String name) {
        return clauses.stream().anyMatch(each -> isOf(each.name(), name));
    }

    private static boolean isOf(String filter, String name) {
        return filter.equals(name) || filter.startsWith(name + " of ");
    }

    /** Adds all filters but those of one name. */
    void addTo(BooleanPredicateClausesStep<?, ?> all, String without) {
        for (Clause clause : clauses) {
            if (clause.excludes()) {
                all.mustNot(clause.predicate());
            } else if (!isOf(clause.name(), without)) {
                all.filter(clause.predicate());
            }
        }
    }

    private void add(ServiceFilter filter, PredicateFinalStep predicate) {
        clauses.add(new Clause(filter.parameter(), predicate.toPredicate(), false));
    }

    private void exclude(ServiceFilter filter, String field, String value) {
        clauses.add(new Clause(
                filter.parameter(), is.match().field(field).matching(value).toPredicate(), true));
    }

    private void addAny(ServiceFilter filter, String field, List<?> values) {
        add(filter, is.terms().field(field).matchingAny(values));
    }

    private void addEqual(ServiceFilter filter, String field, boolean value) {
        add(filter, is.match().field(field).matching(value));
    }

    /** The terms of each taxonomy are a filter of their own; terms that nobody knows find nothing. */
    private void addTerms(Terms terms) {
        Map<UUID, List<UUID>> named = known.named(terms.any());
        named.forEach((taxonomy, ids) -> clauses.add(new Clause(
                Terms.of(taxonomy),
                is.terms().field("terms").matchingAny(texts(ids)).toPredicate(),
                false)));
        if (named.isEmpty()) {
            add(terms, is.matchNone());
        }
    }

    private PredicateFinalStep takes(double age) {
        return is.bool()
                .mustNot(is.range().field("minimumAge").greaterThan(age))
                .mustNot(is.range().field("maximumAge").lessThan(age));
    }

    /** Those with one of these keys of opening hours. */
    static PredicateFinalStep open(SearchPredicateFactory is, List<String> keys) {
        return keys.isEmpty()
                ? is.matchNone()
                : is.terms().field("openingHours").matchingAny(keys);
    }

    private PredicateFinalStep in(List<String> places) {
        List<String> codes = new ArrayList<>(places);
        codes.retainAll(known.places().keySet());
        return codes.isEmpty()
                ? is.matchNone()
                : is.bool()
                        .should(is.terms().field("places").matchingAny(codes))
                        .should(WordQuery.covering(is, codes, known))
                        .should(is.match().field("nationwide").matching(true));
    }

    private PredicateFinalStep within(WithinRadius within) {
        GeoPoint here = GeoPoint.of(within.near().latitude(), within.near().longitude());
        return is.spatial().within().field("points").circle(here, within.near().radius(), DistanceUnit.METERS);
    }

    static GeoPoint here(ServiceQuery query) {
        return GeoPoint.of(query.near().latitude(), query.near().longitude());
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
