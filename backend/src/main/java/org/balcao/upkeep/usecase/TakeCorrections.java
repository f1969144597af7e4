package org.balcao.upkeep.usecase;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Correction;
import org.balcao.upkeep.store.Corrections;
import org.balcao.upkeep.store.Edits;
import org.jboss.logging.Logger;

/**
 * Anybody says what is wrong with a listing, without saying who they are, and sees by a code what became of it. Whose listing it is decides; of a
 * fraud the national team does.
 */
@ApplicationScoped
public class TakeCorrections {
    private static final Logger LOG = Logger.getLogger("corrections");
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int SHOWN = 100;
    private static final Duration WORDS_KEPT = Duration.ofDays(90);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SyncDatabase database;
    private final Corrections corrections;
    private final DirectoryRows rows;
    private final Edits edits;
    private final Clock clock;

    TakeCorrections(SyncDatabase database, Corrections corrections, DirectoryRows rows, Edits edits, Clock clock) {
        this.database = database;
        this.corrections = corrections;
        this.rows = rows;
        this.edits = edits;
        this.clock = clock;
    }

    /** What somebody says, without saying who. */
    public record Said(Kind kind, UUID recordId, String about, String field, String proposed, String remark) {}

    /** @return the code with which they can ask what became of it; it is nowhere else */
    public String take(Said said) {
        String code = code();
        database.call(handle -> {
            if (edits.published(handle, said.kind(), said.recordId()).isEmpty()) {
                throw ProblemType.UNPROCESSABLE.at("/id", "must be the id of a record of the directory");
            }
            UUID owner = rows.owner(handle, said.kind(), said.recordId()).orElse(null);
            corrections.insert(
                    handle,
                    new Correction(
                            UUID.randomUUID(),
                            said.kind().word(),
                            said.recordId(),
                            owner,
                            said.about(),
                            said.field(),
                            said.proposed(),
                            said.remark(),
                            "open",
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            null),
                    hash(code));
            return null;
        });
        return code;
    }

    public Correction byCode(String code) {
        return database.call(handle -> corrections.byCode(handle, hash(code)))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no correction with this code."));
    }

    public List<Correction> open(Caller caller) {
        return database.call(handle -> corrections.open(handle, caller.organization(), SHOWN));
    }

    public Correction decide(Caller caller, UUID id, boolean take) {
        return database.call(handle -> {
            Correction correction = corrections
                    .find(handle, id)
                    .filter(each -> caller.role().equals(Role.NATIONAL_EDITOR)
                            || caller.organization().equals(each.organizationId())
                                    && !each.about().equals("scam"))
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such correction for you."));
            if (!correction.state().equals("open")) {
                throw ProblemType.CONFLICT.because("It is decided already: " + correction.state() + ".");
            }
            corrections.decided(handle, id, take ? "taken" : "rejected", caller.subject(), clock.instant());
            return corrections.find(handle, id).orElseThrow();
        });
    }

    @Scheduled(every = "{balcao.upkeep.every}")
    void forget() {
        try {
            database.call(handle -> {
                corrections.forgetWords(handle, clock.instant().minus(WORDS_KEPT));
                return null;
            });
        } catch (RuntimeException away) {
            LOG.warnf("Old words wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Sixty random bits need no slow hash. */
    private static byte[] hash(String code) {
        String plain = code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Json.sha256().digest(plain.getBytes(StandardCharsets.UTF_8));
    }
}
