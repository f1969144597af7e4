package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.WriteRule;
import org.balcao.sync.model.WriteRule.Act;
import org.balcao.sync.model.WriteRule.Answer;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.model.WriteRule.Member;
import org.balcao.sync.model.WriteRule.NationalEditor;
import org.balcao.sync.model.WriteRule.Writer;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.DirectoryRows.Wanted;
import org.balcao.sync.store.Holdings;
import org.balcao.sync.store.Identities;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.Provenance.Holder;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Conflict;
import org.balcao.upkeep.model.Edit;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.store.Merges;
import org.jdbi.v3.core.Handle;

/**
 * People change records on our page: checked like what a feed says, against the version that they saw, with a reason, and so that it can be taken
 * back. What the national team changes of somebody's record, a lock, and a new organization wait for a second person.
 */
@ApplicationScoped
public class EditRecords {
    /** The name under which provenance has what people said on our page. */
    static final String SOURCE = "page";

    private static final int SHOWN = 50;

    private final SyncDatabase database;
    private final Edits edits;
    private final Images images;
    private final DirectoryRows rows;
    private final Provenance provenance;
    private final Holdings holdings;
    private final Identities identities;
    private final Merges merges;
    private final EditChecks editChecks;
    private final FieldLocks fieldLocks;
    private final Clock clock;

    EditRecords(
            SyncDatabase database,
            Edits edits,
            Images images,
            DirectoryRows rows,
            Provenance provenance,
            Holdings holdings,
            Identities identities,
            Merges merges,
            EditChecks editChecks,
            FieldLocks fieldLocks,
            Clock clock) {
        this.database = database;
        this.edits = edits;
        this.images = images;
        this.rows = rows;
        this.provenance = provenance;
        this.holdings = holdings;
        this.identities = identities;
        this.merges = merges;
        this.editChecks = editChecks;
        this.fieldLocks = fieldLocks;
        this.clock = clock;
    }

    /**
     * A record for who may change it.
     *
     * @param version changes whenever anything of it does
     * @param holders by field who said what it says, where that is known
     */
    public record Seen(
            Kind kind,
            UUID id,
            ObjectNode body,
            String version,
            Map<String, Holder> holders,
            List<Conflict> conflicts,
            List<Edit> edits) {
        public Seen {
            holders = Map.copyOf(holders);
            conflicts = List.copyOf(conflicts);
            edits = List.copyOf(edits);
        }
    }

    public Seen read(Caller caller, Kind kind, UUID id) {
        return database.call(handle -> {
            ObjectNode body = mine(handle, caller, kind, id);
            return new Seen(
                    kind,
                    id,
                    body,
                    Json.fingerprint(body),
                    new TreeMap<>(provenance.of(handle, List.of(id)).getOrDefault(id, Map.of())),
                    edits.conflictsOf(handle, id),
                    edits.of(handle, id, SHOWN));
        });
    }

    /** What somebody wants to change. */
    public record Wish(ObjectNode fields, String reason, LocalDate lockedUntil) {}

    /**
     * @param version that the caller saw
     * @return the edit, applied or waiting for a second person
     */
    public Edit edit(Caller caller, Kind kind, UUID id, String version, Wish wish) {
        return Refusing.call(database, handle -> {
            ObjectNode before = mine(handle, caller, kind, id);
            if (!Json.fingerprint(before).equals(version)) {
                throw ProblemType.PRECONDITION_FAILED.because("The record has changed since it was read.");
            }
            boolean national = isNational(caller);
            if (wish.lockedUntil() != null && !national) {
                throw ProblemType.FORBIDDEN.because("Fields are locked by the national team.");
            }
            ObjectNode after = editChecks.checked(handle, kind, id, before, wish.fields(), national);
            // what is locked is locked, whether it changes or not
            ArrayNode changes = EditChecks.changes(
                    kind, before, after, wish.lockedUntil() == null ? Set.of() : Json.names(wish.fields()));
            if (changes.isEmpty()) {
                throw ProblemType.UNPROCESSABLE.at("/fields", "says what is there already");
            }
            checkLocks(handle, caller, id, changes);
            checkReferrals(handle, kind, id, changes);
            boolean waits = national
                    || !toReview(handle, caller, kind, before, after, changes).isEmpty();
            Edit edit = edit(caller, kind, id, owner(handle, kind, id), changes, wish, null, waits);
            edits.insert(handle, edit);
            if (!edit.isWaiting()) {
                apply(handle, edit);
            }
            return edit;
        });
    }

