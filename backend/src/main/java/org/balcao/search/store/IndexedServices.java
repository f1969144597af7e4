package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.balcao.directory.store.Found;
import org.balcao.directory.store.Near;
import org.balcao.directory.store.SearchReport;
import org.balcao.directory.store.ServiceConditions;
import org.balcao.directory.store.ServiceQuery;
import org.balcao.directory.store.ServiceSearch;
import org.balcao.directory.store.Stamp;
import org.balcao.directory.store.Suggestion;
import org.balcao.directory.store.TermFamilies;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.balcao.shared.StableId;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.spatial.DistanceUnit;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;

/** Finds services by words in the index. */
@ApplicationScoped
class IndexedServices implements ServiceSearch {

    private static final String STARTER_DATA = "portugal";
    private static final List<String> REACHABLE = List.of("active", "temporarily closed", "inactive");

    private final IndexFollower follower;
    private final Vocabulary vocabulary;
    private final TermFamilies families;
    private final Map<String, List<UUID>> urgentLines = new HashMap<>();

    IndexedServices(IndexFollower follower, Vocabulary vocabulary, TermFamilies families) {
        this.follower = follower;
        this.vocabulary = vocabulary;
        this.families = families;
        WordFile.urgent()
                .forEach((kind, lines) -> urgentLines.put(
                        kind,
                        lines.services().stream()
                                .map(id -> StableId.of(STARTER_DATA, "service", id))
                                .toList()));
    }

