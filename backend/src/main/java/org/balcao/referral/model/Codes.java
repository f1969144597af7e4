package org.balcao.referral.model;

import java.util.Set;

/** The codes that a referral may hold. What happened to a person is said in these and, where none fits, in 120 characters. */
public final class Codes {
    public static final String OTHER = "other";

    /** Outcome by which one leg passes the person on, with a leg of its own. */
    public static final String REFERRED_ON = "referred_on";

    public static final Set<String> OUTCOMES = Set.of(
            "got_help",
            "partly_helped",
            REFERRED_ON,
            "not_eligible",
            "no_capacity",
            "person_declined",
            "person_unreachable",
            "no_show",
            "met_elsewhere",
            "moved_away",
            OTHER);

    /** What an outcome can be corrected to: a correction begins no leg. */
    public static final Set<String> OUTCOMES_WITHOUT_NEXT_LEG = OUTCOMES.stream()
            .filter(each -> !each.equals(REFERRED_ON))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    public static final Set<String> DECLINE_REASONS = Set.of(
            "no_capacity",
            "not_eligible",
            "outside_area",
            "wrong_service",
            "language_not_covered",
            "missing_information",
            "duplicate",
            "service_closed",
            "conflict_of_interest",
            "better_placed",
            OTHER);

    public static final Set<String> WITHDRAW_REASONS = Set.of("person_asked", "by_mistake", "met_elsewhere", "safety");

    public static final Set<String> HOLD_REASONS = Set.of("waiting_list", "awaiting_document", "awaiting_third_party");

    /** Why nobody's agreement was asked. */
    public static final Set<String> VITAL_INTERESTS = Set.of("danger_to_life", "cannot_say", "child_in_danger");

    public static final Set<String> QUESTIONS = Set.of("contact", "document", "date", "language");

    public static final Set<String> ANSWERS = Set.of("yes", "no", "not_known", "will_bring", "has_changed");

    public static final Set<String> STATEMENTS = Set.of("not_contacted", "got_help", "partly", "no_help");

    /** How a desk knows that it is the person. */
    public static final Set<String> VERIFIED = Set.of("in_person", "called_back");

    public static final Set<String> AGE_BANDS = Set.of("13-17", "18-29", "30-64", "65+");

    public static final Set<String> HOUSEHOLDS = Set.of("1", "2", "3-4", "5+");

    public static final Set<String> ACCESSIBILITY =
            Set.of("wheelchair", "sign_language", "low_vision", "hearing", "reading_help", "companion");

    public static final Set<String> DOCUMENTS = Set.of(
            "residence_permit",
            "permit_receipt",
            "protection_receipt",
            "passport",
            "identity_card",
            "visa",
            "proof_of_address",
            "proof_of_income",
            "birth_certificate",
            "school_record",
            "work_contract",
            "degree",
            "none");

    public static final Set<String> CHANNELS = Set.of("phone", "email", "desk", "returns");

    public static final Set<String> HOURS = Set.of("any", "morning", "afternoon", "evening");

    public static final Set<String> AGREEMENT_MODES = Set.of("signed", "spoken", "ticked");

    /** What an agreement can cover. */
    public static final Set<String> PURPOSES = Set.of("receiver", "onward", "contact", "statistics");

    private Codes() {}
}
