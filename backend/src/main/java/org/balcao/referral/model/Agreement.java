package org.balcao.referral.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a person agreed to, with the words that they were shown.
 *
 * @param mode signed, spoken or ticked
 * @param readAloudBy mediator or interpreter; null if it was not read aloud
 * @param purposes receiver, onward (to other services of the kind), contact, statistics
 * @param until the last day it holds
 */
public record Agreement(
        String textId,
        String textVersion,
        String language,
        String mode,
        String readAloudBy,
        List<String> purposes,
        Instant givenAt,
        LocalDate until,
        Instant withdrawnAt) {

    public Agreement {
        purposes = List.copyOf(purposes);
    }

    public boolean covers(String purpose, LocalDate today) {
        return withdrawnAt == null && purposes.contains(purpose) && !today.isAfter(until);
    }
}
