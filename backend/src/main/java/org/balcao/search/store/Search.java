package org.balcao.search.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.SearchReport;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.engine.search.sort.dsl.SortThenStep;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** One question being answered. */
final class Search {

    /** Filters that are left out one at a time where nothing is found, the ones people part with first before the others. */
    private static final List<String> LOOSENED =
            List.of("open_at", "radius", "language", "free", "delivery_mode", "age", LuceneFilters.TERMS, "place");

    private static final String NOTHING = "";

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final SearchPredicateFactory is;
    private final ServiceQuery query;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys doors;
    private final SearchCache cache;
    private final Instant now;
    private final Understood understood;
    private final List<WordQuery.Clause> clauses;
    private final WordQuery words;
    private final LuceneFilters filters;
    private final List<UUID> urgent;
    private int groups;

    Search(
            SearchSession session,
            ServiceQuery query,
            Vocabulary.Known known,
            OpeningHoursKeys doors,
            SearchCache cache,
            Map<String, List<UUID>> urgentLines,
            Instant now) {
        this.session = session;
        this.query = query;
        this.known = known;
        this.doors = doors;
        this.cache = cache;
        this.now = now;
        this.scope = session.scope(ServiceDocument.class);
        this.is = scope.predicate();
        this.understood = query.searches()
                ? known.lexicon().read(query.search(), this::stands)
                : new Understood("", List.of(), 0);
        this.clauses = WordQuery.clauses(understood, writing());
        this.words = new WordQuery(is, understood, known, clauses);
        this.filters = new LuceneFilters(is, query, known, doors);
        this.urgent = understood.urgent().stream()
                .flatMap(kind -> urgentLines.getOrDefault(kind, List.of()).stream())
                .distinct()
                .toList();
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
        return cache.written(
                word,
                unfinished,
                mistyped,
                () -> !session.search(scope)
                        .select(each -> each.id())
                        .where(WordQuery.anywhere(is, word, unfinished, mistyped))
                        .totalHitCountThreshold(1)
                        .fetch(1)
                        .hits()
                        .isEmpty());
    }

    /** What fits: the words, or everything if there are none, and all filters but one. */
    SearchPredicate fitting(String without) {
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.filter(
                query.searches() ? words.atLeast(groups, urgent) : is.matchAll().toPredicate());
        filters.addTo(all, without);
        return all.toPredicate();
    }

    /** The same with what lifts one service over another. */
    private SearchPredicate judged() {
        if (query.order() == ServiceQuery.Order.OPENING) {
            return opening();
        }
        if (!query.searches() || query.order() != ServiceQuery.Order.RELEVANCE) {
            return fitting(NOTHING);
        }
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.must(words.atLeast(groups, urgent));
        filters.addTo(all, NOTHING);
        return all.toPredicate();
    }

    /** Each step of time until a door opens counts more than all later ones. */
    private SearchPredicate opening() {
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.filter(fitting(NOTHING));
        List<List<String>> steps = doors.opening(query.openAt() == null ? now : query.openAt());
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isEmpty()) {
                all.should(is.terms()
                        .field("openingHours")
                        .matchingAny(steps.get(i))
                        .constantScore()
                        .boost(1 << (steps.size() - i)));
            }
        }
        return all.toPredicate();
    }

    boolean searches() {
        return query.searches();
    }

    /** All groups of words if any service has them, else as many as some service has. */
    void loosen() {
        long total = count(NOTHING);
        while (total == 0 && groups > 1 && count(null) == 0) {
            groups--;
            total = count(NOTHING);
        }
    }

    /** @param without a filter to leave out, or null for all of them */
    private long count(String without) {
        return cache.count(
                query,
                groups,
                without,
                () -> session.search(scope)
                        .where(without == null ? words.atLeast(groups, urgent) : fitting(without))
                        .fetchTotalHitCount());
    }

    List<UUID> ids() {
        loosen();
        return session
                .search(scope)
                .select(each -> each.id(String.class))
                .where(words.atLeast(groups, urgent))
                .fetchHits(ServiceSearch.MOST)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    ResultPage page(int page, int perPage, List<String> languages) {
        int first = (int) Math.min((long) (page - 1) * perPage, Integer.MAX_VALUE - perPage);
        SearchResult<Hit> result = hits(first, perPage);
        if (result.total().hitCountLowerBound() == 0 && groups > 1) {
            loosen();
            result = hits(first, perPage);
        }
        long total = result.total().isHitCountExact() ? result.total().hitCount() : count(NOTHING);
        Map<UUID, StoredHit> kept = cache.services(
                result.hits().stream().map(Hit::id).toList(), missing -> StoredHit.read(session, List.copyOf(missing)));
        Reasons reasons = new Reasons(clauses, known, urgent, languages);
        List<RecordVersion> stamps = result.hits().stream()
                .filter(hit -> kept.containsKey(hit.id())) // else it is gone since
                .map(hit -> hit.stamp(
                        kept.get(hit.id()),
                        reasons.of(hit.id(), kept.get(hit.id()).shown())))
                .toList();
        return new ResultPage(stamps, total, query.searches() || total == 0 ? report(languages, total) : null);
    }

    private SearchResult<Hit> hits(int offset, int limit) {
        return session.search(scope)
                .select(each -> Hit.projection(each, query.near() == null ? null : LuceneFilters.here(query)))
                .where(judged())
                .sort(this::order)
                .totalHitCountThreshold((long) offset + limit)
                .fetch(offset, limit);
    }

    private SortFinalStep order(SearchSortFactory sort) {
        return switch (query.order()) {
            case DISTANCE -> query.near() == null ? entry(sort) : nearest(sort);
            case OPENING -> sort.score().then().field("position");
            case ENTRY -> entry(sort);
            case RELEVANCE -> {
                SortThenStep best = query.searches()
                        ? sort.score().then().field("tieBreak")
                        : query.terms().isEmpty()
                                ? null
                                : sort.field("needCount").then().field("confidenceRank");
                yield best == null ? entry(sort) : best.then().field("position");
            }
        };
    }

    private SortFinalStep nearest(SearchSortFactory sort) {
        return sort.distance("points", LuceneFilters.here(query))
                .missing()
                .last()
                .then()
                .field("position");
    }

    private static SortFinalStep entry(SearchSortFactory sort) {
        return sort.field("position");
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
        for (String parameter : LOOSENED) {
            long total = filters.asks(parameter) ? count(parameter) : 0;
            if (total > 0) {
                nearest.add(new SearchReport.Nearest(parameter, total));
            }
        }
        return nearest;
    }

    SearchScope<ServiceDocument> scope() {
        return scope;
    }

    SearchSession session() {
        return session;
    }

    LuceneFilters filters() {
        return filters;
    }
}
