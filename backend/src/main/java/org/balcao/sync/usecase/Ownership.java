package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.shared.StableId;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Source;
import org.balcao.sync.model.WriteRule;
import org.balcao.sync.model.WriteRule.Act;
import org.balcao.sync.model.WriteRule.Answer;
import org.balcao.sync.model.WriteRule.Feed;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.store.DirectoryRows;
import org.balcao.sync.store.Holdings;
import org.balcao.sync.store.Identities;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.NationalWords;
import org.balcao.sync.store.Provenance.Holder;
import org.balcao.sync.usecase.PlanRun.Draft;
import org.jdbi.v3.core.Handle;

/** Asks {@link WriteRule} for what a source delivers. */
@ApplicationScoped
class Ownership {
    /** What was planned does not fit what is there now. */
    static final Problem MOVED =
            Problem.error("", "moved", "was changed by somebody else since this was planned; deliver it again");

    private static final Set<Kind> OF_AN_ORGANIZATION = Set.of(Kind.SERVICE, Kind.PROGRAM, Kind.LOCATION);

    private final Items items;
    private final Holdings holdings;
    private final Identities identities;

    Ownership(Items items, Holdings holdings, Identities identities) {
        this.items = items;
        this.holdings = holdings;
        this.identities = identities;
    }

    private static Feed feed(Source source) {
        return new Feed(source.id(), source.organizationId());
    }

    void writesFor(Handle handle, Source source) {
        holdings.writesFor(handle, source.id());
    }

    Map<UUID, Held> of(Handle handle, Kind kind, Collection<UUID> ids) {
        return holdings.of(handle, kind, ids);
    }

    /**
     * The ids of records that were not here before: the feed's own if it is a UUID that no record of somebody else has or ever had, else one that is
     * always the same for this source. An id that even then is another's is not among them.
     */
    Map<String, UUID> newIds(Handle handle, Source source, UUID run, Kind kind, Set<String> externalIds) {
        Map<String, UUID> ids = new HashMap<>();
        Map<String, UUID> given = new HashMap<>();
        externalIds.forEach(each -> {
            UUID uuid = DirectoryRows.uuid(each);
            if (uuid != null) {
                given.put(each, uuid);
            }
        });
        // a feed that gives one id to things of two kinds
        given.values().removeAll(items.plannedAsAnother(handle, run, kind, given.values()));
        ids.putAll(free(handle, source, kind, given, false));
        Map<String, UUID> derived = new HashMap<>();
        externalIds.stream()
                .filter(each -> !ids.containsKey(each))
                .forEach(each -> derived.put(each, StableId.of(source.id(), kind.word(), each)));
        ids.putAll(free(handle, source, kind, derived, true));
        return ids;
    }

    /** @param derived from the source's name: where it is not known who had such an id, it was this source */
    private Map<String, UUID> free(Handle handle, Source source, Kind kind, Map<String, UUID> wanted, boolean derived) {
        Map<UUID, Held> held = holdings.of(handle, kind, wanted.values());
        Set<UUID> ofParts = ofParts(handle, wanted.values());
        Map<String, UUID> free = new HashMap<>();
        wanted.forEach((externalId, id) -> {
            Held taken = held.get(id);
            boolean madeBefore = taken != null && source.id().equals(taken.origin()) && taken.kind() == kind
                    || derived && taken != null && !taken.there() && Holdings.UNKNOWN.equals(taken.origin());
            if (ofParts.contains(id)) {
                return;
            }
            if (madeBefore || WriteRule.ask(feed(source), Act.CREATE, kind, taken) != Answer.NOT_YOURS) {
                free.put(externalId, id);
            }
        });
        return free;
    }

    /** Of these ids, those that no record takes: parts of records have them. */
    Set<UUID> ofParts(Handle handle, Collection<UUID> ids) {
        return holdings.ofParts(handle, ids);
    }

    boolean mayChange(Source source, Kind kind, Held held) {
        return WriteRule.ask(feed(source), Act.CHANGE, kind, held) == Answer.WRITE;
    }

    /**
     * Why what was planned cannot be done now: the record may have changed hands since, or the national team may hold a field.
     *
     * @param holders who says what of the record now
     */
    Optional<Problem> hindrance(
            Handle handle, Source source, Item item, Held held, Map<String, Holder> holders, LocalDate today) {
        if (item.action().equals("create")) {
            boolean free = WriteRule.ask(feed(source), Act.CREATE, item.kind(), held) == Answer.WRITE
                    || held != null && !held.there() && Holdings.UNKNOWN.equals(held.origin());
            return free ? Optional.empty() : Optional.of(MOVED);
        }
        boolean mine = mayChange(source, item.kind(), held);
        Merge.Voice voice = Merge.voiceOf(source, item, held);
        for (JsonNode change : item.changes()) {
            String field = change.path("field").asText();
            Holder holder = holders.get(field);
            if (holder == null
                    ? !mine
                    : !mine && !Merge.isBelieved(holder, voice) || Merge.isStronger(holder, voice, today)) {
                return Optional.of(MOVED);
            }
            if (field.equals("organization_id")
                    && item.kind() == Kind.SERVICE
                    && holdings.takesReferrals(handle, item.recordId())) {
                return Optional.of(Problem.error(
                        "/organization_id",
                        "takes_referrals",
                        "stays while the service takes referrals or one is open; close its intake first"));
            }
        }
        return held != null && held.there() ? Optional.empty() : Optional.of(MOVED);
    }

