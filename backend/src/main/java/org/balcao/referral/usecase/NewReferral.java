package org.balcao.referral.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Priority;

/**
 * What is sent: checked field by field already.
 *
 * @param anotherPerson somebody else of the household asks, with the same way of contact
 * @param facts what the service's rules ask for, as JSON
 * @param agreement without the time it was given; null if two people of the desk answer for it instead
 * @param vitalInterestId what those two said; null with an agreement
 */
public record NewReferral(
        UUID serviceId,
        UUID previousId,
        Priority priority,
        String need,
        List<String> languages,
        boolean interpreter,
        String municipality,
        String ageBand,
        String household,
        List<String> accessibility,
        String facts,
        List<String> documents,
        LocalDate personDeadline,
        Person person,
        boolean anotherPerson,
        Agreement agreement,
        UUID vitalInterestId) {

    public NewReferral {
        languages = List.copyOf(languages);
        accessibility = List.copyOf(accessibility);
        documents = List.copyOf(documents);
    }
}
