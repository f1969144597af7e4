package org.balcao.referral.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.Step;
import org.balcao.referral.usecase.FollowByCode.Held;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of referrals. */
interface ReferralViews {

    @Schema(name = "Referral")
    record ReferralView(
            UUID id,

            @Schema(description = "The need as a whole, over all legs.")
            UUID chainId,

            int position,
            UUID parentId,
            UUID previousId,

            @Schema(enumeration = {"desk", "self"}) String origin,

            @Schema(description = "As what the caller takes part: sender, receiver.")
            List<String> parties,

            UUID senderOrganizationId,
            UUID receiverOrganizationId,
            UUID serviceId,

            @Schema(implementation = ListingView.class, description = "The service as it was when this was sent.")
            @JsonRawValue
            String listing,

            String state,
            String resumesTo,

            @Schema(description = "Steps that the caller can take now.")
            List<String> actions,

            String priority,
            String need,
            List<String> languages,
            boolean interpreter,
            String municipality,
            String ageBand,
            String household,
            List<String> accessibility,

            @Schema(implementation = Object.class) @JsonRawValue
            String facts,

            List<String> documents,
            LocalDate personDeadline,
            String code,
            String remark,
            UUID suggestedServiceId,

            @Schema(enumeration = {"public_task", "consent", "vital_interest"})
            String legalBasis,

            Instant sentAt,
            Instant firstViewedAt,
            Instant studiedAt,
            Instant answeredAt,
            LocalDate firstContactOn,
            Instant endedAt,
            Instant answerBy,

            @Schema(description = "By when somebody has to do something; absent where nobody has to.")
            Instant dueAt,

            boolean overdue,
            LocalDate reviewOn,

            @Schema(description = "Whether the caller may read how to reach the person.")
            boolean opened,

            List<LegView> legs,
            List<EventView> events,
            AgreementView agreement) {}

    @Schema(name = "ReferralListing")
    record ListingView(String name, String organization, String email, String phone, String address) {}

    @Schema(name = "ReferralLeg", description = "Where a leg of the chain stands.")
    record LegView(
            UUID id,
            int position,

            @Schema(implementation = ListingView.class) @JsonRawValue
            String listing,

            String state,
            Instant sentAt,
            Instant answeredAt,
            Instant endedAt) {
        static LegView of(Referral leg) {
            return new LegView(
                    leg.id(),
                    leg.position(),
                    leg.listing(),
                    leg.state().word(),
                    leg.sentAt(),
                    leg.answeredAt(),
                    leg.endedAt());
        }
    }

    @Schema(name = "ReferralEvent")
    record EventView(int seq, String kind, String actor, UUID organizationId, String state, String code, Instant at) {
        static EventView of(Event event) {
            return new EventView(
                    event.seq(),
                    event.kind(),
                    event.actor(),
                    event.organization(),
                    event.to().word(),
                    event.code(),
                    event.at());
        }
    }

    @Schema(name = "Agreement")
    record AgreementView(
            String textId,
            String textVersion,
            String language,
            String mode,
            String readAloudBy,
            List<String> purposes,
            Instant givenAt,
            LocalDate until,
            Instant withdrawnAt) {
        static AgreementView of(Agreement agreement) {
            return agreement == null
                    ? null
                    : new AgreementView(
                            agreement.textId(),
                            agreement.textVersion(),
                            agreement.language(),
                            agreement.mode(),
                            agreement.readAloudBy(),
                            agreement.purposes(),
                            agreement.givenAt(),
                            agreement.until(),
                            agreement.withdrawnAt());
        }
    }

    @Schema(name = "ReferralPage")
    record PageView(
            List<ReferralView> contents,

            @Schema(description = "Of the parameter after, for the next page.")
            String after,

            CountsView counts) {}

    @Schema(name = "ReferralCounts")
    record CountsView(int open, int waiting, int dueToday, int overdue) {}

    @Schema(name = "SentReferral")
    record SentView(
            ReferralView referral,

            @Schema(
                    description =
                            "To be printed. The same request again gets it again for 15 minutes from /referrals/self; from a desk it is absent then.")
            String code) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "NewPaperCode")
    record CodeView(String code) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "ReachablePerson")
    record PersonView(
            String called,
            String channel,
            String contact,
            boolean noMessage,
            boolean doNotSayWho,
            String hours,
            String note) {
        static PersonView of(Person person) {
            return new PersonView(
                    person.called(),
                    person.channel(),
                    person.contact(),
                    person.noMessage(),
                    person.doNotSayWho(),
                    person.hours(),
                    person.note());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "FollowedReferral", description = "What the person's page shows: nothing that the person told.")
    record FollowedView(List<FollowedLegView> legs, List<String> actions) {}

    @Schema(name = "FollowedLeg")
    record FollowedLegView(
            String state,

            @Schema(description = "Absent where it is sensitive: then it is a support service.")
            String organization,

            String service,
            String phone,
            String address,
            Instant sentAt,

            @Schema(description = "By when an answer or a call is due.")
            Instant dueAt,

            boolean overdue,
            Instant endedAt,
            String code) {}

    @Schema(name = "HeldOfPerson", description = "All that is held.")
    record HeldView(
            List<ReferralView> referrals, PersonView person, List<AgreementView> agreements, List<EventView> events) {
        static HeldView of(Held held, Instant now) {
            return new HeldView(
                    held.legs().stream().map(leg -> view(leg, List.of(), now)).toList(),
                    held.person().map(PersonView::of).orElse(null),
                    held.agreements().stream().map(AgreementView::of).toList(),
                    held.events().stream().map(EventView::of).toList());
        }
    }

    @Schema(name = "ServiceIntake", description = "A service that takes referrals.")
    record IntakeView(UUID serviceId, UUID organizationId, boolean sensitive) {}

    /** One of its parties sees all; who is none sees only where it stands. */
    static ReferralView view(Referral referral, List<String> parties, Instant now) {
        return view(referral, parties, List.of(), null, null, null, now);
    }

    static ReferralView view(
            Referral referral,
            List<String> parties,
            List<Step> open,
            List<Referral> legs,
            List<Event> events,
            Agreement agreement,
            Instant now) {
        return new ReferralView(
                referral.id(),
                referral.chainId(),
                referral.position(),
                referral.parentId(),
                referral.previousId(),
                referral.origin(),
                parties,
                referral.senderOrg(),
                referral.receiverOrg(),
                referral.serviceId(),
                referral.listing(),
                referral.state().word(),
                referral.resumesTo() == null ? null : referral.resumesTo().word(),
                open.stream().map(Step::word).toList(),
                referral.priority().word(),
                referral.need(),
                referral.languages(),
                referral.interpreter(),
                referral.municipality(),
                referral.ageBand(),
                referral.household(),
                referral.accessibility(),
                referral.facts(),
                referral.documents(),
                referral.personDeadline(),
                referral.code(),
                referral.remark(),
                referral.suggestedServiceId(),
                referral.legalBasis(),
                referral.sentAt(),
                referral.firstViewedAt(),
                referral.studiedAt(),
                referral.answeredAt(),
                referral.firstContactOn(),
                referral.endedAt(),
                referral.answerBy(),
                referral.dueAt(),
                referral.dueAt() != null && now.isAfter(referral.dueAt()),
                referral.reviewOn(),
                parties.contains("sender") || (parties.contains("receiver") && referral.isOpenedToReceiver()),
                legs == null ? null : legs.stream().map(LegView::of).toList(),
                events == null ? null : events.stream().map(EventView::of).toList(),
                AgreementView.of(agreement));
    }
}
