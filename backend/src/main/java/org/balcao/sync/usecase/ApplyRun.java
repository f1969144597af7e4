package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.DirectoryRows.Wanted;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Provenance;
import org.balcao.sync.store.Provenance.Holder;
import org.jdbi.v3.core.Handle;

/** Does what was planned, for some records in one transaction. */
@ApplicationScoped
class ApplyRun {
    private final Items items;
    private final Images images;
    private final DirectoryRows rows;
    private final Provenance provenance;
    private final Ownership ownership;
    private final Clock clock;

    ApplyRun(Items items, Images images, DirectoryRows rows, Provenance provenance, Ownership ownership, Clock clock) {
        this.items = items;
        this.images = images;
        this.rows = rows;
        this.provenance = provenance;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** What the database did not take: the records are kept back one by one. */
    void keepBack(Handle handle, Run run, Source source, Item item) {
        Problem clash = Problem.error(
                "", "clashes", "clashes with what is in the directory already, or points at what is not there");
        items.plan(handle, run.id(), List.of(item.instead("quarantine", clash)));
        items.outcome(handle, run.id(), Map.of(item.seq(), "quarantined"));
        items.keptBack(handle, source.id(), run.id(), List.of(item));
    }

    void apply(Handle handle, Run run, Source source, List<Item> chunk) {
        Instant now = clock.instant();
        ownership.writesFor(handle, source);
        Map<Integer, String> outcomes = new HashMap<>();
        Map<Kind, List<Item>> writing = new EnumMap<>(Kind.class);
        // what points at something goes before it
        Map<Kind, List<Item>> withdrawing = new TreeMap<>(Comparator.reverseOrder());
        List<Item> taken = new ArrayList<>();
        List<Item> keptBack = new ArrayList<>();
        for (Item item : chunk) {
            switch (item.action()) {
                case "create", "update" ->
                    writing.computeIfAbsent(item.kind(), kind -> new ArrayList<>())
                            .add(item);
                case "withdraw" ->
                    withdrawing
                            .computeIfAbsent(item.kind(), kind -> new ArrayList<>())
                            .add(item);
                case "keep" -> {
                    taken.add(item);
                    outcomes.put(item.seq(), "kept");
                }
                case "skip" -> outcomes.put(item.seq(), "skipped");
                default -> {
                    keptBack.add(item);
                    outcomes.put(item.seq(), "quarantined");
                }
            }
        }
        lock(handle, chunk);
        writing.forEach((kind, each) -> taken.addAll(write(handle, run, source, kind, each, outcomes, now)));
        withdrawing.forEach((kind, each) -> withdraw(handle, run, source, kind, each, outcomes));
        items.took(handle, source.id(), run.id(), now, taken);
        items.conflicts(handle, source.id(), run.id(), now, taken);
        items.keptBack(handle, source.id(), run.id(), keptBack);
        items.outcome(handle, run.id(), outcomes);
    }

    /** What is read from here on is what is written over: an edit, a correction or a lock comes before all of this or after it. */
    private void lock(Handle handle, List<Item> chunk) {
        Map<Kind, List<UUID>> ids = new EnumMap<>(Kind.class);
        for (Item item : chunk) {
            if (Set.of("update", "withdraw").contains(item.action())) {
                ids.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item.recordId());
            }
        }
        ids.forEach((kind, each) -> rows.lock(handle, kind, each));
    }

