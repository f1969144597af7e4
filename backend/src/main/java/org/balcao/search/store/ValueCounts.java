package org.balcao.search.store;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.query.SearchResult;

/**
 * How many of some services have each value of each field that is counted.
 *
 * @param total how many services they are
 */
record ValueCounts(
        long total,
        Map<String, Long> terms,
        Map<String, Long> districts,
        Map<String, Long> doorDistricts,
        Map<String, Long> nationwideDistricts,
        Map<String, Long> languages,
        Map<String, Long> deliveryModes,
        Map<Boolean, Long> free,
        Map<Boolean, Long> nationwide) {

    private static final int MOST_TERMS = 10_000;
    private static final int MOST_CODES = 1_000;

    private static final AggregationKey<Map<String, Long>> TERMS = AggregationKey.of("terms");
    private static final AggregationKey<Map<String, Long>> DISTRICTS = AggregationKey.of("districts");
    private static final AggregationKey<Map<String, Long>> DOOR_DISTRICTS = AggregationKey.of("doorDistricts");
    private static final AggregationKey<Map<String, Long>> NATIONWIDE_DISTRICTS =
            AggregationKey.of("nationwideDistricts");
    private static final AggregationKey<Map<String, Long>> LANGUAGES = AggregationKey.of("languages");
    private static final AggregationKey<Map<String, Long>> MODES = AggregationKey.of("deliveryModes");
    private static final AggregationKey<Map<Boolean, Long>> FREE = AggregationKey.of("free");
    private static final AggregationKey<Map<Boolean, Long>> NATIONWIDE = AggregationKey.of("nationwide");

    /** The counts of the services that fit. */
    static ValueCounts of(Search search, SearchPredicate fitting) {
        SearchResult<?> found = search.session()
                .search(search.scope())
                .select(each -> each.id())
                .where(fitting)
                .aggregation(
                        TERMS, each -> each.terms().field("terms", String.class).maxTermCount(MOST_TERMS))
                .aggregation(
                        DISTRICTS,
                        each -> each.terms().field("districts", String.class).maxTermCount(MOST_CODES))
                .aggregation(
                        DOOR_DISTRICTS,
                        each -> each.terms()
                                .field("doorDistricts", String.class)
                                .maxTermCount(MOST_CODES))
                .aggregation(
                        NATIONWIDE_DISTRICTS,
                        each -> each.terms()
                                .field("nationwideDistricts", String.class)
                                .maxTermCount(MOST_CODES))
                .aggregation(
                        LANGUAGES,
                        each -> each.terms().field("languages", String.class).maxTermCount(MOST_CODES))
                .aggregation(MODES, each -> each.terms().field("deliveryModes", String.class))
                .aggregation(FREE, each -> each.terms().field("free", Boolean.class))
                .aggregation(NATIONWIDE, each -> each.terms().field("nationwide", Boolean.class))
                .fetch(0);
        return new ValueCounts(
                found.total().hitCount(),
                found.aggregation(TERMS),
                found.aggregation(DISTRICTS),
                found.aggregation(DOOR_DISTRICTS),
                found.aggregation(NATIONWIDE_DISTRICTS),
                found.aggregation(LANGUAGES),
                found.aggregation(MODES),
                found.aggregation(FREE),
                found.aggregation(NATIONWIDE));
    }

    /** Without some of the services, wherever others of them have the same value. */
    ValueCounts without(ValueCounts some, ValueCounts others) {
        return new ValueCounts(
                others.total > 0 ? total - some.total : total,
                less(terms, some.terms, others.terms),
                less(districts, some.districts, others.districts),
                less(doorDistricts, some.doorDistricts, others.doorDistricts),
                less(nationwideDistricts, some.nationwideDistricts, others.nationwideDistricts),
                less(languages, some.languages, others.languages),
                less(deliveryModes, some.deliveryModes, others.deliveryModes),
                less(free, some.free, others.free),
                less(nationwide, some.nationwide, others.nationwide));
    }

    static <K> Map<K, Long> less(Map<K, Long> all, Map<K, Long> some, Map<K, Long> others) {
        Map<K, Long> less = new HashMap<>(all);
        some.forEach((value, count) -> {
            if (others.getOrDefault(value, 0L) > 0) {
                less.merge(value, -count, Long::sum);
            }
        });
        return less;
    }
}
