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
import org.balcao.search.ServiceFacet;
import org.balcao.search.ServiceFilter.Terms;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;

/** How many services each further choice would leave: one question for all choices that are open, and one for each that is made. */
final class Facets {

    private static final int MOST_TERMS = 10_000;
    private static final int MOST_CODES = 1_000;
    private static final List<String> DELIVERY_MODES = List.of("in_person", "phone", "online");

    private static final AggregationKey<Map<String, Long>> TERMS = AggregationKey.of("terms");
    private static final AggregationKey<Map<String, Long>> DISTRICTS = AggregationKey.of("districts");
    private static final AggregationKey<Map<String, Long>> LANGUAGES = AggregationKey.of("languages");
    private static final AggregationKey<Map<String, Long>> MODES = AggregationKey.of("deliveryModes");
    private static final AggregationKey<Map<Boolean, Long>> FREE = AggregationKey.of("free");
    private static final AggregationKey<Map<Boolean, Long>> NATIONWIDE = AggregationKey.of("nationwide");

    private final Search search;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys hours;
    private final Map<String, SearchResult<?>> asked = new LinkedHashMap<>();

    Facets(Search search, Vocabulary.Known known, OpeningHoursKeys hours) {
        this.search = search;
        this.known = known;
        this.hours = hours;
    }

    FacetCounts at(Instant now) {
        SearchResult<?> all = without(ServiceFacet.NATIONWIDE);
        return new FacetCounts(
                all.total().hitCount(),
                terms(),
                districts(),
                languages(),
                deliveryModes(),
                of(without(ServiceFacet.FREE).aggregation(FREE), true),
                openNow(now),
                hoursUnknown(),
                of(all.aggregation(NATIONWIDE), true));
    }

    private static <K> long of(Map<K, Long> counts, K key) {
        return counts.getOrDefault(key, 0L);
    }

    private SearchResult<?> without(ServiceFacet facet) {
        return without(facet.without());
    }

    /** All counts with one filter left out; a filter that is not asked for is left out anyway. */
    private SearchResult<?> without(String filter) {
        String asks = search.filters().asks(filter) ? filter : LuceneFilters.NONE;
        return asked.computeIfAbsent(asks, this::ask);
    }

    private SearchResult<?> ask(String without) {
        SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> query = search.session()
                .search(search.scope())
                .select(each -> each.id())
                .where(search.fitting(without));
        return query.aggregation(
                        TERMS, each -> each.terms().field("terms", String.class).maxTermCount(MOST_TERMS))
                .aggregation(
                        DISTRICTS,
                        each -> each.terms().field("districts", String.class).maxTermCount(MOST_CODES))
                .aggregation(
                        LANGUAGES,
                        each -> each.terms().field("languages", String.class).maxTermCount(MOST_CODES))
                .aggregation(MODES, each -> each.terms().field("deliveryModes", String.class))
                .aggregation(FREE, each -> each.terms().field("free", Boolean.class))
                .aggregation(NATIONWIDE, each -> each.terms().field("nationwide", Boolean.class))
                .fetch(0);
    }

    /** The terms of each taxonomy are counted without the choice that was made in it. */
    private Map<UUID, Long> terms() {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        for (Vocabulary.Term term : known.all()) {
            long count = of(
                    without(Terms.of(term.taxonomy())).aggregation(TERMS),
                    term.id().toString());
            if (count > 0) {
                counts.put(term.id(), count);
            }
        }
        return counts;
    }

    /** A service for the whole country is one in every district. */
    private List<Counted> districts() {
        SearchResult<?> anywhere = without(ServiceFacet.DISTRICTS);
        long everywhere = of(anywhere.aggregation(NATIONWIDE), true);
        Map<String, Long> counts = anywhere.aggregation(DISTRICTS);
        return known.places().values().stream()
                .filter(place -> !"municipality".equals(place.level()))
                .map(place -> new Counted(place.code(), place.name(), of(counts, place.code()) + everywhere))
                .filter(some())
                .toList();
    }

    private static Predicate<Counted> some() {
        return counted -> counted.count() > 0;
    }

    private List<Counted> languages() {
        List<Counted> counted = new ArrayList<>();
        without(ServiceFacet.LANGUAGES)
                .aggregation(LANGUAGES)
                .forEach((code, count) -> counted.add(new Counted(code, code, count)));
        counted.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::code));
        return counted;
    }

    private List<Counted> deliveryModes() {
        Map<String, Long> counts = without(ServiceFacet.DELIVERY_MODES).aggregation(MODES);
        return DELIVERY_MODES.stream()
                .map(mode -> new Counted(mode, mode, of(counts, mode)))
                .filter(some())
                .toList();
    }

    private long hoursUnknown() {
        return search.session()
                .search(search.scope())
                .where(each -> each.bool()
                        .filter(search.fitting("open_at"))
                        .filter(each.match().field("hoursUnknown").matching(true)))
                .fetchTotalHitCount();
    }

    private long openNow(Instant now) {
        return search.session()
                .search(search.scope())
                .where(each -> each.bool()
                        .filter(search.fitting(ServiceFacet.OPEN_NOW.without()))
                        .filter(LuceneFilters.open(each, hours.openAt(now))))
                .fetchTotalHitCount();
    }
}
