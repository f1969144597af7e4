package org.balcao.upkeep.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Json;
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

/** What the national team sees of the whole: what is missing, and what it holds. */
@ApplicationScoped
public class OverseeDirectory {
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final int SHOWN = 200;

    /** Languages of the page, and of the largest communities in the starter data's sources: counted though no service has them. */
    private static final List<String> ASKED_FOR =
            List.of("pt", "en", "fr", "es", "uk", "ru", "ar", "hi", "bn", "ne", "ur", "pa", "zh", "ro", "fa", "tr");

    private final SyncDatabase database;
    private final GapReport gapReport;
    private final Locks locks;
    private final DirectoryRows rows;
    private final Edits edits;
    private final Clock clock;

    OverseeDirectory(
            SyncDatabase database, GapReport gapReport, Locks locks, DirectoryRows rows, Edits edits, Clock clock) {
        this.database = database;
        this.gapReport = gapReport;
        this.locks = locks;
        this.rows = rows;
        this.edits = edits;
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

    /** Kept in the record's history, as what locked it was. */
    public Edit release(Caller caller, Kind kind, UUID record, String field, String reason) {
        return database.call(handle -> {
            UUID owner = rows.owner(handle, kind, record).orElse(null);
            boolean released = locks.release(handle, record, field, today())
                    .filter(lock -> lock.kind().equals(kind.word()))
                    .isPresent();
            if (!released) {
                throw ProblemType.NOT_FOUND.because("This field is not locked.");
            }
            Edit edit = new Edit(
                    UUID.randomUUID(),
                    kind.word(),
                    record,
                    owner,
                    Json.MAPPER.createArrayNode(),
                    reason,
                    null,
                    "applied",
                    caller.subject(),
                    caller.role(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null,
                    null,
                    null);
            edits.insert(handle, edit);
            return edit;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