    /** Asks the index; empty while there is none that can answer. */
    private <T> Optional<T> ask(Function<SearchSession, T> question) {
        Optional<ServiceIndex> index = follower.ready();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        try (SearchSession session = index.get().session()) {
            return Optional.of(question.apply(session));
        } catch (SearchException failure) {
            follower.reportDamage(failure);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Found> find(
            ServiceQuery query, UnaryOperator<List<Stamp>> keep, int page, int perPage, List<String> languages) {
        return ask(session -> new Search(session, query).page(keep, page, perPage, languages));
    }

    @Override
    public Optional<List<UUID>> matching(ServiceQuery query) {
        return ask(session -> new Search(session, query).ids());
    }

    @Override
    public List<Suggestion> suggest(String typed, List<String> languages, int most) {
        return ask(session -> new Suggestions(session, vocabulary.known(), languages).of(typed, most))
                .orElse(List.of());
    }

    /** One question being answered. */
    private final class Search {

        private final SearchSession session;
        private final SearchScope<ServiceEntry> scope;
        private final SearchPredicateFactory is;
        private final ServiceQuery query;
        private final Vocabulary.Known known = vocabulary.known();
        private final Understood understood;
        private final List<WordQuery.Clause> clauses;
        private final WordQuery words;
        private final List<UUID> urgent = new ArrayList<>();
        private int groups;

        Search(SearchSession session, ServiceQuery query) {
            this.session = session;
            this.query = query;
            this.scope = session.scope(ServiceEntry.class);
            this.is = scope.predicate();
            this.understood = known.lexicon().read(query.search(), this::stands);
            this.clauses = WordQuery.clauses(understood, writing());
            this.words = new WordQuery(is, understood, known, clauses);
            understood.urgent().stream()
                    .flatMap(kind -> urgentLines.getOrDefault(kind, List.of()).stream())
                    .distinct()
                    .forEach(urgent::add);
            this.groups = words.deciding();
        }

        private Map<Group, WordQuery.Writing> writing() {
            Map<Group, WordQuery.Writing> writing = new HashMap<>();
            for (Group group : understood.groups()) {
                if (!group.isKnown()) {
                    Word word = group.words().getFirst();
                    if (!written(word, group.last(), false)) {
                        boolean mistyped = Words.mistakes(word.folded()) > 0 && written(word, false, true);
                        writing.put(group, mistyped ? WordQuery.Writing.MISTYPED : WordQuery.Writing.NOWHERE);
                    }
                }
            }
            return writing;
        }

        /** Whether some listing has a word just so, and not another form of it. */
        private boolean stands(Word word) {
            return written(new Word(word.typed(), word.folded(), Set.of(), word.start(), word.end()), false, false);
        }

        private boolean written(Word word, boolean unfinished, boolean mistyped) {
            return !session.search(scope)
                    .select(each -> each.id())
                    .where(WordQuery.anywhere(is, word, unfinished, mistyped))
                    .totalHitCountThreshold(1)
                    .fetch(1)
                    .hits()
                    .isEmpty();
        }

        private SearchPredicate predicate(String without) {
            BooleanPredicateClausesStep<?, ?> all = is.bool();
            all.must(words.atLeast(groups, urgent));
            WordQuery.addQuality(
                    is, all, clauses.stream().anyMatch(each -> each.group().isKnown()));
            addFilters(all, without);
            return all.toPredicate();
        }

        private void addFilters(BooleanPredicateClausesStep<?, ?> all, String without) {
            filter(
                    all,
                    without,
                    "status",
                    is.terms()
                            .field("status")
                            .matchingAny(query.statuses().isEmpty() ? REACHABLE : query.statuses())
                            .toPredicate());
            if (!query.terms().isEmpty() && !"taxonomy_term_id".equals(without)) {
                Map<UUID, List<UUID>> byTaxonomy = families.of(query.terms());
                if (byTaxonomy.isEmpty()) {
                    all.filter(is.matchNone());
                }
                byTaxonomy
                        .values()
                        .forEach(family -> all.filter(is.terms().field("terms").matchingAny(texts(family))));
            }
            if (!query.taxonomies().isEmpty()) {
                filter(
                        all,
                        without,
                        "taxonomy_id",
                        is.terms()
                                .field("taxonomies")
                                .matchingAny(texts(query.taxonomies()))
                                .toPredicate());
            }
            if (!query.organizations().isEmpty()) {
                filter(
                        all,
                        without,
                        "organization_id",
                        is.terms()
                                .field("organization")
                                .matchingAny(texts(query.organizations()))
                                .toPredicate());
            }
            if (query.modifiedAfter() != null) {
                filter(
                        all,
                        without,
                        "modified_after",
                        is.range()
                                .field("lastModified")
                                .atLeast(query.modifiedAfter())
                                .toPredicate());
            }
            if (query.minimumAge() != null) {
                filter(
                        all,
                        without,
                        "minimum_age",
                        is.range()
                                .field("minimumAge")
                                .atLeast(query.minimumAge())
                                .toPredicate());
            }
            if (query.maximumAge() != null) {
                filter(
                        all,
                        without,
                        "maximum_age",
                        is.range()
                                .field("maximumAge")
                                .atMost(query.maximumAge())
                                .toPredicate());
            }
            if (!query.languages().isEmpty()) {
                filter(
                        all,
                        without,
                        "language",
                        is.terms()
                                .field("languages")
                                .matchingAny(query.languages())
                                .toPredicate());
            }
            if (!query.deliveryModes().isEmpty()) {
                filter(
                        all,
                        without,
                        "delivery_mode",
                        is.terms()
                                .field("deliveryModes")
                                .matchingAny(query.deliveryModes())
                                .toPredicate());
            }
            if (query.free() != null) {
                filter(
                        all,
                        without,
                        "free",
                        is.match().field("free").matching(query.free()).toPredicate());
            }
            if (query.confidence() != null) {
                filter(
                        all,
                        without,
                        "confidence",
                        is.terms()
                                .field("confidence")
                                .matchingAny(ServiceConditions.atLeast(query.confidence()))
                                .toPredicate());
            }
            if (!query.places().isEmpty()) {
                List<String> codes = query.places().stream()
                        .filter(known.places()::containsKey)
                        .toList();
                filter(
                        all,
                        without,
                        "place",
                        codes.isEmpty()
                                ? is.matchNone().toPredicate()
                                : is.bool()
                                        .should(is.terms().field("places").matchingAny(codes))
                                        .should(WordQuery.covering(is, codes, known))
                                        .should(is.match().field("nationwide").matching(true))
                                        .toPredicate());
            }
            if (query.near() != null && query.near().radius() != null) {
                filter(
                        all,
                        without,
                        "radius",
                        is.spatial()
                                .within()
                                .field("points")
                                .circle(here(), query.near().radius(), DistanceUnit.METERS)
                                .toPredicate());
            }
        }

        private static void filter(
                BooleanPredicateClausesStep<?, ?> all, String without, String parameter, SearchPredicate predicate) {
            if (!parameter.equals(without)) {
                all.filter(predicate);
            }
        }

        private static List<String> texts(List<UUID> ids) {
            return ids.stream().map(UUID::toString).toList();
        }

        private GeoPoint here() {
            Near near = query.near();
            return GeoPoint.of(near.latitude(), near.longitude());
        }

        /** All groups of words if any service has them, else as many as some service has. */
        private long loosen() {
            long total = count("");
            while (total == 0 && groups > 1 && count(null) == 0) {
                groups--;
                total = count("");
            }
            return total;
        }

        /** @param without a filter to leave out, or null for all of them */
        private long count(String without) {
            return session.search(scope)
                    .where(without == null ? words.atLeast(groups, urgent) : predicate(without))
                    .fetchTotalHitCount();
        }

        List<UUID> ids() {
            loosen();
            return session
                    .search(scope)
                    .select(each -> each.id())
                    .where(words.atLeast(groups, urgent))
                    .fetchHits(MOST)
                    .stream()
                    .map(id -> UUID.fromString(id.toString()))
                    .toList();
        }

        Found page(UnaryOperator<List<Stamp>> keep, int page, int perPage, List<String> languages) {
            boolean keepsAll = query.openAt() == null;
            long first = (long) (page - 1) * perPage;
            if (first > Integer.MAX_VALUE - perPage) {
                first = Integer.MAX_VALUE - perPage;
            }
            SearchResult<Hit> result = hits(keepsAll ? (int) first : 0, keepsAll ? perPage : MOST);
            if (result.total().hitCount() == 0 && groups > 1) {
                loosen();
                result = hits(keepsAll ? (int) first : 0, keepsAll ? perPage : MOST);
            }
            List<Hit> hits = result.hits();
            long total = result.total().hitCount();
            if (!keepsAll) {
                List<Stamp> kept = keep.apply(hits.stream().map(Hit::stamp).toList());
                Set<UUID> ids = new LinkedHashSet<>();
                kept.forEach(stamp -> ids.add(stamp.id()));
                total = kept.size();
                int from = (int) Math.min(first, ids.size());
                List<UUID> onPage = List.copyOf(ids).subList(from, Math.min(from + perPage, ids.size()));
                hits = hits.stream()
                        .filter(hit -> onPage.contains(hit.stamp().id()))
                        .toList();
            }
            Reasons reasons = new Reasons(clauses, known, urgent, languages);
            List<Stamp> stamps =
                    hits.stream().map(hit -> hit.stamp(reasons.of(hit))).toList();
            return new Found(stamps, total, report(languages, total));
        }

        private SearchResult<Hit> hits(int offset, int limit) {
            return session.search(scope)
                    .select(each -> Hit.projection(each, query.near() == null ? null : here()))
                    .where(predicate(""))
                    .sort(sort -> query.order() == ServiceQuery.Order.DISTANCE && query.near() != null
                            ? sort.distance("points", here())
                                    .missing()
                                    .last()
                                    .then()
                                    .field("position")
                            : sort.score().then().field("position"))
                    .fetch(offset, limit);
        }

        private SearchReport report(List<String> languages, long total) {
            return new SearchReport(
                    Reasons.understood(understood, clauses, known, languages),
                    groups < words.deciding(),
                    List.copyOf(understood.urgent()),
                    total > 0 ? List.of() : nearest());
        }

        private List<SearchReport.Nearest> nearest() {
            List<SearchReport.Nearest> nearest = new ArrayList<>();
            Map<String, Boolean> asked = new LinkedHashMap<>();
            asked.put("open_at", query.openAt() != null);
            asked.put("radius", query.near() != null && query.near().radius() != null);
            asked.put("language", !query.languages().isEmpty());
            asked.put("free", query.free() != null);
            asked.put("delivery_mode", !query.deliveryModes().isEmpty());
            asked.put("taxonomy_term_id", !query.terms().isEmpty());
            asked.put("place", !query.places().isEmpty());
            asked.forEach((parameter, is) -> {
                long total = is ? count(parameter) : 0;
                if (total > 0) {
                    nearest.add(new SearchReport.Nearest(parameter, total));
                }
            });
            return nearest;
        }
    }
}
