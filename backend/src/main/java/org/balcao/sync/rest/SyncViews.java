package org.balcao.sync.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Json;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of sources and runs. */
interface SyncViews {

    @Schema(name = "SyncSource", description = "Where an organization's records come from.")
    record SourceView(
            String id,
            String name,

            @Schema(description = "Whose it is.") UUID organizationId,

            @Schema(description = "The id that the source has for that organization.")
            String ownExternalId,

            @Schema(description = "It may publish other organizations too.")
            boolean publishesOthers,

            @Schema(
                    description = "It waits until a second person of the national team has confirmed it.",
                    enumeration = {"active", "waiting"})
            String state,

            @Schema(description = "Of a spreadsheet: what each column means.")
            Map<String, Object> columnMap) {

        @SuppressWarnings("unchecked")
        static SourceView of(Source source) {
            return new SourceView(
                    source.id(),
                    source.name(),
                    source.organizationId(),
                    source.ownExternalId(),
                    source.publishesOthers(),
                    source.confirmed() ? "active" : "waiting",
                    source.columnMap() == null
                            ? null
                            : Json.MAPPER.convertValue(Json.read(source.columnMap()), Map.class));
        }
    }

    @Schema(name = "NewSyncSource")
    record SourceBody(
            @Schema(required = true) String name,

            @Schema(description = "By the national team: whose it is; else the caller's own.")
            UUID organizationId,

            String ownExternalId,

            @Schema(description = "By the national team only; a second person of it confirms this.")
            Boolean publishesOthers,

            @Schema(
                    description =
                            "Of a spreadsheet: by the name of a column what it means, of id, name, description, status, phone, email, url, "
                                    + "address, postal_code, city, languages, application_process, required_documents, fees_description.")
            Map<String, String> columnMap) {}

    @Schema(
            name = "SyncRun",
            description =
                    "One delivery, and what became of it: in = created + updated + kept + withdrawn + skipped + quarantined, once done.")
    record RunView(
            UUID id,
            String source,

            @Schema(enumeration = {"upsert", "snapshot"}) String mode,

            @Schema(description = "Planned only.") boolean dryRun,

            @Schema(
                    enumeration = {
                        "received",
                        "planned",
                        "needs_decision",
                        "applying",
                        "done",
                        "done_with_problems",
                        "failed",
                        "cancelled"
                    })
            String state,

            @Schema(description = "json, json_lines, tabular, spreadsheet or csv, as it was found.")
            String format,

            String sha256,
            long bytes,
            Instant receivedAt,
            Instant finishedAt,

            @Schema(description = "Why it failed, or what has to be decided: a code, a colon, a sentence.")
            String reason,

            @Schema(description = "How far it came.") int recordsRead,

            int recordsPlanned,
            int recordsApplied,

            @Schema(description = "How many records there are.")
            Integer records,

            @Schema(description = "How many records have each outcome; before it is applied, each action.")
            Map<String, Integer> counts) {

        static RunView of(Run run, Map<String, Integer> counts) {
            return new RunView(
                    run.id(),
                    run.source(),
                    run.mode(),
                    run.dryRun(),
                    run.state(),
                    run.format(),
                    run.sha256(),
                    run.bytes(),
                    run.receivedAt(),
                    run.finishedAt(),
                    run.reason(),
                    run.read(),
                    run.planned(),
                    run.applied(),
                    counts == null
                            ? null
                            : counts.values().stream().mapToInt(each -> each).sum(),
                    counts);
        }
    }

    @Schema(name = "SyncItem", description = "One record of a delivery: what was planned and what became of it.")
    record ItemView(
            int seq,
            String type,
            String externalId,

            @Schema(description = "Where it stands in the file.")
            Integer line,

            @Schema(enumeration = {"create", "update", "keep", "withdraw", "skip", "quarantine"})
            String action,

            @Schema(enumeration = {"created", "updated", "kept", "withdrawn", "skipped", "quarantined"})
            String outcome,

            @Schema(description = "Our record.") UUID recordId,

            @Schema(description = "Per field what was there and what comes.")
            JsonNode changes,

            @Schema(description = "Fields that somebody with a better right holds.")
            JsonNode conflicts,

            List<ProblemView> problems) {

        static ItemView of(Item item) {
            return new ItemView(
                    item.seq(),
                    item.kind().plural(),
                    item.externalId(),
                    item.line() == 0 ? null : item.line(),
                    item.action(),
                    item.outcome(),
                    item.recordId(),
                    item.changes(),
                    item.conflicts(),
                    item.problems().stream().map(ProblemView::of).toList());
        }
    }

    @Schema(name = "SyncProblem")
    record ProblemView(
            @Schema(
                    enumeration = {"error", "left_out", "warning"},
                    description =
                            "error: the record is kept back; left_out: this value is, and the rest is taken; warning: told.")
            String level,

            @Schema(description = "RFC 6901.") String pointer,

            String code,
            String message,

            @Schema(description = "Of the values that are allowed, the one that was probably meant.")
            String nearest) {
        static ProblemView of(Problem problem) {
            return new ProblemView(
                    problem.level(), problem.pointer(), problem.code(), problem.message(), problem.nearest());
        }
    }

    @Schema(name = "SyncItems")
    record ItemsView(
            List<ItemView> contents,

            @Schema(description = "Where the next page begins; absent on the last.")
            Integer after) {}

    @Schema(name = "SyncDecision")
    record DecisionBody(
            @Schema(
                    required = true,
                    enumeration = {"apply", "cancel"})
            String decision) {}

    @Schema(name = "RecordToTakeOver")
    record TakenOverBody(
            @Schema(required = true, description = "Our id of a record of one's own organization.")
            UUID recordId) {}

    @Schema(name = "WithdrawnRecord")
    record WithdrawnView(
            @Schema(
                    enumeration = {"withdrawn", "kept"},
                    description = "kept: it has another name too.")
            String outcome) {}
}
