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
        List<CountedDistrict> districts,
        List<Counted> languages,
        List<Counted> deliveryModes,
        long free,
        long openNow,
        long hoursUnknown,
        long nationwide) {

    /** A choice by its code or word, and how many services it would leave. */
    public record Counted(String code, String name, long count) {}

    /**
     * A district or autonomous region.
     *
     * @param count how many services choosing it would leave: those given there, meant for people there, or for the whole country
     * @param local of these, how many have a door there or are meant for people there, and not only as part of the whole country
     * @param doors of these, how many have a door there
     */
    public record CountedDistrict(String code, String name, long count, long local, long doors) {}

    /** The same, with other counts of those that are open now, and of those of which nobody knows. */
    public FacetCounts withOpenNow(long open, long unknown) {
        return new FacetCounts(
                total, folded, terms, districts, languages, deliveryModes, free, open, unknown, nationwide);
    }
}