    /** A new organization waits for a second person. */
    public Edit organization(Caller caller, ObjectNode fields, String reason) {
        return Refusing.call(database, handle -> {
            UUID id = UUID.randomUUID();
            ObjectNode nothing = Json.MAPPER.createObjectNode();
            ObjectNode after = editChecks.checked(handle, Kind.ORGANIZATION, id, nothing, fields, true);
            ArrayNode changes = EditChecks.changes(Kind.ORGANIZATION, nothing, after, Set.of());
            Edit edit = edit(caller, Kind.ORGANIZATION, id, id, changes, new Wish(fields, reason, null), null, true);
            edits.insert(handle, edit);
            return edit;
        });
    }

    /** Another person than who made it confirms what waits, or turns it down. */
    public Edit decide(Caller caller, UUID id, boolean confirm) {
        return Refusing.call(database, handle -> {
            Edit edit = find(handle, caller, id);
            if (!edit.isWaiting()) {
                throw ProblemType.CONFLICT.because("There is nothing to decide: the edit is " + edit.state() + ".");
            }
            if (edit.editedBy().equals(caller.subject()) && confirm) {
                throw ProblemType.CONFLICT.because("Another person has to confirm it.");
            }
            Instant now = now();
            String by = edit.editedBy().equals(caller.subject()) ? null : caller.subject();
            edits.becomes(handle, id, confirm ? "applied" : "rejected", by, now);
            if (confirm) {
                if (!edit.role().equals(Role.NATIONAL_EDITOR)) {
                    // the team may have locked a field while a partner's edit waited
                    fieldLocks.check(handle, edit.recordId(), edit.changes());
                }
                checkReferrals(handle, Kind.of(edit.kind()), edit.recordId(), edit.changes());
                apply(handle, edit);
                if (edit.rollsBack() != null) {
                    edits.becomes(handle, edit.rollsBack(), "rolled_back", null, null);
                }
            }
            return find(handle, caller, id);
        });
    }

    /** Says again what was there before, in fields that nobody changed since. */
    public Edit rollBack(Caller caller, UUID id, String reason) {
        return Refusing.call(database, handle -> {
            Edit edit = find(handle, caller, id);
            if (!edit.state().equals("applied")) {
                throw ProblemType.CONFLICT.because("It was not applied, or is taken back already.");
            }
            Kind kind = Kind.of(edit.kind());
            if (edit.changes().isEmpty() || isNew(edit)) {
                throw ProblemType.CONFLICT.because("It changed no record that was there.");
            }
            mine(handle, caller, kind, edit.recordId());
            ArrayNode back = Json.MAPPER.createArrayNode();
            for (JsonNode change : edit.changes()) {
                back.addObject()
                        .put("field", change.path("field").asText())
                        .<ObjectNode>set("before", change.get("after"))
                        .set("after", change.get("before"));
            }
            checkLocks(handle, caller, edit.recordId(), back);
            checkReferrals(handle, kind, edit.recordId(), back);
            if (edits.isBeingRolledBack(handle, id)) {
                throw ProblemType.CONFLICT.because("It is to be taken back already; that waits for a second person.");
            }
            ObjectNode now = mine(handle, caller, kind, edit.recordId());
            ObjectNode after = now.deepCopy();
            back.forEach(each -> after.set(each.path("field").asText(), each.get("after")));
            boolean waits = isNational(caller)
                    || !toReview(handle, caller, kind, now, after, back).isEmpty();
            Edit undo = edit(
                    caller,
                    kind,
                    edit.recordId(),
                    edit.organizationId(),
                    back,
                    new Wish(null, reason, null),
                    id,
                    waits);
            edits.insert(handle, undo);
            if (!undo.isWaiting()) {
                apply(handle, undo);
                edits.becomes(handle, id, "rolled_back", null, null);
            }
            return undo;
        });
    }

    public List<Edit> waiting(Caller caller) {
        return database.call(handle -> edits.waiting(handle, caller.organization(), SHOWN));
    }

    static boolean isNational(Caller caller) {
        return caller.role().equals(Role.NATIONAL_EDITOR);
    }