    Optional<Problem> refusesToWithdraw(Source source, Kind kind, Held held) {
        return switch (WriteRule.ask(feed(source), Act.WITHDRAW, kind, held)) {
            case LOCKED ->
                Optional.of(Problem.warning(
                        "", "locked", "is held by the national team, and stays; ask the team to release it first"));
            case NOT_YOURS ->
                held == null || !held.there()
                        ? Optional.empty()
                        : Optional.of(Problem.warning("", "not_yours", "belongs to somebody else now, and stays"));
            default -> Optional.empty();
        };
    }

    /** Fields with which somebody takes a name or a number that another is known by. */
    Set<String> toReview(
            Handle handle, Source source, Kind kind, ObjectNode before, ObjectNode after, Set<String> changed) {
        return source.organizationId() == null
                ? Set.of()
                : identities.taken(handle, kind, source.organizationId(), before, after, changed);
    }

    /** By sequence number, why records may not be made or said so by this source at all. */
    Map<Integer, Problem> foreign(Handle handle, Source source, Kind kind, List<Draft> drafts) {
        Map<Integer, Problem> foreign = new HashMap<>();
        boolean national = source.organizationId() == null;
        if (drafts.isEmpty()) {
            return foreign;
        }
        if (kind == Kind.ONE_STOP_CENTRE && !national) {
            drafts.forEach(draft -> foreign.put(
                    draft.item().seq(),
                    Problem.error("", "national_team_only", "is looked after by the national team")));
        } else if ((kind == Kind.TAXONOMY || kind == Kind.TAXONOMY_TERM) && !national) {
            words(NationalWords.read(handle), kind, drafts, foreign);
        } else if (OF_AN_ORGANIZATION.contains(kind)) {
            organizations(handle, source, drafts, foreign);
        } else if (kind == Kind.SERVICE_AT_LOCATION) {
            services(handle, source, drafts, foreign);
        }
        noId(drafts, foreign);
        return foreign;
    }

    private static void noId(List<Draft> drafts, Map<Integer, Problem> foreign) {
        drafts.stream()
                .filter(draft -> draft.id() == null)
                .forEach(draft -> foreign.put(
                        draft.item().seq(),
                        Problem.error("/id", "id_taken", "is the id of another source's record; use another id")));
    }

    private static void words(NationalWords words, Kind kind, List<Draft> drafts, Map<Integer, Problem> foreign) {
        for (Draft draft : drafts) {
            ObjectNode body = draft.body();
            UUID list = DirectoryRows.uuid(body.path("taxonomy_id").asText());
            String wrong;
            if (kind == Kind.TAXONOMY) {
                wrong = words.isName(body.path("name").textValue()) ? "/name" : null;
            } else if (list != null && words.lists().contains(list)) {
                wrong = "/taxonomy_id";
            } else if (words.isName(body.path("taxonomy").textValue())) {
                wrong = "/taxonomy";
            } else if (words.isTerm(DirectoryRows.uuid(body.path("parent_id").asText()))) {
                wrong = "/parent_id";
            } else {
                wrong = words.isCode(body.path("code").textValue()) ? "/code" : null;
            }
            if (wrong != null) {
                foreign.put(
                        draft.item().seq(),
                        Problem.error(
                                wrong,
                                "national_word",
                                "is of a list that the national team looks after; use a list of your own"));
            }
        }
    }

    /** A source speaks for its own organization, and for those that it made itself. */
    private void organizations(Handle handle, Source source, List<Draft> drafts, Map<Integer, Problem> foreign) {
        Set<UUID> named = new HashSet<>();
        drafts.forEach(draft -> named.add(organizationOf(draft)));
        named.remove(null);
        Map<UUID, Held> held = holdings.of(handle, Kind.ORGANIZATION, named);
        for (Draft draft : drafts) {
            UUID organization = organizationOf(draft);
            Held of = organization == null ? null : held.get(organization);
            boolean mine = organization == null
                    || of == null
                    || organization.equals(source.organizationId())
                    || source.id().equals(of.origin());
            if (!mine) {
                foreign.put(
                        draft.item().seq(),
                        Problem.error(
                                "/organization_id",
                                "organization_not_yours",
                                "is another organization than yours; leave it out, or ask the national team"));
            }
        }
    }

    /** Where a service is given says only whose service it is, or who made it. */
    private void services(Handle handle, Source source, List<Draft> drafts, Map<Integer, Problem> foreign) {
        Set<UUID> named = new HashSet<>();
        drafts.forEach(draft -> named.add(serviceOf(draft)));
        named.remove(null);
        Map<UUID, Held> held = holdings.of(handle, Kind.SERVICE, named);
        for (Draft draft : drafts) {
            Held of = held.get(serviceOf(draft));
            if (of != null && !mayChange(source, Kind.SERVICE, of)) {
                foreign.put(
                        draft.item().seq(),
                        Problem.error("/service_id", "not_yours", "must be a service of your own organization"));
            }
        }
    }

    private static UUID serviceOf(Draft draft) {
        return DirectoryRows.uuid(draft.body().path("service_id").asText());
    }

    private static UUID organizationOf(Draft draft) {
        return DirectoryRows.uuid(draft.body().path("organization_id").asText());
    }
}
