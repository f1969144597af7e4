package org.balcao.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many services each further choice would leave. Terms are in the order of entry; terms and places without a service are not among
 * them.
 *
 * @param total how many services all filters leave
 * @param terms by id; those of a taxonomy are counted without the choice that was made in it
 */
public record FacetCounts(
        long total,
        Map<UUID, Long> terms,
        List<Counted> districts,
        List<Counted> languages,
        List<Counted> deliveryModes,
        long free,
        long openNow,
        long nationwide) {

    /** A choice by its code or word, and how many services it would leave. */
    public record Counted(String code, String name, long count) {}

    /** The same, with another count of those that are open now. */
    public FacetCounts withOpenNow(long open) {
        return new FacetCounts(total, terms, districts, languages, deliveryModes, free, open, nationwide);
    }
}
