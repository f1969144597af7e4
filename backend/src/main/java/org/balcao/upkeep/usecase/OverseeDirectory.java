package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Proposal;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Edit;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.store.GapReport;
import org.balcao.upkeep.store.GapReport.Missed;
import org.balcao.upkeep.store.GapReport.Refused;
import org.balcao.upkeep.store.GapReport.Spoken;
import org.balcao.upkeep.store.GapReport.Uncovered;
import org.balcao.upkeep.store.Locks;
import org.balcao.upkeep.store.Locks.Lock;
import org.jdbi.v3.core.Handle;

/** What the national team sees of the whole: what is missing, and what it holds. */
@ApplicationScoped
public class OverseeDirectory {
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final int SHOWN = 200;

    /** Where a proposal has the fingerprint of the lock that whoever made it saw. */
    private static final String SEEN = "seen";

    /** Languages of the page, and of the largest communities in the starter data's sources: counted though no service has them. */
    private static final List<String> ASKED_FOR =
            List.of("pt", "en", "fr", "es", "uk", "ru", "ar", "hi", "bn", "ne", "ur", "pa", "zh", "ro", "fa", "tr");

    private final SyncDatabase database;
    private final GapReport gapReport;
    private final Locks locks;
    private final DirectoryRows rows;
    private final Edits edits;
    private final Proposals proposals;
    private final Clock clock;

    OverseeDirectory(
            SyncDatabase database,
            GapReport gapReport,
            Locks locks,
            DirectoryRows rows,
            Edits edits,
            Proposals proposals,
            Clock clock) {
        this.database = database;
        this.gapReport = gapReport;
        this.locks = locks;
        this.rows = rows;
        this.edits = edits;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** @param missed how many searches found nothing, whatever their words */
    public record Gaps(
            LocalDate since,
            long missed,
            List<Missed> texts,
            List<Refused> refused,
            List<Spoken> spoken,
            List<Uncovered> uncovered) {
        public Gaps {
            texts = List.copyOf(texts);
            refused = List.copyOf(refused);
            spoken = List.copyOf(spoken);
            uncovered = List.copyOf(uncovered);
        }
    }

    public Gaps gaps(int days) {
        LocalDate since = today().minusDays(days);
        Instant from = since.atStartOfDay(HERE).toInstant();
        return database.call(handle -> new Gaps(
                since,
                gapReport.missed(handle, since),
                gapReport.missedTexts(handle, since, SHOWN),
                gapReport.refused(handle, from),
                gapReport.spoken(handle, ASKED_FOR),
                gapReport.uncovered(handle)));
    }

    public List<Lock> locks() {
        return database.call(handle -> locks.held(handle, today(), SHOWN));
    }

    /** One of the national team wants a field to be changed again; it is released once a second one has confirmed it. */
    public Proposal proposeRelease(Caller caller, Kind kind, UUID record, String field, String reason) {
        return database.call(handle -> {
            Lock lock = locks.find(handle, record, field, today())
                    .filter(held -> held.kind().equals(kind.word()))
                    .orElseThrow(OverseeDirectory::notLocked);
            return proposals.propose(
                    handle,
                    Action.RELEASE_LOCK,
                    lock.name() + ": " + field,
                    Json.MAPPER
                            .createObjectNode()
                            .put("kind", kind.word())
                            .put("record_id", record.toString())
                            .put("field", field)
                            .put(SEEN, Json.fingerprint(seen(lock))),
                    reason,
                    caller.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        });
    }

    /** Kept in the record's history, as what locked it was. */
    void release(Handle handle, Caller second, JsonNode details, String reason) {
        Kind kind = Kind.of(details.path("kind").asText());
        UUID record = UUID.fromString(details.path("record_id").asText());
        UUID owner = rows.owner(handle, kind, record).orElse(null);
        Lock lock = locks.release(handle, record, details.path("field").asText(), today())
                .orElseThrow(OverseeDirectory::notLocked);
        AsProposed.check(details, SEEN, seen(lock));
        edits.insert(
                handle,
                new Edit(
                        UUID.randomUUID(),
                        kind.word(),
                        record,
                        owner,
                        Json.MAPPER.createArrayNode(),
                        reason,
                        null,
                        "applied",
                        second.subject(),
                        second.role(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null,
                        null,
                        null));
    }

    /** Why the field is locked and until when: another lock than was seen is not released. */
    private static ObjectNode seen(Lock lock) {
        return Json.MAPPER
                .createObjectNode()
                .put("reason", lock.reason())
                .put("until", Objects.toString(lock.until(), null));
    }

    private static RuntimeException notLocked() {
        return ProblemType.NOT_FOUND.because("This field is not locked.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
