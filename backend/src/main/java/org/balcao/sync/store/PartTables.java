package org.balcao.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Part;

/** The tables of what belongs to records: parts, their parts, and what every object may have. */
final class PartTables {
    /** By table, the columns that say whose a row is. */
    static final Map<String, Set<String>> OWNERS = owners();

    private PartTables() {}

    private static Map<String, Set<String>> owners() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            add(owners, kind.parts());
        }
        for (Part.OfAny each : Part.OfAny.values()) {
            owners.computeIfAbsent(each.table(), table -> new TreeSet<>()).addAll(List.of(each.id(), each.kind()));
        }
        return owners;
    }

    private static void add(Map<String, Set<String>> owners, Collection<Part> parts) {
        for (Part part : parts) {
            owners.computeIfAbsent(part.table(), table -> new TreeSet<>()).add(part.owner());
            add(owners, part.parts());
        }
    }
}
