package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.access.Caller;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Proposal;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.DirectoryRows.Wanted;
import org.balcao.sync.store.Holdings;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Duplicate;
import org.balcao.upkeep.model.Merged;
import org.balcao.upkeep.store.Duplicates;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.store.Merges;
import org.jdbi.v3.core.Handle;

/**
 * Makes one record of two that are the same thing in the world. The one that stays keeps what it says and takes what it does not say from the other; what
 * pointed at the other, and what sources call it, is from then on the one that stays, and who asks for the other is led there. All of it can be taken back.
 */
@ApplicationScoped
public class MergeRecords {
    private static final int SHOWN = 50;

    /** Where a proposal has the fingerprint of what whoever made it saw. */
    private static final String SEEN = "seen";

    /** What one record says only of itself, so that another does not take it over. */
    private static final Set<String> OF_ITSELF = Set.of(
            "id",
            "status",
            "confidence",
            "assured_date",
            "assurer",
            "assurer_email",
            "translations",
            "metadata",
            "notes");

    private final SyncDatabase database;
    private final Edits edits;
    private final Images images;
    private final DirectoryRows rows;
    private final Duplicates duplicates;
    private final Merges merges;
    private final Holdings holdings;
    private final FieldLocks fieldLocks;
    private final Proposals proposals;
    private final Clock clock;

