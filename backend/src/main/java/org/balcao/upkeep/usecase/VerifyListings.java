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
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Verification;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.store.Verifications;

/** People look whether services are as they are listed: who gives them on our page, the national team by telephone or on the spot. Each look is kept. */
@ApplicationScoped
public class VerifyListings {
    /** As it stands at a listing that the national team has looked at. */
    static final String NATIONAL_TEAM = "Equipa nacional";

    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final int SHOWN = 50;
    private static final String CONFIRMED = "confirmed";

    private final SyncDatabase database;
    private final DirectoryRows rows;
    private final Edits edits;
    private final Verifications verifications;
    private final Clock clock;

    VerifyListings(SyncDatabase database, DirectoryRows rows, Edits edits, Verifications verifications, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.edits = edits;
        this.verifications = verifications;
        this.clock = clock;
    }

    /**
     * Says of one's own services that they are right.
     *
     * @param services which; all of the organization's if empty
     * @return how many were not said to be so today already
     */
    public int confirm(Caller caller, List<UUID> services) {
        return database.call(handle -> {
            Instant now = now();
            List<UUID> confirmed = edits.confirm(handle, caller.organization(), services, null, day(now));
            verifications.insert(
                    handle,
                    confirmed.stream()
                            .map(id -> of(caller, id, caller.organization(), "page", CONFIRMED, null, now))
                            .toList());
            return confirmed.size();
        });
    }

    /** Keeps what came of looking at a service. What was confirmed is dated today; what has changed is changed by an edit. */
    public Verification verify(Caller caller, UUID service, String way, String outcome, String remark) {
        return database.call(handle -> {
            UUID owner = owner(caller, rows.owner(handle, Kind.SERVICE, service).orElse(null));
            Instant now = now();
            if (outcome.equals(CONFIRMED)) {
                edits.confirm(handle, owner, List.of(service), isNational(caller) ? NATIONAL_TEAM : null, day(now));
            }
            Verification verification = of(caller, service, owner, way, outcome, remark, now);
            verifications.insert(handle, List.of(verification));
            return verification;
        });
    }

    /** The newest first. */
    public List<Verification> of(Caller caller, UUID service) {
        return database.call(handle -> {
            owner(caller, rows.owner(handle, Kind.SERVICE, service).orElse(null));
            return verifications.of(handle, service, SHOWN);
        });
    }

    private static UUID owner(Caller caller, UUID owner) {
        if (owner == null || !isNational(caller) && !owner.equals(caller.organization())) {
            throw ProblemType.NOT_FOUND.because("There is no such service of yours.");
        }
        return owner;
    }

    private static boolean isNational(Caller caller) {
        return caller.role().equals(Role.NATIONAL_EDITOR);
    }

    private static Verification of(
            Caller caller, UUID service, UUID owner, String way, String outcome, String remark, Instant now) {
        return new Verification(
                UUID.randomUUID(), service, owner, way, outcome, remark, caller.subject(), caller.role(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, HERE);
    }
}
