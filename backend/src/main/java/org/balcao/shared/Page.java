package org.balcao.shared;

import java.util.List;

/**
 * One page of a list, in the shape HSDS prescribes.
 *
 * @param totalItems records in the whole list
 * @param totalPages pages of the asked size in the whole list; an empty list has none
 * @param pageNumber counted from 1
 * @param size records in this page
 */
public record Page<T>(
        long totalItems,
        long totalPages,
        int pageNumber,
        int size,
        boolean firstPage,
        boolean lastPage,
        boolean empty,
        List<T> contents) {

    /** The page {@code pageNumber} of a list of {@code totalItems} records cut every {@code perPage}. */
    public static <T> Page<T> of(List<T> contents, long totalItems, int pageNumber, int perPage) {
        long totalPages = (totalItems + perPage - 1) / perPage;
        return new Page<>(
                totalItems,
                totalPages,
                pageNumber,
                contents.size(),
                pageNumber == 1,
                pageNumber >= totalPages,
                contents.isEmpty(),
                List.copyOf(contents));
    }
}
