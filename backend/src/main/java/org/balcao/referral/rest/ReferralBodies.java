package org.balcao.referral.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to us about referrals. A property that is not named here is refused. */
interface ReferralBodies {

    @Schema(
            name = "NewReferral",
            description = "A person is sent to a service. What is under person is sealed until the receiver accepts.")
    record ReferralBody(
            @Schema(required = true, description = "An HSDS service that takes referrals.")
            UUID serviceId,

            @Schema(description = "An ended referral that this one follows.")
            UUID previousId,

            @Schema(
                    required = true,
                    enumeration = {"emergency", "urgent", "normal"})
            String priority,

            @Schema(description = "A code of the taxonomy balcao-needs.")
            String need,

            @Schema(required = true, description = "That the person speaks, best first; ISO 639.")
            List<String> languages,

            @Schema(description = "An interpreter is needed.")
            Boolean interpreter,

            @Schema(description = "Where the person lives, by its official number.")
            String municipality,

            @Schema(
                    required = true,
                    enumeration = {"13-17", "18-29", "30-64", "65+"})
            String ageBand,

            @Schema(enumeration = {"1", "2", "3-4", "5+"}) String household,

            @Schema(description = "Of wheelchair, sign_language, low_vision, hearing, reading_help, companion.")
            List<String> accessibility,

            @Schema(
                    description =
                            "What the rules of the service ask for, by fact id, as in an eligibility check. No date of birth, no nationality.")
            Map<String, Object> facts,

            @Schema(description = "That the person will bring, as codes.")
            List<String> documents,

            @Schema(description = "The last day of a programme that the person is in.")
            String personDeadline,

            @Schema(required = true) PersonBody person,

            @Schema(
                    description =
                            "Somebody else of the household has an open referral to this service with the same contact, and this is another person.")
            Boolean anotherPerson,

            @Schema(
                    description =
                            "What the person agreed to; needed unless vital_interest_id says why nobody could ask.")
            AgreementBody agreement,

            @Schema(description = "Of a confirmed vital interest, instead of an agreement; at desks only.")
            UUID vitalInterestId) {}

    @Schema(name = "PersonToReach")
    record PersonBody(
            @Schema(
                    required = true,
                    description = "What to call the person; not the name of the papers.",
                    maxLength = 60)
            String called,

            @Schema(
                    required = true,
                    enumeration = {"phone", "email", "desk", "returns"})
            String channel,

            @Schema(description = "The telephone number (E.164) or e-mail address, of these two channels.")
            String contact,

            @Schema(description = "Leave no message.") Boolean noMessage,

            @Schema(description = "Do not say who calls.") Boolean doNotSayWho,

            @Schema(enumeration = {"any", "morning", "afternoon", "evening"})
            String hours,

            @Schema(
                    description = "What else the receiver has to know. Numbers, dates and web addresses are refused.",
                    maxLength = 280)
            String note) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "GivenAgreement")
    record AgreementBody(
            @Schema(required = true, description = "Of the text that was shown.")
            String textId,

            @Schema(required = true) String textVersion,

            @Schema(required = true, description = "In which language.")
            String language,

            @Schema(
                    required = true,
                    enumeration = {"signed", "spoken", "ticked"})
            String mode,

            @Schema(enumeration = {"mediator", "interpreter"})
            String readAloudBy,

            @Schema(required = true, description = "Of receiver, onward, contact, statistics.")
            List<String> purposes) {}

    @Schema(name = "StepReason", description = "Why, or with what outcome.")
    record ReasonBody(
            @Schema(required = true) String code,

            @Schema(description = "Of the code other only.", maxLength = 120)
            String remark,

            @Schema(description = "To suggest or to pass on to.")
            UUID serviceId) {}

    @Schema(name = "StepForward")
    record ForwardBody(@Schema(required = true) UUID serviceId) {}

    @Schema(name = "StepContact")
    record ContactBody(
            @Schema(required = true, description = "The day the person was reached.", example = "2026-11-25")
            String on) {}

    @Schema(name = "StepHold")
    record HoldBody(
            @Schema(
                    required = true,
                    enumeration = {"waiting_list", "awaiting_document", "awaiting_third_party"})
            String code,

            @Schema(
                    required = true,
                    description = "When to look again, at most 60 days from now.",
                    example = "2026-12-10")
            String reviewOn) {}

    @Schema(name = "CodedNote")
    record CodeBody(@Schema(required = true) String code) {}

    @Schema(name = "NewCode", description = "How a desk knows that it is the person, who asked by themselves.")
    record NewCodeBody(
            @Schema(enumeration = {"in_person", "called_back"})
            String verified) {}

    @Schema(name = "PaperCode", description = "The code on paper; it is never part of an address.")
    record PaperCodeBody(@Schema(required = true) String code) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "PaperCodeWithReason")
    record PaperCodeReasonBody(
            @Schema(required = true) String code,
            @Schema(required = true) String reason) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "NewVitalInterest")
    record VitalInterestBody(
            @Schema(required = true, description = "The service that has to know at once.")
            UUID serviceId,

            @Schema(
                    required = true,
                    enumeration = {"danger_to_life", "cannot_say", "child_in_danger"})
            String reason) {}

    @Schema(name = "Intake")
    record IntakeBody(
            @Schema(description = "The person's page says \"support service\" instead of the name.")
            Boolean sensitive) {}
}
