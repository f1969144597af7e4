package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.shared.StableId;
import org.balcao.sync.model.Part;
import org.balcao.sync.store.DirectoryRows.Wanted;

/**
 * Gives parts their ids. Attributes, texts, metadata and citations hang on the id of an object, so no two objects of the directory share one, whatever
 * their tables: a part keeps the id that it has, takes the one that it brings along if nothing has it, and else has one made from its owner's.
 */
final class PartIds {
    private record Place(String ownerTable, UUID owner, String table, UUID id) {}

    private final Set<Place> own = new HashSet<>();
    private final Set<UUID> records = new HashSet<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<UUID> given = new HashSet<>();
    private final Set<UUID> fresh = new HashSet<>();

    PartIds(List<Wanted> wanted) {
        for (Wanted record : wanted) {
            records.add(record.id());
            if (record.before() != null) {
                collect(record.kind().word(), record.id(), record.kind().parts(), record.before());
            }
        }
        again();
    }

    private void collect(String ownerTable, UUID owner, Collection<Part> parts, JsonNode object) {
        for (Part part : parts) {
            for (JsonNode each : object.path(part.property())) {
                UUID id = DirectoryRows.uuid(each.path("id").asText(""));
                if (id != null) {
                    own.add(new Place(ownerTable, owner, part.table(), id));
                    collect(part.table(), id, part.parts(), each);
                }
            }
        }
        for (Part.OfAny any : Part.OfAny.values()) {
            for (JsonNode each : object.path(any.property())) {
                UUID id = DirectoryRows.uuid(each.path("id").asText(""));
                if (id != null) {
                    own.add(new Place(ownerTable, owner, any.table(), id));
                }
            }
        }
    }

    /** Forgets which ids it gave, and gives them anew. */
    private void again() {
        given.clear();
        given.addAll(records);
        fresh.clear();
    }

    /** The ids given to parts that did not have them before. */
    Set<UUID> fresh() {
        return Set.copyOf(fresh);
    }

    /** Says which ids others have: no part takes one of them, and all ids are given anew. */
    void avoid(Set<UUID> ofOthers) {
        taken.addAll(ofOthers);
        again();
    }

    /**
     * The id of a part.
     *
     * @param ordinal where it stands among its owner's
     */
    UUID of(String ownerTable, UUID owner, String table, JsonNode part, int ordinal) {
        String said = part.path("id").asText("");
        UUID id = DirectoryRows.uuid(said);
        UUID named = StableId.within(owner, table, said.isEmpty() ? String.valueOf(ordinal) : said);
        for (UUID each : Arrays.asList(id, named)) {
            if (each != null && own.contains(new Place(ownerTable, owner, table, each)) && given.add(each)) {
                return each;
            }
        }
        if (id != null && isFree(id)) {
            return id;
        }
        // two parts of one record may bring along the same id, as where two lists were put together
        UUID another = named;
        for (int n = 0; !isFree(another); n++) {
            another = StableId.within(owner, table, said + "#" + ordinal + (n == 0 ? "" : "#" + n));
            if (own.contains(new Place(ownerTable, owner, table, another)) && given.add(another)) {
                return another;
            }
        }
        return another;
    }

    private boolean isFree(UUID id) {
        if (taken.contains(id) || !given.add(id)) {
            return false;
        }
        fresh.add(id);
        return true;
    }
}
