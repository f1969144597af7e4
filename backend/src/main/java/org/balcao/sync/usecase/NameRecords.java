package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Items.Known;
import org.balcao.sync.store.SyncDatabase;

/** What a source calls our records: it takes over what is here already, and takes back one record without a whole delivery. */
@ApplicationScoped
public class NameRecords {
    private final SyncDatabase database;
    private final Items items;
    private final DirectoryRows rows;
    private final Clock clock;

    NameRecords(SyncDatabase database, Items items, DirectoryRows rows, Clock clock) {
        this.database = database;
        this.items = items;
        this.rows = rows;
        this.clock = clock;
    }

    /** From now on the source speaks of a record of its own organization that was here before; the same again changes nothing. */
    public void takeOver(Source source, Kind kind, String externalId, UUID record) {
        database.call(handle -> {
            UUID owner = rows.owner(handle, kind, record).orElse(null);
            boolean mine = source.organizationId() == null
                    ? !rows.existing(handle, kind, List.of(record)).isEmpty()
                    : source.organizationId().equals(owner);
            if (!mine) {
                throw ProblemType.UNPROCESSABLE.at("/record_id", "is no record of your organization");
            }
            Known known =
                    items.known(handle, source.id(), kind, Set.of(externalId)).get(externalId);
            if (known == null) {
                items.name(
                        handle,
                        source.id(),
                        kind,
                        externalId,
                        record,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
            } else if (!known.recordId().equals(record)) {
                throw ProblemType.CONFLICT.because("Your source calls another record this already.");
            }
            return null;
        });
    }

    /**
     * The source no longer has a record.
     *
     * @return whether it is gone; one that has another name too stays
     */
    public boolean withdraw(Source source, Kind kind, String externalId) {
        return database.call(handle -> {
            Known known =
                    items.known(handle, source.id(), kind, Set.of(externalId)).get(externalId);
            if (known == null) {
                throw ProblemType.NOT_FOUND.because("Your source calls no record this.");
            }
            UUID record = known.recordId();
            rows.owner(handle, kind, record);
            if (record.equals(source.organizationId())
                    || kind == Kind.ORGANIZATION
                            && !rows.withServices(handle, List.of(record)).isEmpty()) {
                throw ProblemType.CONFLICT.because(
                        "It is your own organization, or has services of others, and stays.");
            }
            items.unname(handle, source.id(), kind, externalId);
            boolean gone = items.named(handle, List.of(record)).isEmpty();
            if (gone) {
                rows.delete(handle, kind, List.of(record));
            }
            return gone;
        });
    }
}
