package org.balcao.directory.place;

import org.balcao.directory.model.PositionPrecision;

/**
 * A parish, or what the first four digits of a postal code cover.
 *
 * @param name of the parish, or of the locality of the postal code
 * @param municipalityCode DICO, as {@link org.balcao.directory.model.Place#code}
 * @param latitude of its middle, WGS 84
 * @param longitude of its middle, WGS 84
 * @param precision {@code PARISH}, or {@code TOWN} where only the seat of its municipality is known
 */
public record Spot(
        String name, String municipalityCode, double latitude, double longitude, PositionPrecision precision) {}