    /** An organization always has a name; one that had none was not there. */
    private static boolean isNew(Edit edit) {
        return edit.kind().equals(Kind.ORGANIZATION.word())
                && StreamSupport.stream(edit.changes().spliterator(), false)
                        .anyMatch(each -> each.path("field").asText().equals("name") && !each.hasNonNull("before"));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Edit edit(
            Caller caller,
            Kind kind,
            UUID record,
            UUID organization,
            ArrayNode changes,
            Wish wish,
            UUID rollsBack,
            boolean needsAnother) {
        return new Edit(
                UUID.randomUUID(),
                kind.word(),
                record,
                organization,
                changes,
                wish.reason(),
                wish.lockedUntil(),
                needsAnother ? "waiting" : "applied",
                caller.subject(),
                caller.role(),
                now(),
                null,
                null,
                rollsBack);
    }

    /** The record, if it is the caller's to change; nobody else changes it until the end. */
    ObjectNode mine(Handle handle, Caller caller, Kind kind, UUID id) {
        Optional<UUID> owner = rows.owner(handle, kind, id);
        Writer writer = isNational(caller) ? new NationalEditor() : new Member(caller.organization());
        Held held = owner.isEmpty() && !isNational(caller)
                ? null
                : holdings.of(handle, kind, id).orElse(null);
        Answer answer = WriteRule.ask(writer, Act.CHANGE, kind, held);
        boolean allowed = answer == Answer.WRITE || answer == Answer.SECOND_PERSON;
        ObjectNode body = allowed ? images.now(handle, kind, List.of(id)).get(id) : null;
        if (body == null) {
            throw ProblemType.NOT_FOUND.because("There is no such record of yours.");
        }
        return body;
    }

    UUID owner(Handle handle, Kind kind, UUID id) {
        return rows.owner(handle, kind, id).orElse(null);
    }

    private Edit find(Handle handle, Caller caller, UUID id) {
        return edits.find(handle, id)
                .filter(edit -> isNational(caller) || Objects.equals(edit.organizationId(), caller.organization()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such edit of yours."));
    }

    /** A service that people were sent to, or may be, stays with the organization that they agreed to. */
    void checkReferrals(Handle handle, Kind kind, UUID id, JsonNode changes) {
        for (JsonNode change : changes) {
            if (kind == Kind.SERVICE
                    && change.path("field").asText().equals("organization_id")
                    && merges.isInUse(handle, id)) {
                throw ProblemType.CONFLICT.at(
                        "/fields/organization_id",
                        "stays while the service takes referrals or one is open: its organization closes the intake and ends them first");
            }
        }
    }

    /** Fields with which a partner takes a name or a number that another is known by. */
    private Set<String> toReview(
            Handle handle, Caller caller, Kind kind, ObjectNode before, ObjectNode after, ArrayNode changes) {
        if (isNational(caller)) {
            return Set.of();
        }
        Set<String> changed = new HashSet<>();
        changes.forEach(each -> changed.add(each.path("field").asText()));
        return identities.taken(handle, kind, caller.organization(), before, after, changed);
    }

    void checkLocks(Handle handle, Caller caller, UUID id, JsonNode changes) {
        if (!isNational(caller)) {
            fieldLocks.check(handle, id, changes);
        }
    }

    /** Writes what an edit says, unless somebody changed the same fields since. */
    private void apply(Handle handle, Edit edit) {
        apply(handle, edit, SOURCE, edit.lockedUntil() == null ? Provenance.OWN_EDIT : Provenance.NATIONAL_LOCK);
    }

    /** The same for who says it. A field that is locked stays locked, as it was, unless the edit is a lock itself: only a release ends a lock. */
    void apply(Handle handle, Edit edit, String source, int rank) {
        Kind kind = Kind.of(edit.kind());
        rows.owner(handle, kind, edit.recordId());
        ObjectNode now = images.now(handle, kind, List.of(edit.recordId())).get(edit.recordId());
        if (now == null && !isNew(edit)) {
            throw ProblemType.CONFLICT.because("The record is not there any more.");
        }
        ObjectNode after = now == null ? Json.MAPPER.createObjectNode() : now.deepCopy();
        Set<String> fields = new HashSet<>();
        List<Holder> holders = new ArrayList<>();
        Map<String, Holder> locks = edit.lockedUntil() == null ? fieldLocks.of(handle, edit.recordId()) : Map.of();
        for (JsonNode change : edit.changes()) {
            String field = change.path("field").asText();
            JsonNode seen = Images.comparable(kind.word(), field, change.get("before"));
            JsonNode is = Images.comparable(kind.word(), field, now == null ? null : now.get(field));
            if (!seen.equals(is)) {
                throw ProblemType.CONFLICT.at(field, "was changed by somebody else since");
            }
            fields.add(field);
            if (change.hasNonNull("after")) {
                after.set(field, change.get("after"));
            } else {
                after.remove(field);
            }
            Holder lock = locks.get(field);
            holders.add(
                    lock == null
                            ? new Holder(edit.recordId(), field, source, rank, now(), edit.reason(), edit.lockedUntil())
                            : new Holder(
                                    edit.recordId(),
                                    field,
                                    lock.source(),
                                    lock.rank(),
                                    now(),
                                    lock.reason(),
                                    lock.until()));
        }
        rows.write(handle, List.of(new Wanted(kind, edit.recordId(), after, fields, now)));
        provenance.hold(handle, holders);
    }
}