    private List<Item> write(
            Handle handle,
            Run run,
            Source source,
            Kind kind,
            List<Item> chunk,
            Map<Integer, String> outcomes,
            Instant now) {
        Map<UUID, ObjectNode> current =
                images.now(handle, kind, chunk.stream().map(Item::recordId).toList());
        Map<UUID, Held> held =
                ownership.of(handle, kind, chunk.stream().map(Item::recordId).toList());
        Map<UUID, Map<String, Holder>> said =
                provenance.of(handle, chunk.stream().map(Item::recordId).toList());
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<UUID> ofParts = ownership.ofParts(
                handle,
                chunk.stream()
                        .filter(each -> each.action().equals("create"))
                        .map(Item::recordId)
                        .toList());
        List<Item> taken = new ArrayList<>();
        List<Item> moved = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        List<Holder> holders = new ArrayList<>();
        for (Item item : chunk) {
            ObjectNode before = current.get(item.recordId());
            Held of = held.get(item.recordId());
            Optional<Problem> hindrance = hasMoved(item, before) || ofParts.contains(item.recordId())
                    ? Optional.of(Ownership.MOVED)
                    : ownership.hindrance(
                            handle, source, item, of, said.getOrDefault(item.recordId(), Map.of()), today);
            if (hindrance.isPresent()) {
                moved.add(item.instead("skip", hindrance.get()));
                outcomes.put(item.seq(), "skipped");
                continue;
            }
            ObjectNode after = before == null ? withoutConflicts(item) : before.deepCopy();
            Set<String> fields = new HashSet<>();
            for (JsonNode change : item.changes()) {
                String field = change.path("field").asText();
                fields.add(field);
                if (change.hasNonNull("after")) {
                    after.set(field, change.get("after"));
                } else {
                    after.remove(field);
                }
                Merge.Voice voice = Merge.voiceOf(source, item, of);
                holders.add(new Holder(item.recordId(), field, voice.source(), voice.rank(), now, null, null));
            }
            wanted.add(new Wanted(kind, item.recordId(), after, fields, before));
            taken.add(item);
            outcomes.put(item.seq(), before == null ? "created" : "updated");
        }
        rows.write(handle, wanted);
        provenance.hold(handle, holders);
        items.plan(handle, run.id(), moved);
        return taken;
    }

    /** A new record without what waits for the national team. */
    private static ObjectNode withoutConflicts(Item item) {
        ObjectNode body = item.body().deepCopy();
        if (item.conflicts() != null) {
            item.conflicts().forEach(each -> body.remove(each.path("field").asText()));
        }
        return body;
    }

    private static boolean hasMoved(Item item, ObjectNode now) {
        if (item.action().equals("create")) {
            return now != null;
        }
        if (now == null) {
            return true;
        }
        for (JsonNode change : item.changes()) {
            String field = change.path("field").asText();
            JsonNode planned = Images.comparable(item.kind().word(), field, change.get("before"));
            if (!planned.equals(Images.comparable(item.kind().word(), field, now.get(field)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A record goes, but not the source's own organization, nothing that services of others need, nothing that is somebody else's or that the national
     * team holds, and nothing that has another name too: it was merged, or another source says that it is there.
     */
    private void withdraw(
            Handle handle, Run run, Source source, Kind kind, List<Item> chunk, Map<Integer, String> outcomes) {
        Set<UUID> inUse = rows.neededByOthers(
                handle, kind, chunk.stream().map(Item::recordId).toList(), source.organizationId());
        Map<UUID, Held> held =
                ownership.of(handle, kind, chunk.stream().map(Item::recordId).toList());
        List<Item> unnamed = new ArrayList<>();
        List<Item> stays = new ArrayList<>();
        for (Item item : chunk) {
            Optional<Problem> refused = ownership.refusesToWithdraw(source, kind, held.get(item.recordId()));
            if (refused.isPresent()) {
                stays.add(item.instead("skip", refused.get()));
                outcomes.put(item.seq(), "skipped");
            } else if (item.recordId().equals(source.organizationId()) || inUse.contains(item.recordId())) {
                stays.add(item.instead(
                        "skip",
                        Problem.warning(
                                "", "in_use", "is your own organization, or services of others need it, and stays")));
                outcomes.put(item.seq(), "skipped");
            } else {
                unnamed.add(item);
            }
        }
        items.forget(handle, source.id(), unnamed);
        Set<UUID> named =
                items.named(handle, unnamed.stream().map(Item::recordId).toList());
        Set<UUID> gone = new HashSet<>();
        for (Item item : unnamed) {
            boolean keeps = named.contains(item.recordId());
            if (keeps) {
                stays.add(item.instead(
                        "skip", Problem.warning("", "named_otherwise", "is there under another name too, and stays")));
            } else {
                gone.add(item.recordId());
            }
            outcomes.put(item.seq(), keeps ? "skipped" : "withdrawn");
        }
        rows.delete(handle, kind, gone);
        items.plan(handle, run.id(), stays);
    }
}
