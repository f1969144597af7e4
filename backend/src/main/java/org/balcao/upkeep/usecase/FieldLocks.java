package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.Provenance.Holder;
import org.jdbi.v3.core.Handle;

/** Which fields of a record the national team holds today. */
@ApplicationScoped
class FieldLocks {
    private final Provenance provenance;
    private final Clock clock;

    FieldLocks(Provenance provenance, Clock clock) {
        this.provenance = provenance;
        this.clock = clock;
    }

    /** By field. */
    Map<String, Holder> of(Handle handle, UUID record) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Holder> locks =
                new HashMap<>(provenance.of(handle, List.of(record)).getOrDefault(record, Map.of()));
        locks.values().removeIf(each -> !each.isLock(today));
        return locks;
    }

    /**
     * Refuses changes of anybody but the national team.
     *
     * @param changes per field {@code {"field", "before", "after"}}
     */
    void check(Handle handle, UUID record, JsonNode changes) {
        Map<String, Holder> locks = of(handle, record);
        List<FieldError> locked = new ArrayList<>();
        for (JsonNode change : changes) {
            Holder lock = locks.get(change.path("field").asText());
            if (lock != null) {
                String until = lock.until() == null ? "" : " until " + lock.until();
                locked.add(new FieldError(
                        "/fields/" + lock.field(), "is locked by the national team" + until + ": " + lock.reason()));
            }
        }
        if (!locked.isEmpty()) {
            throw ProblemType.CONFLICT.at(locked);
        }
    }
}
