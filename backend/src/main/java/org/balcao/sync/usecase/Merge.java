package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
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
    /** Who holds a field that no source is known to have said: whoever the record belongs to. */
    static final String HOLDER = "holder";

    /** Who holds a field whose new value the national team has to look at first. */
    static final String REVIEW = "review";

    /** A source, and how much it may say of one record: a rank of {@link Provenance}. */
    record Voice(String source, int rank) {}

    /**
     * @param offered what the source says now, with our ids in its references
     * @param last what it said before, or null
     * @param current the record as it is; null if it is not there
     * @param holders who holds which field
     * @param voice of the source for this record
     * @param offersOnly the record is somebody else's: nothing is changed, and all that differs is for its holder to decide
     */
    static Merge of(
            Kind kind,
            ObjectNode offered,
            ObjectNode last,
            ObjectNode current,
            Map<String, Holder> holders,
            Voice voice,
            boolean offersOnly,
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
            if (current != null
                    && (holder == null
                            ? offersOnly
                            : offersOnly && !isBelieved(holder, voice) || isStronger(holder, voice, today))) {
                conflicts.add(conflict(field, holder == null ? HOLDER : holder.source(), current, offered));
            } else {
                changes.addObject()
                        .put("field", field)
                        .<ObjectNode>set("before", current == null ? null : current.get(field))
                        .set("after", offered.get(field));
            }
        }
        return new Merge(changes, conflicts);
    }

    private static ObjectNode conflict(String field, String heldBy, ObjectNode current, ObjectNode offered) {
        ObjectNode conflict = Json.MAPPER.createObjectNode().put("field", field).put("held_by", heldBy);
        conflict.set("current", current == null || current.path(field).isMissingNode() ? null : current.get(field));
        conflict.set("offered", offered.get(field));
        return conflict;
    }

    /** The same, but what these fields would say waits until the national team has looked at it. */
    Merge withoutReview(Set<String> fields, ObjectNode current, ObjectNode offered) {
        if (fields.isEmpty()) {
            return this;
        }
        ArrayNode kept = Json.MAPPER.createArrayNode();
        ArrayNode disputed = conflicts.deepCopy();
        for (JsonNode change : changes) {
            String field = change.path("field").asText();
            if (fields.contains(field)) {
                disputed.add(conflict(field, REVIEW, current, offered));
            } else {
                kept.add(change);
            }
        }
        return new Merge(kept, disputed);
    }

    Set<String> changedFields() {
        Set<String> fields = new TreeSet<>();
        changes.forEach(change -> fields.add(change.path("field").asText()));
        return fields;
    }

    /** A source speaks for its own organization's records as nobody else does; of others' it is one voice among others. */
    static Voice voiceOf(Source source, Item item, Held held) {
        int rank = source.organizationId() != null
                        && source.organizationId().equals(held == null ? ownerIn(source, item) : held.organization())
                ? Provenance.OWN_FEED
                : Provenance.ANOTHER;
        return new Voice(source.id(), rank);
    }

    /** The organization that a new record will be of. */
    private static UUID ownerIn(Source source, Item item) {
        return switch (item.kind()) {
            case ORGANIZATION -> item.recordId();
            case SERVICE, PROGRAM, LOCATION ->
                DirectoryRows.uuid(item.body().path("organization_id").asText());
            default -> source.publishesOthers() ? null : source.organizationId();
        };
    }

    /** What people said on our page, or the team holds, yields to no source, whatever the source is called. */
    static boolean isStronger(Holder holder, Voice voice, LocalDate today) {
        if (holder.rank() == Provenance.NATIONAL_LOCK
                && holder.until() != null
                && holder.until().isBefore(today)) {
            return false;
        }
        return holder.rank() < voice.rank() && !isBelieved(holder, voice);
    }

    /** It said so itself, or whose record it is took its word once. */
    static boolean isBelieved(Holder holder, Voice voice) {
        return holder.rank() >= Provenance.OWN_FEED && holder.source().equals(voice.source());
    }
}
