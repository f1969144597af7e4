package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who said what each field says, and who may say otherwise. */
@ApplicationScoped
public class Provenance {
    /** A field that the national team holds, with a reason and an end. */
    public static final int NATIONAL_LOCK = 1;

    /** The organization's own edit on our page. */
    public static final int OWN_EDIT = 2;

    /** What the organization's own system publishes. */
    public static final int OWN_FEED = 3;

    /** Anybody else. */
    public static final int ANOTHER = 4;

    /** @param until of a lock: its last day, or null */
    public record Holder(
            UUID recordId, String field, String source, int rank, Instant at, String reason, LocalDate until) {
        /** The national team holds the field, on this day. */
        public boolean isLock(LocalDate today) {
            return rank == NATIONAL_LOCK && (until == null || !until.isBefore(today));
        }
    }

    public Map<UUID, Map<String, Holder>> of(Handle handle, Collection<UUID> records) {
        Map<UUID, Map<String, Holder>> holders = new HashMap<>();
        handle.createQuery(
                        "select record_id, field, source, rank, at, reason, until from sync.provenance where record_id = any(:ids)")
                .bindArray("ids", UUID.class, List.copyOf(records))
                .map(ConstructorMapper.of(Holder.class))
                .forEach(each -> holders.computeIfAbsent(each.recordId(), id -> new HashMap<>())
                        .put(each.field(), each));
        return holders;
    }

    public void hold(Handle handle, Collection<Holder> holders) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.provenance (record_id, field, source, rank, at, reason, until)
                values (:recordId, :field, :source, :rank, :at, :reason, cast(:until as date))
                on conflict (record_id, field) do update set source = excluded.source, rank = excluded.rank, at = excluded.at,
                    reason = excluded.reason, until = excluded.until""");
        holders.forEach(each -> batch.bindMethods(each).add());
        if (!holders.isEmpty()) {
            batch.execute();
        }
    }
}
