package org.balcao.referral.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Two people of a desk say that a person's life has to be protected and that no agreement can be asked (GDPR article 6(1)(d)). Nothing of the
 * person is in it.
 *
 * @param reason danger_to_life, cannot_say or child_in_danger
 * @param askedBy opaque, from the identity provider
 * @param confirmedBy another person of the same desk; null as long as nobody confirmed
 * @param referralId what it was used for, once; null before
 */
public record VitalInterest(
        UUID id,
        UUID organizationId,
        UUID serviceId,
        String reason,
        String askedBy,
        Instant askedAt,
        String confirmedBy,
        Instant confirmedAt,
        UUID referralId) {}
