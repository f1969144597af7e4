package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Proposal;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.store.Identities;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Conflict;
import org.balcao.upkeep.model.Edit;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.usecase.EditRecords.Wish;
import org.jdbi.v3.core.Handle;

/** Two say different things of one field, and whoever holds the record decides what it says. */
@ApplicationScoped
public class SettleConflicts {
    private static final int SHOWN = 50;

    /** Where a proposal has the fingerprint of what whoever made it saw. */
    private static final String SEEN = "seen";

    private final SyncDatabase database;
    private final Edits edits;
    private final EditRecords editRecords;
    private final Proposals proposals;
    private final Identities identities;

    SettleConflicts(
            SyncDatabase database, Edits edits, EditRecords editRecords, Proposals proposals, Identities identities) {
        this.database = database;
        this.edits = edits;
        this.editRecords = editRecords;
        this.proposals = proposals;
        this.identities = identities;
    }

    public List<Conflict> conflicts(Caller caller) {
        return database.call(handle -> edits.conflicts(handle, caller.organization(), SHOWN));
    }

    /** What comes of settling a conflict. */
    public sealed interface Settled {}

    /** It is settled, and the record's history says so. */
    public record Done(Edit edit) implements Settled {}

    /** A second person of the national team has to confirm it. */
    public record Waiting(Proposal proposal) implements Settled {}

    /**
     * Takes what was offered, or leaves what is there; either way nobody is asked again. Whose record it is does so alone, unless the national team has to
     * look at what is offered.
     */
    public Settled settle(Caller caller, UUID conflictId, boolean take) {
        return Refusing.call(database, handle -> {
            Conflict conflict = open(handle, conflictId);
            ObjectNode body = editRecords.mine(handle, caller, Kind.of(conflict.kind()), conflict.recordId());
            if (EditRecords.isNational(caller)) {
                return new Waiting(proposals.propose(
                        handle,
                        Action.SETTLE_CONFLICT,
                        conflict.field() + ": " + conflict.offeredBy(),
                        Json.MAPPER
                                .createObjectNode()
                                .put("conflict", conflictId.toString())
                                .put("take", take)
                                .put("kind", conflict.kind())
                                .put("record_id", conflict.recordId().toString())
                                .put(SEEN, Json.fingerprint(seen(conflict, body))),
                        reasonOf(conflict, take),
                        caller.subject(),
                        editRecords.now()));
            }
            if (conflict.heldBy().equals(Conflict.REVIEW) || take && takesAnothers(handle, caller, conflict, body)) {
                throw ProblemType.FORBIDDEN.because(
                        "It is a name or a telephone number that another organization is known by: the national team decides.");
            }
            return new Done(settle(handle, caller, conflict, take));
        });
    }

    /** What somebody of the national team proposed and another one has confirmed. */
    void settle(Handle handle, Caller second, JsonNode details) {
        Conflict conflict =
                open(handle, UUID.fromString(details.path("conflict").asText()));
        ObjectNode body = editRecords.mine(handle, second, Kind.of(conflict.kind()), conflict.recordId());
        AsProposed.check(details, SEEN, seen(conflict, body));
        settle(handle, second, conflict, details.path("take").asBoolean());
    }

    /** What the record says, what is offered instead, and by whom: a delivery may change it while it waits. */
    private static ObjectNode seen(Conflict conflict, ObjectNode body) {
        ObjectNode seen = Json.MAPPER.createObjectNode().put("offered_by", conflict.offeredBy());
        seen.set("offered", Images.comparable(conflict.kind(), conflict.field(), conflict.offered()));
        seen.set("said", Images.comparable(conflict.kind(), conflict.field(), body.get(conflict.field())));
        return seen;
    }

    /** However the conflict came about, what is offered may be a name or a number that another is known by. */
    private boolean takesAnothers(Handle handle, Caller caller, Conflict conflict, ObjectNode before) {
        ObjectNode after = before.deepCopy();
        after.set(conflict.field(), conflict.offered());
        return !identities
                .taken(handle, Kind.of(conflict.kind()), caller.organization(), before, after, Set.of(conflict.field()))
                .isEmpty();
    }

    private Conflict open(Handle handle, UUID id) {
        return edits.conflict(handle, id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such open conflict."));
    }

    private static String reasonOf(Conflict conflict, boolean take) {
        return (take ? "takes" : "leaves out") + " what " + conflict.offeredBy() + " says";
    }

    private Edit settle(Handle handle, Caller caller, Conflict conflict, boolean take) {
        Kind kind = Kind.of(conflict.kind());
        ObjectNode before = editRecords.mine(handle, caller, kind, conflict.recordId());
        edits.settled(handle, conflict.id(), caller.subject(), take, editRecords.now());
        ArrayNode changes = Json.MAPPER.createArrayNode();
        if (take) {
            changes.addObject()
                    .put("field", conflict.field())
                    .<ObjectNode>set("before", before.get(conflict.field()))
                    .set("after", conflict.offered());
            editRecords.checkLocks(handle, caller, conflict.recordId(), changes);
            editRecords.checkReferrals(handle, kind, conflict.recordId(), changes);
        }
        Edit edit = editRecords.edit(
                caller,
                kind,
                conflict.recordId(),
                editRecords.owner(handle, kind, conflict.recordId()),
                changes,
                new Wish(null, reasonOf(conflict, take), null),
                null,
                false);
        edits.insert(handle, edit);
        if (take) {
            // from now on this source is believed about this field
            editRecords.apply(handle, edit, conflict.offeredBy(), Provenance.OWN_FEED);
        }
        return edit;
    }
}
