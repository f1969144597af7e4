package org.balcao.eligibility.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the rules and their answers look like on the wire. A property without a value is left out; days are as 2026-11-25. */
interface EligibilityViews {

    @Schema(name = "EligibilityProgrammes")
    record ProgrammesView(int totalItems, List<ProgrammeView> contents) {}

    @Schema(name = "EligibilityProgramme", description = "Something people may be entitled to, or may have to do.")
    record ProgrammeView(
            String id,
            String name,

            @Schema(description = "What it gives.") String description,

            @Schema(enumeration = {"entitlement", "service", "procedure", "status"})
            String kind,

            @Schema(description = "Who decides in each case.")
            String decidedBy,

            @Schema(description = "HSDS services that are this programme, by id.")
            List<String> services,

            @Schema(description = "BCP 47, of the name and the description.")
            String language,

            @Schema(description = "A person who speaks the language has read the sentences.")
            boolean reviewed,

            @Schema(
                    description = "The rules of each span of time, as written in the pack: see docs/eligibility.md.",
                    type = SchemaType.ARRAY,
                    implementation = Object.class)
            JsonNode versions) {}

    @Schema(name = "EligibilityAnswer", description = "What the rules say of a person on a day.")
    record AnswerView(
            String asOf,

            @Schema(description = "SHA-256 of the pack that was asked.")
            String pack,

            List<OutcomeView> outcomes,
            QuestionView nextQuestion) {}

    @Schema(name = "EligibilityOutcome")
    record OutcomeView(
            @Schema(description = "The programme's id.") String programme,
            String name,

            @Schema(
                    enumeration = {
                        "yes",
                        "yes-until",
                        "not-yet",
                        "ended",
                        "no",
                        "not-known",
                        "possible-authority-decides",
                        "disputed"
                    })
            String outcome,

            @Schema(description = "Of yes-until and ended the last day, of not-yet the first.")
            SpanView day,

            @Schema(description = "The last day to ask for it.")
            SpanView applyBy,

            String decidedBy,

            @Schema(
                    description = "Of the rules that counted; absent if none or several did.",
                    enumeration = {"draft", "reviewed", "published", "withdrawn"})
            String status,

            String inForceFrom,
            String inForceTo,

            @Schema(description = "Ids in the pack's sources.")
            List<String> sources,

            List<CriterionView> criteria,

            @Schema(description = "Facts that are open and could decide it.")
            List<String> missing,

            List<PaperView> documents,

            @Schema(description = "Steps to take.") List<StepView> next,

            @Schema(description = "When it will be otherwise, with nothing else changing.")
            List<ChangeView> changes) {}

    @Schema(
            name = "EligibilityDay",
            description = "The first and the last day that a day can be; the same if it is known.")
    record SpanView(String first, String last) {}

    @Schema(name = "EligibilityCriterion")
    record CriterionView(
            String id,
            String text,

            @Schema(enumeration = {"yes", "no", "unknown"}) String verdict,

            @Schema(
                    description = "It makes the outcome, fits while others are open, is open, or does not matter.",
                    enumeration = {"decides", "supports", "open", "irrelevant"})
            String role,

            String confidence,

            @Schema(description = "Who alone can judge it.") String assessedBy,

            @Schema(description = "Ids in the pack's sources.")
            List<String> cite) {}

    @Schema(name = "EligibilityPaper")
    record PaperView(
            String id,
            String text,
            @Schema(description = "Others that do as well.") List<TextView> alternatives) {}

    @Schema(name = "EligibilityStep")
    record StepView(
            String id,
            String text,

            @Schema(description = "The HSDS service where it is taken, by id.")
            String service) {}

    @Schema(name = "EligibilityText")
    record TextView(String id, String text) {}

    @Schema(name = "EligibilityChange")
    record ChangeView(String on, String outcome) {}

    @Schema(name = "EligibilityQuestion", description = "The fact that would decide most.")
    record QuestionView(
            String fact,
            String text,

            @Schema(enumeration = {"bool", "code", "date", "int"})
            String type,

            @Schema(description = "Of a code.") List<ChoiceView> choices) {}

    @Schema(name = "EligibilityChoice")
    record ChoiceView(String code, String text) {}

    @Schema(name = "EligibilityCheck", description = "What is known of a person.")
    record CheckView(
            @Schema(
                    description =
                            "By fact id: true or false, a code or a list of codes, a date, month or year, a number, or "
                                    + "{\"least\":0,\"most\":100}. What is left out is not known.")
            Map<String, Object> facts,

            @Schema(description = "The day to ask for; today if absent.")
            String asOf,

            @Schema(description = "Facts not to ask again.") List<String> asked,

            @Schema(description = "Ids; all if absent.") List<String> programmes) {}

    @Schema(name = "EligibilityPackSignature")
    record SignatureView(
            @Schema(description = "SHA-256 of the pack.") String pack,

            @Schema(enumeration = {"EdDSA"}) String alg,

            @Schema(description = "Ed25519 (RFC 8032) over the pack's bytes, base64url.")
            String signature,

            JwkView jwk) {}

    @Schema(name = "EligibilityPackKey", description = "RFC 8037.")
    record JwkView(String kty, String crv, String use, String x) {}
}