    MergeRecords(
            SyncDatabase database,
            Edits edits,
            Images images,
            DirectoryRows rows,
            Duplicates duplicates,
            Merges merges,
            Holdings holdings,
            FieldLocks fieldLocks,
            Proposals proposals,
            Clock clock) {
        this.database = database;
        this.edits = edits;
        this.images = images;
        this.rows = rows;
        this.duplicates = duplicates;
        this.merges = merges;
        this.holdings = holdings;
        this.fieldLocks = fieldLocks;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** Two records that may be the same, with what each says. */
    public record Proposed(Duplicate duplicate, ObjectNode one, ObjectNode other) {}

    /** The surest first. */
    public List<Proposed> proposed() {
        return database.call(handle -> {
            List<Duplicate> open = duplicates.open(handle, SHOWN);
            Map<UUID, ObjectNode> now = new HashMap<>();
            for (Kind kind : FindDuplicates.KINDS) {
                now.putAll(images.now(
                        handle,
                        kind,
                        open.stream()
                                .filter(each -> each.kind().equals(kind.word()))
                                .flatMap(each -> Stream.of(each.one(), each.other()))
                                .distinct()
                                .toList()));
            }
            return open.stream()
                    .filter(each -> now.containsKey(each.one()) && now.containsKey(each.other()))
                    .map(each -> new Proposed(each, now.get(each.one()), now.get(each.other())))
                    .toList();
        });
    }

    /** They are two; nobody is asked again. */
    public void dismiss(Caller caller, UUID duplicate) {
        database.call(handle -> {
            Duplicate found = duplicates
                    .find(handle, duplicate)
                    .filter(each -> each.state().equals("open"))
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is nothing to decide of these two."));
            duplicates.decided(handle, found.kind(), found.one(), found.other(), "dismissed", caller.subject(), now());
            return null;
        });
    }

    public List<Merged> merged() {
        return database.call(handle -> merges.newest(handle, SHOWN));
    }

    /** One of the national team says that two are one; it is done once a second one has confirmed it. */
    public Proposal propose(Caller caller, Kind kind, UUID keep, UUID drop, String reason) {
        return Refusing.call(database, handle -> {
            Map<UUID, ObjectNode> now = both(handle, kind, keep, drop);
            return proposals.propose(
                    handle,
                    Action.MERGE,
                    nameIn(now.get(drop)) + " → " + nameIn(now.get(keep)),
                    Json.MAPPER
                            .createObjectNode()
                            .put("kind", kind.word())
                            .put("keep", keep.toString())
                            .put("drop", drop.toString())
                            .put(SEEN, Json.fingerprint(seen(now, keep, drop))),
                    reason,
                    caller.subject(),
                    now());
        });
    }

    /** The same of taking a merge back. */
    public Proposal proposeUndo(Caller caller, UUID id) {
        return Refusing.call(database, handle -> {
            Merged merged = undoable(handle, id);
            return proposals.propose(
                    handle,
                    Action.UNDO_MERGE,
                    merged.gone().path(0).path("body").path("name").asText(merged.kind()),
                    Json.MAPPER.createObjectNode().put("merge", id.toString()),
                    "they are two",
                    caller.subject(),
                    now());
        });
    }

    private static String nameIn(ObjectNode body) {
        return body.path("name").asText("…");
    }

    private Merged undoable(Handle handle, UUID id) {
        Merged merged = merges.find(handle, id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("Nothing was merged under this id."));
        if (merged.undoneAt() != null) {
            throw ProblemType.CONFLICT.because("It is taken back already.");
        }
        Kind kind = Kind.of(merged.kind());
        rows.owner(handle, kind, merged.kept());
        if (rows.existing(handle, kind, List.of(merged.kept())).isEmpty()) {
            throw ProblemType.CONFLICT.because("What was kept is not there any more.");
        }
        return merged;
    }

    /** Does what was proposed. */
    Merged merge(Handle handle, Caller second, JsonNode details, String reason) {
        Kind kind = Kind.of(details.path("kind").asText());
        UUID keep = UUID.fromString(details.path("keep").asText());
        UUID drop = UUID.fromString(details.path("drop").asText());
        Map<UUID, ObjectNode> now = both(handle, kind, keep, drop);
        AsProposed.check(details, SEEN, seen(now, keep, drop));
        return merge(handle, second, kind, keep, drop, now, reason);
    }

    /** What both say: a delivery or an edit may change it while the merge waits. */
    private static ObjectNode seen(Map<UUID, ObjectNode> now, UUID keep, UUID drop) {
        ObjectNode seen = Json.MAPPER.createObjectNode();
        seen.set("keep", now.get(keep));
        seen.set("drop", now.get(drop));
        return seen;
    }

    private Merged merge(
            Handle handle, Caller caller, Kind kind, UUID keep, UUID drop, Map<UUID, ObjectNode> now, String reason) {
        Map<UUID, UUID> meeting = merges.meeting(handle, kind, keep, drop);
        ArrayNode gone = Json.MAPPER.createArrayNode();
        ArrayNode sources = Json.MAPPER.createArrayNode();
        ObjectNode voices = take(handle, kind, drop, keep, now.get(drop), gone, sources);
        if (!meeting.isEmpty()) {
            Map<UUID, ObjectNode> places = images.now(handle, Kind.SERVICE_AT_LOCATION, meeting.keySet());
            meeting.forEach((place, stays) ->
                    take(handle, Kind.SERVICE_AT_LOCATION, place, stays, places.get(place), gone, sources));
            rows.delete(handle, Kind.SERVICE_AT_LOCATION, meeting.keySet());
        }
        ArrayNode moved = merges.move(handle, kind, drop, keep);
        rows.delete(handle, kind, List.of(drop));
        ObjectNode filled = fill(handle, kind, keep, now.get(keep), now.get(drop));
        merges.putVoices(handle, ofFields(voices, keep, filled));
        Merged merged = new Merged(
                UUID.randomUUID(),
                kind.word(),
                keep,
                drop,
                reason,
                gone,
                filled,
                moved,
                sources,
                caller.subject(),
                caller.role(),
                now(),
                null);
        merges.insert(handle, merged);
        duplicates.decided(handle, kind.word(), keep, drop, "merged", caller.subject(), merged.at());
        return merged;
    }

    /** Both are two again, each with what it said, unless somebody said otherwise since. */
    void undo(Handle handle, Caller caller, JsonNode details) {
        UUID id = UUID.fromString(details.path("merge").asText());
        Merged merged = undoable(handle, id);
        Kind kind = Kind.of(merged.kind());
        ObjectNode now = images.now(handle, kind, List.of(merged.kept())).get(merged.kept());
        empty(handle, kind, merged, now);
        List<Wanted> back = new ArrayList<>();
        for (JsonNode gone : merged.gone()) {
            ObjectNode body = (ObjectNode) gone.get("body");
            back.add(new Wanted(
                    Kind.of(gone.path("kind").asText()),
                    UUID.fromString(gone.path("id").asText()),
                    body,
                    Json.names(body),
                    null));
        }
        rows.write(handle, back);
        merges.moveBack(handle, merged);
        merges.callAsBefore(handle, merged);
        merged.gone().forEach(gone -> merges.putVoices(handle, gone.path("voices")));
        merges.undone(handle, id, caller.subject(), now());
        duplicates.decided(
                handle, merged.kind(), merged.kept(), merged.dropped(), "dismissed", caller.subject(), now());
    }

    /** Both records, which nobody changes meanwhile. */
    private Map<UUID, ObjectNode> both(Handle handle, Kind kind, UUID keep, UUID drop) {
        if (!FindDuplicates.KINDS.contains(kind)) {
            throw ProblemType.UNPROCESSABLE.at("/type", "must be one of organizations, services, locations");
        }
        if (keep.equals(drop)) {
            throw ProblemType.UNPROCESSABLE.at("/drop", "is the one that is kept");
        }
        new TreeSet<>(List.of(keep, drop)).forEach(each -> rows.owner(handle, kind, each));
        Map<UUID, ObjectNode> now = images.now(handle, kind, List.of(keep, drop));
        if (now.size() < 2) {
            throw ProblemType.NOT_FOUND.because("One of them is not there.");
        }
        if (holdings.of(handle, kind, drop).filter(Held::locked).isPresent()) {
            throw ProblemType.CONFLICT.because(
                    "The national team holds fields of the one that would go. Keep that one, or release it first.");
        }
        Set<UUID> meeting = merges.meeting(handle, kind, keep, drop).keySet();
        if (holdings.of(handle, Kind.SERVICE_AT_LOCATION, meeting).values().stream()
                .anyMatch(Held::locked)) {
            throw ProblemType.CONFLICT.because(
                    "The national team holds fields of where the one that would go is given, which would go too. Keep that one, or release them first.");
        }
        if (merges.isInUse(handle, drop)) {
            throw ProblemType.CONFLICT.because(
                    "Referrals go to the one that would go, or come from it. Keep that one, or close its intake and end its referrals first.");
        }
        if (hidden(now.get(keep)) < hidden(now.get(drop))) {
            throw ProblemType.CONFLICT.because("The one that would go hides more of its address. Keep that one.");
        }
        if (merges.isApart(handle, keep, drop)) {
            throw ProblemType.CONFLICT.because("One is part of the other, or both are one-stop centres: they are two.");
        }
        return now;
    }

    /** How much of its address a place keeps to itself: what is hidden never comes to light by being merged. */
    private static int hidden(ObjectNode body) {
        return switch (body.path("address_visibility").asText("full")) {
            case "hidden" -> 2;
            case "partial" -> 1;
            default -> 0;
        };
    }

    /** Notes all of a record that goes, and leads to the one that stays. */
    private ObjectNode take(
            Handle handle, Kind kind, UUID id, UUID into, ObjectNode body, ArrayNode gone, ArrayNode sources) {
        ObjectNode voices = merges.takeVoices(handle, id);
        gone.addObject()
                .put("kind", kind.word())
                .put("id", id.toString())
                .put("into", into.toString())
                .<ObjectNode>set("body", body)
                .<ObjectNode>set("voices", voices)
                .set("led", merges.callOtherwise(handle, id, into, sources));
        return voices;
    }

    /** What the one that stays does not say and the other said. */
    private ObjectNode fill(Handle handle, Kind kind, UUID keep, ObjectNode now, ObjectNode other) {
        ObjectNode filled = Json.MAPPER.createObjectNode();
        Set<String> locked = fieldLocks.of(handle, keep).keySet();
        for (Map.Entry<String, JsonNode> each : other.properties()) {
            if (!now.has(each.getKey())
                    // what the national team left empty stays empty
                    && !locked.contains(each.getKey())
                    && !OF_ITSELF.contains(each.getKey())
                    && !each.getKey().endsWith("_id")) {
                filled.set(each.getKey(), each.getValue());
            }
        }
        if (!filled.isEmpty()) {
            ObjectNode after = now.deepCopy();
            after.setAll(filled);
            rows.write(handle, List.of(new Wanted(kind, keep, after, Json.names(filled), now)));
        }
        return filled;
    }

    /** Takes out again what was filled in and still says the same. */
    private void empty(Handle handle, Kind kind, Merged merged, ObjectNode now) {
        ObjectNode after = now.deepCopy();
        Set<String> emptied = new TreeSet<>();
        for (Map.Entry<String, JsonNode> each : merged.filled().properties()) {
            JsonNode said = Images.comparable(kind.word(), each.getKey(), each.getValue());
            if (said.equals(Images.comparable(kind.word(), each.getKey(), now.get(each.getKey())))) {
                after.remove(each.getKey());
                emptied.add(each.getKey());
            }
        }
        if (!emptied.isEmpty()) {
            rows.write(handle, List.of(new Wanted(kind, merged.kept(), after, emptied, now)));
            merges.silence(handle, merged.kept(), emptied);
        }
    }

    /** Who said what was filled in says it still. */
    private static ObjectNode ofFields(ObjectNode voices, UUID keep, ObjectNode filled) {
        ObjectNode held = Json.MAPPER.createObjectNode();
        ArrayNode holders = held.putArray("provenance");
        held.putArray("conflict");
        for (JsonNode each : voices.path("provenance")) {
            if (filled.has(each.path("field").asText())) {
                holders.add(((ObjectNode) each.deepCopy()).put("record_id", keep.toString()));
            }
        }
        return held;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
