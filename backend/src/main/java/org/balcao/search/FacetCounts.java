package org.balcao.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many services each further choice would leave. Terms are in the order of entry; terms and places without a service are not among
 * them.
 *
 * @param total how many services all filters leave
 * @param folded how many more stand behind services of the list
 * @param hoursUnknown of how many nobody knows when they are open
 * @param terms by id; those of a taxonomy are counted without the choice that was made in it
 */
public record FacetCounts(
        long total,
        long folded,
        Map<UUID, Long> terms,
        List<Counted> districts,
        List<Counted> languages,
        List<Counted> deliveryModes,
        long free,
        long openNow,
        long hoursUnknown,
        long nationwide) {

    /** A choice by its code or word, and how many services it would leave. */
    public record Counted(String code, String name, long count) {}

    /** The same, with other counts of those that are open now, and of those of which nobody knows. */
    public FacetCounts withOpenNow(long open, long unknown) {
        return new FacetCounts(
                total, folded, terms, districts, languages, deliveryModes, free, open, unknown, nationwide);
    }
}
