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
import org.balcao.sync.model.WriteRule;
import org.balcao.sync.model.WriteRule.Act;
import org.balcao.sync.model.WriteRule.Answer;
import org.balcao.sync.model.WriteRule.Feed;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Holdings;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Items.Known;
import org.balcao.sync.store.SyncDatabase;
import org.jdbi.v3.core.Handle;

/** What a source calls our records: it takes over what is here already, and takes back one record without a whole delivery. */
@ApplicationScoped
public class NameRecords {
    private final SyncDatabase database;
    private final Items items;
    private final DirectoryRows rows;
    private final Holdings holdings;
    private final Clock clock;

    NameRecords(SyncDatabase database, Items items, DirectoryRows rows, Holdings holdings, Clock clock) {
        this.database = database;
        this.items = items;
        this.rows = rows;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** From now on the source speaks of a record of its own organization that was here before; the same again changes nothing. */
    public void takeOver(Source source, Kind kind, String externalId, UUID record) {
        database.call(handle -> {
            rows.owner(handle, kind, record);
            switch (WriteRule.ask(feed(source), Act.TAKE_OVER, kind, held(handle, kind, record))) {
                case WRITE -> {}
                case NATIONAL_TEAM_ONLY ->
                    throw ProblemType.UNPROCESSABLE.at("/record_id", "is looked after by the national team");
                default ->
                    throw ProblemType.UNPROCESSABLE.at(
                            "/record_id",
                            "must be a record of your own organization; of others' the national team makes an edit, which a second person confirms");
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
                    || !rows.neededByOthers(handle, kind, List.of(record), source.organizationId())
                            .isEmpty()) {
                throw ProblemType.CONFLICT.because(
                        "It is your own organization, or services of others need it, and stays.");
            }
            Answer answer = WriteRule.ask(feed(source), Act.WITHDRAW, kind, held(handle, kind, record));
            if (answer == Answer.LOCKED) {
                throw ProblemType.CONFLICT.because(
                        "The national team holds fields of this record. Ask it to release them before the record is withdrawn.");
            }
            items.unname(handle, source.id(), kind, externalId);
            boolean gone = answer == Answer.WRITE
                    && items.named(handle, List.of(record)).isEmpty();
            if (gone) {
                rows.delete(handle, kind, List.of(record));
            }
            return gone;
        });
    }

    private static Feed feed(Source source) {
        return new Feed(source.id(), source.organizationId());
    }

    private Held held(Handle handle, Kind kind, UUID record) {
        return holdings.of(handle, kind, record).orElse(null);
    }
}
