package org.balcao.upkeep.model;

import java.util.List;
import java.util.UUID;

/**
 * Two records that may be the same thing in the world.
 *
 * @param reasons what speaks for it, such as same_tax_id
 * @param score of a hundred
 */
public record Duplicate(UUID id, String kind, UUID one, UUID other, List<String> reasons, int score, String state) {
    public Duplicate {
        reasons = List.copyOf(reasons);
    }
}
