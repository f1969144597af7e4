package org.balcao.referral.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a referral.
 *
 * @param kind a step's word, or reminded, contact_tried, question_asked, answer_given, person_said, outcome_corrected, viewed, opened, new_code
 * @param subject who did it, opaque; null for the person and the clock
 * @param version the referral's version after it
 */
public record Event(
        UUID referralId,
        int seq,
        String kind,
        String actor,
        String subject,
        UUID organization,
        State from,
        State to,
        int version,
        String code,
        Instant at) {}
