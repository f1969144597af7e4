package org.balcao.search.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.balcao.search.FacetCounts;
import org.balcao.search.FacetCounts.Counted;
import org.balcao.search.FacetCounts.CountedDistrict;
import org.balcao.search.ServiceFacet;
import org.balcao.search.ServiceFilter.Terms;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** How many services each further choice would leave: one question for all choices that are open, and one for each that is made. */
final class Facets {

    private static final List<String> DELIVERY_MODES = List.of("in_person", "phone", "online");

    private final Search search;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys hours;
    private final Map<String, ValueCounts> asked = new LinkedHashMap<>();

    Facets(Search search, Vocabulary.Known known, OpeningHoursKeys hours) {
        this.search = search;
        this.known = known;
        this.hours = hours;
    }

    FacetCounts at(Instant now) {
        ValueCounts all = without(ServiceFacet.NATIONWIDE);
        return new FacetCounts(
                all.total(),
                search.foldedBranches().total(),
                terms(),
                districts(),
                languages(),
                deliveryModes(),
                of(without(ServiceFacet.FREE).free(), true),
                openNow(now),
                hoursUnknown(),
                of(all.nationwide(), true));
    }

    private static <K> long of(Map<K, Long> counts, K key) {
        return counts.getOrDefault(key, 0L);
    }

    private ValueCounts without(ServiceFacet facet) {
        return without(facet.without());
    }

    /** All counts with one filter left out; a filter that is not asked for is left out anyway. */
    private ValueCounts without(String filter) {
        String asks = search.filters().asks(filter) ? filter : LuceneFilters.NONE;
        return asked.computeIfAbsent(asks, this::ask);
    }

    /**
     * A branch is counted for a choice unless the entry of its program is in the list that the choice would leave: so is what choosing it
     * finds.
     */
    private ValueCounts ask(String without) {
        SearchPredicate fitting = search.fitting(without);
        ValueCounts counts = ValueCounts.of(search, fitting);
        if (!search.folds()) {
            return counts;
        }
        Programs programs = search.programs();
        List<String> folding = search.entries(without).stream()
                .map(Programs.Entry::program)
                .distinct()
                .toList();
        for (String program : folding) {
            ValueCounts entries = ValueCounts.of(search, programs.entryOf(fitting, program));
            ValueCounts branches = ValueCounts.of(search, programs.branchOf(fitting, program));
            counts = counts.without(branches, entries);
        }
        return counts;
    }

    /** The terms of each taxonomy are counted without the choice that was made in it. */
    private Map<UUID, Long> terms() {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        for (Vocabulary.Term term : known.all()) {
            long count =
                    of(without(Terms.of(term.taxonomy())).terms(), term.id().toString());
            if (count > 0) {
                counts.put(term.id(), count);
            }
        }
        return counts;
    }

    /** A service for the whole country is one in every district. Whoever chooses a place is shown the branches there. */
    private List<CountedDistrict> districts() {
        String filter = search.filters().asks(ServiceFacet.DISTRICTS.without())
                ? ServiceFacet.DISTRICTS.without()
                : LuceneFilters.NONE;
        ValueCounts anywhere =
                search.folds() ? ValueCounts.of(search, search.fitting(filter)) : without(ServiceFacet.DISTRICTS);
        long everywhere = of(anywhere.nationwide(), true);
        return known.places().values().stream()
                .filter(place -> !"municipality".equals(place.level()))
                .map(place -> {
                    long local = of(anywhere.districts(), place.code());
                    return new CountedDistrict(
                            place.code(),
                            place.name(),
                            local + everywhere - of(anywhere.nationwideDistricts(), place.code()),
                            local,
                            of(anywhere.doorDistricts(), place.code()));
                })
                .filter(counted -> counted.count() > 0)
                .toList();
    }

    private static Predicate<Counted> some() {
        return counted -> counted.count() > 0;
    }

    private List<Counted> languages() {
        List<Counted> counted = new ArrayList<>();
        without(ServiceFacet.LANGUAGES)
                .languages()
                .forEach((code, count) -> counted.add(new Counted(code, code, count)));
        counted.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::code));
        return counted.stream().filter(some()).toList();
    }

    private List<Counted> deliveryModes() {
        Map<String, Long> counts = without(ServiceFacet.DELIVERY_MODES).deliveryModes();
        return DELIVERY_MODES.stream()
                .map(mode -> new Counted(mode, mode, of(counts, mode)))
                .filter(some())
                .toList();
    }

    private long hoursUnknown() {
        SearchPredicateFactory is = search.scope().predicate();
        SearchPredicate listed = search.listed(ServiceFacet.OPEN_NOW.without());
        return search.count(both(listed, is.match().field("hoursUnknown").matching(true)));
    }

    private long openNow(Instant now) {
        SearchPredicate fitting = search.fitting(ServiceFacet.OPEN_NOW.without());
        PredicateFinalStep open = LuceneFilters.open(search.scope().predicate(), hours.openAt(now));
        return search.count(search.listed(both(fitting, open)));
    }

    private SearchPredicate both(SearchPredicate one, PredicateFinalStep other) {
        return search.scope()
                .predicate()
                .bool()
                .filter(one)
                .filter(other.toPredicate())
                .toPredicate();
    }
}
