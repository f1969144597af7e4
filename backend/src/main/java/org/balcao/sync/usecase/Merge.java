package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.Provenance.Holder;

/**
 * What becomes of each field when a source says something new of a record. A source changes what it said itself; what somebody with a better right
 * said since stays, and is a conflict until a person settles it. What the source says no longer goes, if it was the source's word.
 *
 * @param changes per field {@code {"field", "before", "after"}}
 * @param conflicts per field {@code {"field", "current", "offered", "held_by"}}
 */
record Merge(ArrayNode changes, ArrayNode conflicts) {

    /**
     * @param offered what the source says now, with our ids in its references
     * @param last what it said before, or null
     * @param current the record as it is; null if it is not there
     * @param holders who holds which field
     * @param rank of the source for this record
     */
    static Merge of(
            Kind kind,
            ObjectNode offered,
            ObjectNode last,
            ObjectNode current,
            Map<String, Holder> holders,
            String source,
            int rank,
            LocalDate today) {
        ArrayNode changes = Json.MAPPER.createArrayNode();
        ArrayNode conflicts = Json.MAPPER.createArrayNode();
        TreeSet<String> fields = new TreeSet<>();
        offered.fieldNames().forEachRemaining(fields::add);
        if (last != null) {
            last.fieldNames().forEachRemaining(fields::add);
        }
        for (String field : fields) {
            JsonNode wanted = Images.comparable(kind.word(), field, offered.get(field));
            JsonNode now = Images.comparable(kind.word(), field, current == null ? null : current.get(field));
            if (wanted.equals(now)) {
                continue;
            }
            boolean saidBefore = last != null
                    && Images.comparable(kind.word(), field, last.get(field)).equals(wanted);
            if (current != null && saidBefore) {
                // somebody else changed it since, and the source has nothing new to say
                continue;
            }
            Holder holder = holders.get(field);
            if (current != null && holder != null && isStronger(holder, source, rank, today)) {
                conflicts
                        .addObject()
                        .put("field", field)
                        .put("held_by", holder.source())
                        .<ObjectNode>set("current", current.path(field).isMissingNode() ? null : current.get(field))
                        .set("offered", offered.get(field));
            } else {
                changes.addObject()
                        .put("field", field)
                        .<ObjectNode>set("before", current == null ? null : current.get(field))
                        .set("after", offered.get(field));
            }
        }
        return new Merge(changes, conflicts);
    }

    /** A source speaks for its own organization's records as nobody else does; of others' it is one voice among others. */
    static int rankOf(Source source, Item item) {
        if (source.organizationId() == null) {
            return Provenance.ANOTHER;
        }
        String owner = switch (item.kind()) {
            case ORGANIZATION -> String.valueOf(item.recordId());
            case SERVICE, PROGRAM, LOCATION ->
                item.body().path("organization_id").asText();
            default -> source.publishesOthers() ? "" : source.organizationId().toString();
        };
        return owner.equals(source.organizationId().toString()) ? Provenance.OWN_FEED : Provenance.ANOTHER;
    }

    private static boolean isStronger(Holder holder, String source, int rank, LocalDate today) {
        if (holder.rank() == Provenance.NATIONAL_LOCK
                && holder.until() != null
                && holder.until().isBefore(today)) {
            return false;
        }
        return holder.rank() < rank && !holder.source().equals(source);
    }
}
