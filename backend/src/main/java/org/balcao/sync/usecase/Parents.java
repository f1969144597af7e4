package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.ParentOrder;
import org.balcao.sync.model.Run;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Items;
import org.balcao.sync.usecase.PlanRun.Draft;
import org.jdbi.v3.core.Handle;

/** Records that hang below others of their kind: in which order a delivery has to be taken, and that nothing hangs below itself. */
@ApplicationScoped
class Parents {
    private static final Map<Kind, String> COLUMNS =
            Map.of(Kind.ORGANIZATION, "parent_organization_id", Kind.TAXONOMY_TERM, "parent_id");

    private final Items items;
    private final DirectoryRows rows;

    Parents(Items items, DirectoryRows rows) {
        this.items = items;
        this.rows = rows;
    }

    /** Where a record of this kind names its parent; nothing if it has none. */
    static Optional<String> column(Kind kind) {
        return Optional.ofNullable(COLUMNS.get(kind));
    }

    /** Puts all records of a run in order before the first of them is planned; the same again changes nothing. */
    void order(Handle handle, Run run) {
        COLUMNS.forEach((kind, column) -> {
            ParentOrder order = ParentOrder.of(items.parents(handle, run.id(), kind, column), column);
            items.withoutParent(handle, run.id(), kind, column, order.dropped());
            items.levels(handle, run.id(), kind, order.levels());
        });
    }

    /** The same records, without the links that would close a circle with what is in the directory or was planned before. */
    List<Draft> withoutCircles(Handle handle, Run run, Kind kind, List<Draft> drafts) {
        String column = COLUMNS.get(kind);
        Set<UUID> starts = new HashSet<>();
        drafts.stream()
                .filter(draft -> column != null && draft.body().has(column))
                .forEach(draft -> starts.add(parent(draft, column)));
        if (starts.isEmpty()) {
            return drafts;
        }
        Map<UUID, UUID> above = new HashMap<>(rows.ancestors(handle, run.id(), kind, column, starts));
        List<Draft> sound = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!draft.body().has(column)) {
                above.remove(draft.id());
                sound.add(draft);
                continue;
            }
            UUID parent = parent(draft, column);
            int steps = 0;
            UUID at = parent;
            while (at != null && !at.equals(draft.id()) && steps <= ParentOrder.DEEPEST) {
                at = above.get(at);
                steps++;
            }
            if (at == null) {
                above.put(draft.id(), parent);
                sound.add(draft);
            } else {
                above.remove(draft.id());
                sound.add(draft.without(
                        column, at.equals(draft.id()) ? ParentOrder.circle(column) : ParentOrder.tooDeep(column)));
            }
        }
        return sound;
    }

    private static UUID parent(Draft draft, String column) {
        ObjectNode body = draft.body();
        return UUID.fromString(body.get(column).textValue());
    }
}
