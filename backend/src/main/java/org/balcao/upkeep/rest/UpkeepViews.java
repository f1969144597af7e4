package org.balcao.upkeep.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.Provenance.Holder;
import org.balcao.upkeep.model.Conflict;
import org.balcao.upkeep.model.Correction;
import org.balcao.upkeep.model.Edit;
import org.balcao.upkeep.model.Quality;
import org.balcao.upkeep.model.Verification;
import org.balcao.upkeep.store.Links.Dead;
import org.balcao.upkeep.usecase.EditRecords.Seen;
import org.balcao.upkeep.usecase.ListListings.Listing;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of records to who looks after them. */
interface UpkeepViews {

    @Schema(name = "Listing", description = "A service of one's list.")
    record ListingView(
            UUID id,
            String name,
            String status,

            @Schema(description = "When somebody last looked at it and said that it is right.")
            LocalDate assuredDate,

            @Schema(description = "Of a hundred: how much of what a person needs it says.")
            int quality,

            @Schema(
                    description = "What it does not say.",
                    enumeration = {
                        "description",
                        "contact",
                        "hours",
                        "place",
                        "languages",
                        "documents",
                        "eligibility",
                        "cost",
                        "translation",
                        "check"
                    })
            List<String> missing,

            @Schema(description = "Fields of which somebody else says something else.")
            int conflicts,

            @Schema(
                    enumeration = {"fresh", "ageing", "stale", "hidden"},
                    description = "Whether somebody looked at it lately.")
            String freshness,

            @Schema(description = "What it becomes next if nobody looks at it; absent if nothing within a month.")
            String nextStep,

            @Schema(description = "On that day, or later.") LocalDate nextStepOn) {
        static ListingView of(Listing listing) {
            Quality quality = listing.quality();
            return new ListingView(
                    listing.service().id(),
                    listing.service().name(),
                    listing.service().status(),
                    listing.service().assuredDate(),
                    quality.score(),
                    quality.missing(),
                    listing.service().conflicts(),
                    listing.service().freshness(),
                    listing.next() == null ? null : listing.next().step(),
                    listing.next() == null ? null : listing.next().due());
        }
    }

    @Schema(name = "Listings")
    record ListingsView(
            List<ListingView> contents,

            @Schema(description = "Where the next page begins; absent on the last.")
            UUID after) {}

    @Schema(name = "FieldHolder", description = "Who says what a field says.")
    record HolderView(
            @Schema(description = "A source, or page if a person said it here.")
            String source,

            @Schema(enumeration = {"national_lock", "own_edit", "own_feed", "another"})
            String rank,

            Instant at,
            LocalDate until) {
        static HolderView of(Holder holder) {
            String rank = switch (holder.rank()) {
                case Provenance.NATIONAL_LOCK -> "national_lock";
                case Provenance.OWN_EDIT -> "own_edit";
                case Provenance.OWN_FEED -> "own_feed";
                default -> "another";
            };
            return new HolderView(holder.source(), rank, holder.at(), holder.until());
        }
    }

    @Schema(name = "ConflictView", description = "Two say different things of one field.")
    record ConflictView(
            UUID id,
            String type,
            UUID recordId,
            String field,

            @Schema(description = "What is there.") JsonNode current,

            @Schema(description = "What somebody else says.")
            JsonNode offered,

            String heldBy,
            String offeredBy,
            Instant at) {
        static ConflictView of(Conflict conflict) {
            return new ConflictView(
                    conflict.id(),
                    Kind.of(conflict.kind()).plural(),
                    conflict.recordId(),
                    conflict.field(),
                    conflict.current(),
                    conflict.offered(),
                    conflict.heldBy(),
                    conflict.offeredBy(),
                    conflict.at());
        }
    }

    @Schema(name = "EditView", description = "A change that a person made, or wants to make.")
    record EditView(
            UUID id,
            String type,
            UUID recordId,

            @Schema(description = "Per field what was there and what comes.", type = SchemaType.ARRAY)
            JsonNode changes,

            String reason,
            LocalDate lockedUntil,

            @Schema(enumeration = {"waiting", "applied", "rejected", "rolled_back"})
            String state,

            @Schema(description = "In which role it was made.")
            String role,

            @Schema(description = "It is the caller's own.") boolean mine,

            Instant at,
            Instant decidedAt,
            UUID rollsBack) {
        static EditView of(Edit edit, String subject) {
            return new EditView(
                    edit.id(),
                    Kind.of(edit.kind()).plural(),
                    edit.recordId(),
                    edit.changes(),
                    edit.reason(),
                    edit.lockedUntil(),
                    edit.state(),
                    edit.role(),
                    edit.editedBy().equals(subject),
                    edit.at(),
                    edit.decidedAt(),
                    edit.rollsBack());
        }
    }

