package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Places;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Items.Known;
import org.balcao.sync.store.Provenance;
import org.jdbi.v3.core.Handle;

/** Says of each record of a run what shall become of it, and changes nothing. */
@ApplicationScoped
class PlanRun {
    /** References without which a record is of nobody or of nothing. */
    private static final Map<Kind, Set<String>> NEEDED_REFERENCES = Map.of(
            Kind.SERVICE, Set.of("organization_id"),
            Kind.PROGRAM, Set.of("organization_id"),
            Kind.LOCATION, Set.of("organization_id"),
            Kind.SERVICE_AT_LOCATION, Set.of("service_id", "location_id"),
            Kind.ONE_STOP_CENTRE, Set.of("location_id"));

    private final Items items;
    private final Images images;
    private final DirectoryRows rows;
    private final Provenance provenance;
    private final Ownership ownership;
    private final Parents parents;
    private final Clock clock;

    PlanRun(
            Items items,
            Images images,
            DirectoryRows rows,
            Provenance provenance,
            Ownership ownership,
            Parents parents,
            Clock clock) {
        this.items = items;
        this.images = images;
        this.rows = rows;
        this.provenance = provenance;
        this.ownership = ownership;
        this.parents = parents;
        this.clock = clock;
    }

    /** The next records to decide about, all of one kind; none once all are decided. */
    List<Item> next(Handle handle, Run run, int most) {
        return items.unplanned(handle, run.id(), most);
    }

    /** @param open records of one kind */
    void plan(Handle handle, Run run, Source source, List<Item> open) {
        plan(
                handle,
                run,
                source,
                open.getFirst().kind(),
                open,
                new Places(rows.municipalities(handle), rows.seats(handle)));
    }

    /** A record that nothing can be decided about is kept back; the others go on. */
    void keepBack(Handle handle, Run run, Item item, Problem reason) {
        items.plan(handle, run.id(), List.of(item.instead("quarantine", reason)));
    }

    private void plan(Handle handle, Run run, Source source, Kind kind, List<Item> open, Places places) {
        Map<String, Known> known = items.known(
                handle, source.id(), kind, open.stream().map(Item::externalId).toList());
        List<Item> planned = new ArrayList<>();
        Set<UUID> there = rows.existing(
                handle, kind, known.values().stream().map(Known::recordId).toList());
        Map<String, UUID> everybodys = new HashMap<>();
        shared(handle, source, kind, thin(open), everybodys);
        Set<String> unchanged = unchanged(handle, open, known, there);
        List<Item> news = new ArrayList<>();
        // who mentions what is there for everybody only points at it
        List<Integer> references = new ArrayList<>();
        for (Item item : open) {
            Known last = known.get(item.externalId());
            if (unchanged.contains(item.externalId())) {
                planned.add(item.planned("keep", last.recordId(), last.stated(), null, null, item.problems()));
            } else if (item.thin() && last == null && everybodys.containsKey(item.externalId())) {
                references.add(item.seq());
            } else {
                news.add(item);
            }
        }
        items.drop(handle, run.id(), references);
        References found = references(handle, run, source, news);
        Map<String, UUID> newIds = ownership.newIds(handle, source, run.id(), kind, unnamed(news, known));
        List<Draft> drafts = new ArrayList<>();
        for (Item item : news) {
            if (item.isWrong()) {
                planned.add(quarantined(item, known.get(item.externalId()), item.problems()));
            } else {
                Draft draft = draft(source, item, known.get(item.externalId()), found, newIds, places);
                if (draft.problems().stream().anyMatch(Problem::keepsBack)) {
                    planned.add(quarantined(item, known.get(item.externalId()), draft.problems()));
                } else {
                    drafts.add(draft);
                }
            }
        }
        Map<Integer, Problem> foreign = ownership.foreign(handle, source, kind, drafts);
        drafts.removeIf(draft -> {
            Problem problem = foreign.get(draft.item().seq());
            if (problem != null) {
                List<Problem> problems = new ArrayList<>(draft.problems());
                problems.add(problem);
                planned.add(quarantined(draft.item(), draft.known(), problems));
            }
            return problem != null;
        });
        // what is kept holds its place before what comes
        items.plan(handle, run.id(), planned);
        List<Draft> sound = parents.withoutCircles(handle, run, kind, drafts);
        items.plan(
                handle,
                run.id(),
                merged(handle, source, kind, kind == Kind.SERVICE_AT_LOCATION ? once(handle, run, sound) : sound));
    }

