package org.balcao.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * A public holiday on one day.
 *
 * @param kind {@code national}, {@code regional} or {@code municipal}
 * @param placeCode the region's or municipality's code; null for the whole country
 */
public record Holiday(LocalDate date, String name, String kind, String placeCode, List<Source> sources) {
    /** Where it stands that this day is a holiday. */
    public record Source(String url, String sourceDate, String note) {}
}