    @Schema(name = "EditableRecord", description = "A record for who may change it, in the words of HSDS.")
    record RecordView(
            String type,
            UUID id,
            JsonNode body,

            @Schema(description = "By field who said what it says, where that is known.")
            Map<String, HolderView> holders,

            List<ConflictView> conflicts,
            List<EditView> edits) {
        static RecordView of(Seen seen, String subject) {
            return new RecordView(
                    seen.kind().plural(),
                    seen.id(),
                    seen.body(),
                    seen.holders().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> HolderView.of(each.getValue()))),
                    seen.conflicts().stream().map(ConflictView::of).toList(),
                    seen.edits().stream()
                            .map(edit -> EditView.of(edit, subject))
                            .toList());
        }
    }

    @Schema(name = "NewEdit")
    record EditBody(
            @Schema(
                    required = true,
                    description = "Fields of the record with what they shall say; null takes one away.")
            JsonNode fields,

            @Schema(required = true, description = "Why, in a few words.", maxLength = 300)
            String reason,

            @Schema(description = "By the national team: nobody else changes these fields until then.")
            LocalDate lockedUntil) {}

    @Schema(name = "EditReason")
    record ReasonBody(
            @Schema(required = true, maxLength = 300) String reason) {}

    @Schema(name = "EditDecision")
    record ConfirmBody(
            @Schema(
                    required = true,
                    enumeration = {"confirm", "reject"})
            String decision) {}

    @Schema(name = "TakeDecision")
    record TakeBody(
            @Schema(
                    required = true,
                    enumeration = {"take", "leave"})
            String decision) {}

    @Schema(name = "Confirmation")
    record ConfirmationBody(
            @Schema(description = "All of one's active services if it is absent.")
            List<UUID> services) {}

    @Schema(name = "Confirmed")
    record ConfirmedView(
            @Schema(description = "So many were not yet checked today.")
            int services) {}

    @Schema(name = "DeadLink")
    record DeadLinkView(
            String url,
            String type,
            UUID recordId,
            String name,

            @Schema(description = "What the server says; absent if nobody answers.")
            Integer status,

            Instant since) {
        static DeadLinkView of(Dead dead) {
            return new DeadLinkView(
                    dead.url(),
                    Kind.of(dead.kind()).plural(),
                    dead.recordId(),
                    dead.name(),
                    dead.status(),
                    dead.since());
        }
    }

    @Schema(name = "NewVerification", description = "What came of looking at a service.")
    record VerificationBody(
            @Schema(
                    required = true,
                    enumeration = {"phone", "visit", "mail", "website"})
            String way,

            @Schema(
                    required = true,
                    enumeration = {"confirmed", "changed", "no_answer", "closed"})
            String outcome,

            @Schema(description = "What is worth knowing next time; no names of persons.", maxLength = 300)
            String remark) {}

    @Schema(name = "Verification")
    record VerificationView(
            UUID id,

            @Schema(
                    enumeration = {"phone", "visit", "mail", "website", "page"},
                    description = "page: said on our page by who gives it.")
            String way,

            @Schema(enumeration = {"confirmed", "changed", "no_answer", "closed"})
            String outcome,

            String remark,
            String role,
            Instant at) {
        static VerificationView of(Verification verification) {
            return new VerificationView(
                    verification.id(),
                    verification.way(),
                    verification.outcome(),
                    verification.remark(),
                    verification.role(),
                    verification.at());
        }
    }

    @Schema(name = "NewCorrection", description = "What somebody says is wrong; who they are is not asked.")
    record CorrectionBody(
            @Schema(
                    required = true,
                    enumeration = {"organizations", "services", "locations"})
            String type,

            @Schema(required = true) UUID id,

            @Schema(
                    required = true,
                    enumeration = {"wrong", "closed", "moved", "scam", "other"})
            String about,

            @Schema(maxLength = 60) String field,

            @Schema(description = "What it should say.", maxLength = 500)
            String proposed,

            @Schema(description = "In their own words.", maxLength = 500)
            String remark) {}

    @Schema(name = "CorrectionTaken")
    record CorrectionCodeView(
            @Schema(description = "With it one sees what became of it.")
            String code) {}

    @Schema(name = "CorrectionCode")
    record CodeBody(@Schema(required = true) String code) {}

    @Schema(name = "CorrectionState")
    record CorrectionStateView(
            @Schema(enumeration = {"open", "taken", "rejected"})
            String state,

            Instant at,
            Instant decidedAt) {
        static CorrectionStateView of(Correction correction) {
            return new CorrectionStateView(correction.state(), correction.at(), correction.decidedAt());
        }
    }

    @Schema(name = "Correction")
    record CorrectionView(
            UUID id,
            String type,
            UUID recordId,
            String about,
            String field,
            String proposed,
            String remark,
            String state,
            Instant at) {
        static CorrectionView of(Correction correction) {
            return new CorrectionView(
                    correction.id(),
                    Kind.of(correction.kind()).plural(),
                    correction.recordId(),
                    correction.about(),
                    correction.field(),
                    correction.proposed(),
                    correction.remark(),
                    correction.state(),
                    correction.at());
        }
    }
}
