package org.balcao.referral.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One leg of a person's way from one door to the next, without anything that tells who the person is. Times are moments; days are days in
 * Lisbon.
 *
 * @param chainId the need as a whole, over all legs
 * @param position of this leg: 1 to 3
 * @param senderOrg null when the person asked by themselves
 * @param rootOrg who sent the first leg
 * @param listing the service as it was when this was sent, as JSON
 * @param resumesTo of a referral on hold the state it left
 * @param version counts the steps
 * @param facts what the service's own rules ask for, as JSON
 * @param code of the step that ended it or put it on hold
 */
public record Referral(
        UUID id,
        UUID chainId,
        int position,
        UUID parentId,
        UUID previousId,
        String origin,
        UUID senderOrg,
        UUID rootOrg,
        UUID receiverOrg,
        UUID serviceId,
        String listing,
        State state,
        State resumesTo,
        int version,
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
        String code,
        String remark,
        UUID suggestedServiceId,
        boolean sensitive,
        String legalBasis,
        Instant sentAt,
        Instant firstViewedAt,
        Instant studiedAt,
        Instant answeredAt,
        LocalDate firstContactOn,
        Instant endedAt,
        Instant answerBy,
        Instant decideBy,
        Instant contactBy,
        Instant expiresAt,
        LocalDate reviewOn) {

    public static final int MOST_LEGS = 3;

    public Referral {
        languages = List.copyOf(languages);
        accessibility = List.copyOf(accessibility);
        documents = List.copyOf(documents);
    }

    /** As what an organization takes part in this leg. */
    public Set<Actor> partiesOf(UUID organization) {
        Set<Actor> parties = new HashSet<>();
        if (organization.equals(senderOrg)) {
            parties.add(Actor.SENDER);
        }
        if (organization.equals(receiverOrg)) {
            parties.add(Actor.RECEIVER);
        }
        return parties;
    }

    /** By when somebody has to do something; null where nobody has to. */
    public Instant dueAt() {
        return switch (state) {
            case SENT -> answerBy;
            case UNDER_STUDY -> decideBy;
            case ACCEPTED -> contactBy;
            case ON_HOLD -> reviewOn.atStartOfDay(Deadlines.HERE).toInstant();
            default -> null;
        };
    }

    /** Whether the receiver may read what is sealed. */
    public boolean isOpenedToReceiver() {
        return switch (state) {
            case ACCEPTED, IN_PROGRESS, COMPLETED -> true;
            case ON_HOLD -> resumesTo != State.UNDER_STUDY;
            default -> false;
        };
    }
}