    /** A service is at a location once: of two records that say so the first counts. */
    private List<Draft> once(Handle handle, Run run, List<Draft> drafts) {
        Map<List<UUID>, String> taken = items.plannedPlaces(
                handle,
                run.id(),
                drafts.stream().map(draft -> place(draft).getFirst()).toList());
        List<Draft> first = new ArrayList<>();
        List<Item> again = new ArrayList<>();
        for (Draft draft : drafts) {
            String by = taken.putIfAbsent(place(draft), draft.item().externalId());
            if (by == null || by.equals(draft.item().externalId())) {
                first.add(draft);
            } else {
                again.add(draft.item()
                        .planned("skip", null, draft.item().body(), null, null, draft.problems())
                        .instead(
                                "skip",
                                Problem.warning(
                                        "", "place_twice", "is the same service at the same place as another record")));
            }
        }
        items.plan(handle, run.id(), again);
        return first;
    }

    private static List<UUID> place(Draft draft) {
        return List.of(
                UUID.fromString(draft.body().path("service_id").asText()),
                UUID.fromString(draft.body().path("location_id").asText()));
    }

    /** What has no id of ours yet: records that were not here before. */
    private static Set<String> unnamed(List<Item> news, Map<String, Known> known) {
        return news.stream()
                .map(Item::externalId)
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet());
    }

    /** Who says the same again; unless what it points at was not there before, or is no longer. */
    private Set<String> unchanged(Handle handle, List<Item> open, Map<String, Known> known, Set<UUID> there) {
        Map<Kind, Set<UUID>> targets = new EnumMap<>(Kind.class);
        Map<String, Map<Kind, List<UUID>>> pointing = new HashMap<>();
        for (Item item : open) {
            Known last = known.get(item.externalId());
            if (last == null
                    || item.isWrong()
                    || !last.fingerprint().equals(item.fingerprint())
                    || !there.contains(last.recordId())) {
                continue;
            }
            int[] said = new int[1];
            Referring.each(item.kind(), item.body(), (object, column, kind) -> said[0]++);
            Map<Kind, List<UUID>> made = new EnumMap<>(Kind.class);
            Referring.each(item.kind(), last.stated(), (object, column, kind) -> {
                made.computeIfAbsent(kind, each -> new ArrayList<>())
                        .add(DirectoryRows.uuid(object.get(column).textValue()));
                said[0]--;
            });
            if (said[0] <= 0) {
                pointing.put(item.externalId(), made);
                made.forEach((kind, ids) ->
                        targets.computeIfAbsent(kind, each -> new HashSet<>()).addAll(ids));
            }
        }
        Map<Kind, Set<UUID>> found = new EnumMap<>(Kind.class);
        targets.forEach((kind, ids) -> found.put(kind, rows.existing(handle, kind, ids)));
        return pointing.entrySet().stream()
                .filter(each -> each.getValue().entrySet().stream()
                        .allMatch(of -> found.get(of.getKey()).containsAll(of.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> thin(List<Item> items) {
        return items.stream().filter(Item::thin).map(Item::externalId).collect(Collectors.toSet());
    }

    /** A record whose references are ours. */
    record Draft(Item item, UUID id, ObjectNode body, Known known, List<Problem> problems, boolean adopted) {
        /** The same without a field, for a reason that is told. */
        Draft without(String field, Problem reason) {
            ObjectNode rest = body.deepCopy();
            rest.remove(field);
            List<Problem> reasons = new ArrayList<>(problems);
            reasons.add(reason);
            return new Draft(item, id, rest, known, reasons, adopted);
        }
    }

    private static Item quarantined(Item item, Known known, List<Problem> problems) {
        return item.planned("quarantine", known == null ? null : known.recordId(), item.body(), null, null, problems);
    }

    /** Ours for the records that this chunk points at. */
    private record References(Map<Kind, Map<String, UUID>> found) {
        UUID find(Kind kind, String externalId) {
            return found.getOrDefault(kind, Map.of()).get(externalId);
        }
    }

    private References references(Handle handle, Run run, Source source, List<Item> open) {
        Map<Kind, Set<String>> wanted = new EnumMap<>(Kind.class);
        for (Item item : open) {
            if (item.body() != null) {
                Referring.each(
                        item.kind(),
                        item.body(),
                        (object, column, kind) -> wanted.computeIfAbsent(kind, each -> new HashSet<>())
                                .add(object.get(column).textValue()));
            }
        }
        Map<Kind, Map<String, UUID>> found = new EnumMap<>(Kind.class);
        wanted.forEach((kind, ids) -> {
            Map<String, UUID> ours = new HashMap<>();
            shared(handle, source, kind, ids, ours);
            Map<String, Known> known = items.known(handle, source.id(), kind, ids);
            Set<UUID> there = rows.existing(
                    handle, kind, known.values().stream().map(Known::recordId).toList());
            known.forEach((id, each) -> {
                if (there.contains(each.recordId())) {
                    ours.put(id, each.recordId());
                }
            });
            ours.putAll(items.planned(handle, run.id(), kind, ids));
            found.put(kind, ours);
        });
        return new References(found);
    }

    /** Words that everybody uses, the source's own organization, and for who publishes others all that is there. */
    private void shared(Handle handle, Source source, Kind kind, Set<String> ids, Map<String, UUID> ours) {
        if (kind == Kind.ORGANIZATION && source.organizationId() != null) {
            ours.put(source.organizationId().toString(), source.organizationId());
            if (source.ownExternalId() != null) {
                ours.put(source.ownExternalId(), source.organizationId());
            }
        }
        if (kind == Kind.TAXONOMY || kind == Kind.TAXONOMY_TERM || source.publishesOthers()) {
            Set<UUID> given = new HashSet<>();
            ids.forEach(id -> {
                UUID uuid = DirectoryRows.uuid(id);
                if (uuid != null) {
                    given.add(uuid);
                }
            });
            rows.existing(handle, kind, given).forEach(id -> ours.put(id.toString(), id));
        }
    }

    private Draft draft(
            Source source, Item item, Known known, References references, Map<String, UUID> newIds, Places places) {
        List<Problem> problems = new ArrayList<>(item.problems());
        ObjectNode body = item.body().deepCopy();
        boolean own = item.kind() == Kind.ORGANIZATION
                && source.organizationId() != null
                && (item.externalId().equals(source.ownExternalId())
                        || item.externalId().equals(source.organizationId().toString()));
        if (item.kind() == Kind.ORGANIZATION && !own && !source.publishesOthers() && known == null) {
            problems.add(Problem.error(
                    "/id",
                    "organization_not_yours",
                    "is another organization than yours; the national team has to add it"));
        }
        boolean needsOrganization =
                Set.of(Kind.SERVICE, Kind.PROGRAM, Kind.LOCATION).contains(item.kind());
        if (needsOrganization && !body.has("organization_id")) {
            if (source.organizationId() != null) {
                body.put("organization_id", source.organizationId().toString());
            } else if (item.kind() != Kind.LOCATION) {
                problems.add(Problem.error("/organization_id", "missing", "is missing"));
            }
        }
        Referring.each(item.kind(), body, (object, column, kind) -> {
            String given = object.get(column).textValue();
            UUID ours = references.find(kind, given);
            if (ours != null) {
                object.put(column, ours.toString());
            } else if (!(needsOrganization && given.equals(String.valueOf(source.organizationId())))) {
                boolean needed = object == body
                        && NEEDED_REFERENCES.getOrDefault(item.kind(), Set.of()).contains(column);
                if (!needed) {
                    object.remove(column);
                    problems.add(Problem.warning(
                            "/" + column,
                            "reference_left_out",
                            "points at a " + kind.word() + " that is not there, and was left out"));
                } else {
                    problems.add(Problem.error(
                            "/" + column,
                            "reference_not_known",
                            "points at a " + kind.word() + " that is not there, or was kept back"));
                }
            }
        });
        places.check(body, problems);
        keepLast(item.problems(), body, known);
        if (item.kind() == Kind.LOCATION) {
            places.locate(body, problems);
            places.lookAtPosition(body, problems);
            keepLast(problems, body, known);
        }
        UUID id = known != null ? known.recordId() : own ? source.organizationId() : newIds.get(item.externalId());
        return new Draft(item, id, body, known, problems, own && known == null);
    }

    /** A field whose value cannot be taken now stays what the source said last. */
    private static void keepLast(List<Problem> problems, ObjectNode body, Known known) {
        if (known == null) {
            return;
        }
        for (Problem problem : problems) {
            String[] steps = problem.pointer().split("/", 3);
            if (problem.dropsValue()
                    && steps.length > 1
                    && !body.has(steps[1])
                    && known.stated().has(steps[1])) {
                body.set(steps[1], known.stated().get(steps[1]));
            }
        }
    }

    private List<Item> merged(Handle handle, Source source, Kind kind, List<Draft> drafts) {
        Map<UUID, ObjectNode> current =
                images.now(handle, kind, drafts.stream().map(Draft::id).toList());
        Map<List<UUID>, UUID> places = kind == Kind.SERVICE_AT_LOCATION
                ? rows.places(
                        handle,
                        drafts.stream()
                                .map(each -> UUID.fromString(
                                        each.body().path("service_id").asText()))
                                .toList())
                : Map.of();
        Set<UUID> ids = new HashSet<>(places.values());
        drafts.forEach(draft -> ids.add(draft.id()));
        Map<UUID, Map<String, Provenance.Holder>> holders = provenance.of(handle, ids);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Item> planned = new ArrayList<>();
        Map<UUID, Held> held = ownership.of(handle, kind, ids);
        for (Draft draft : drafts) {
            UUID id = draft.id();
            if (kind == Kind.SERVICE_AT_LOCATION) {
                UUID there = places.get(List.of(
                        UUID.fromString(draft.body().path("service_id").asText()),
                        UUID.fromString(draft.body().path("location_id").asText())));
                if (there != null && !there.equals(id)) {
                    id = there;
                    current.putAll(images.now(handle, kind, List.of(id)));
                }
            }
            planned.add(merged(
                    handle,
                    source,
                    draft,
                    id,
                    held.get(id),
                    current.get(id),
                    holders.getOrDefault(id, Map.of()),
                    today));
        }
        return planned;
    }

    private Item merged(
            Handle handle,
            Source source,
            Draft draft,
            UUID id,
            Held held,
            ObjectNode current,
            Map<String, Provenance.Holder> holders,
            LocalDate today) {
        Kind kind = draft.item().kind();
        ObjectNode last = draft.known() == null ? null : draft.known().stated();
        ObjectNode stated = draft.body();
        if (draft.item().thin() && last != null) {
            // a mention changes what it says, and takes away nothing that it leaves out
            stated = last.deepCopy();
            stated.setAll(draft.body());
        }
        Item item = draft.item().planned(null, id, stated, null, null, draft.problems());
        Merge merge = Merge.of(
                kind,
                stated,
                last,
                current,
                holders,
                Merge.voiceOf(source, item, held),
                current != null && !ownership.mayChange(source, kind, held),
                today);
        Set<String> review = ownership.toReview(handle, source, kind, current, stated, merge.changedFields());
        if (current == null && review.contains("name")) {
            return quarantined(
                    draft.item(),
                    draft.known(),
                    List.of(
                            Problem.error(
                                    "/name",
                                    "name_of_another",
                                    "is the name of another organization or of a line that the national team holds; use a name of your own")));
        }
        merge = merge.withoutReview(review, current, stated);
        String action = current == null ? "create" : merge.changes().isEmpty() ? "keep" : "update";
        return item.planned(
                action,
                id,
                stated,
                action.equals("keep") ? null : merge.changes(),
                merge.conflicts().isEmpty() ? null : merge.conflicts(),
                item.problems());
    }
}
