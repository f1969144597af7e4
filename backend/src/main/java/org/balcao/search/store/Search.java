package org.balcao.search.store;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.search.FoldedBranches;
import org.balcao.search.SearchReport;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.situations.Situation;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** One question to the index. {@link #page} reads downward: find, loosen if nothing is found, read, give reasons, report. */
final class Search {

    /** How many of the best are looked at when PostgreSQL has a say in which of them stay. */
    private static final int MOST = 10_000;

    /** Filters that are left out one at a time where nothing is found, the ones people part with first before the others. */
    private static final List<String> LOOSENED =
            List.of("open_at", "radius", "language", "free", "delivery_mode", "age", ServiceFilter.TERMS, "place");

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final SearchPredicateFactory is;
    private final ServiceQuery query;
    private final Vocabulary.Known known;
    private final OpeningHoursKeys hours;
    private final SearchCache cache;
    private final Intents intents;
    private final Instant now;
    private final Understanding understanding;
    private final IntentQuery answers;
    private final LuceneFilters filters;
    private final Programs programs;
    private int groups;

    Search(
            SearchSession session,
            ServiceQuery query,
            Vocabulary.Known known,
            OpeningHoursKeys hours,
            SearchCache cache,
            Intents intents,
            Instant now) {
        this.session = session;
        this.query = query;
        this.known = known;
        this.hours = hours;
        this.cache = cache;
        this.intents = intents;
        this.now = now;
        this.scope = session.scope(ServiceDocument.class);
        this.is = scope.predicate();
        this.understanding = Understanding.of(query, known, new WrittenWords(session, cache), intents, now);
        this.answers =
                new IntentQuery(is, understanding, new WordQuery(is, understanding, known), hours.openAt(moment()));
        this.filters = new LuceneFilters(is, query.filters(), known, hours);
        this.programs = new Programs(session, scope, cache);
        this.groups = understanding.deciding();
    }

    /** When a door should be open: as was typed, as was asked for, or now. */
    private Instant moment() {
        ZonedDateTime said = understanding.intent().moment();
        return said != null ? said.toInstant() : query.openAt() != null ? query.openAt() : now;
    }

    /** @param page from 1 */
    ServicePage page(int page, int perPage, List<String> languages) {
        int first = (int) Math.min((long) (page - 1) * perPage, Integer.MAX_VALUE - perPage);
        SearchResult<Hit> found = find(first, perPage);
        if (found.total().hitCountLowerBound() == 0 && canLoosen()) {
            loosen();
            found = find(first, perPage);
        }
        long total = total(found);
        return new ServicePage(
                withReasons(found.hits(), languages),
                total,
                report(languages, total, isHelpFirst(found.hits())),
                understanding.hasOwnWords(),
                foldedBranches());
    }

    private SearchResult<Hit> find(int offset, int limit) {
        Programs.Arranged arranged = arranged();
        return session.search(scope)
                .select(each -> Hit.projection(each, query.near() == null ? null : LuceneFilters.here(query)))
                .where(arranged.fitting())
                .sort(each -> order(each, arranged.lastBy()))
                .totalHitCountThreshold((long) offset + limit)
                .fetch(offset, limit);
    }

    /** All groups of words if any service has them, else as many as some service has. */
    void loosen() {
        long total = count(LuceneFilters.NONE);
        while (total == 0 && canLoosen() && countOfWords() == 0) {
            groups--;
            total = count(LuceneFilters.NONE);
        }
    }

    private boolean canLoosen() {
        return groups > 1 && understanding.intent().kind() == Intent.Kind.WORDS;
    }

    private long total(SearchResult<Hit> found) {
        return found.total().isHitCountExact() ? found.total().hitCount() : count(LuceneFilters.NONE);
    }

    /** The hits with what the index keeps of them; without those that are gone since. */
    private List<ServicePage.Hit> withReasons(List<Hit> hits, List<String> languages) {
        Map<UUID, StoredHit> stored = cache.services(
                hits.stream().map(Hit::id).toList(), missing -> StoredHit.read(session, List.copyOf(missing)));
        Reasons reasons = new Reasons(understanding, known, languages);
        return hits.stream()
                .filter(hit -> stored.containsKey(hit.id()))
                .map(hit -> new ServicePage.Hit(
                        hit.version(stored.get(hit.id())), reasons.of(hit.id(), stored.get(hit.id()))))
                .toList();
    }

    /** What was made of the words, or null where there is nothing to say of them. */
    private SearchReport report(List<String> languages, long total, boolean helpFirst) {
        return !query.searches() && total > 0
                ? null
                : new SearchReport(
                        Reasons.understood(understanding, known, languages),
                        understanding.intent().kind() == Intent.Kind.WORDS && groups < understanding.deciding(),
                        urgent(),
                        understanding.intent().certainty(),
                        helpFirst,
                        Reasons.topics(understanding, known, languages),
                        total > 0 ? List.of() : nearest());
    }

    /** Help in general is what is given, and neither a filter nor another order keeps it from being first. */
    private boolean isHelpFirst(List<Hit> hits) {
        return understanding.intent().kind() == Intent.Kind.HELP
                && !hits.isEmpty()
                && intents.helpsWithAnything(hits.getFirst().id());
    }

    private List<String> urgent() {
        Situation situation = understanding.intent().situation();
        return situation == null || understanding.intent().lines().isEmpty() || situation.urgent() == null
                ? List.of()
                : List.of(situation.urgent());
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

    /** The services that have the words, whatever else is asked. */
    IndexedServices.Matching matching() {
        loosen();
        List<UUID> services = session
                .search(scope)
                .select(each -> each.id(String.class))
                .where(answers.atLeast(groups))
                .fetchHits(MOST)
                .stream()
                .map(UUID::fromString)
                .toList();
        return new IndexedServices.Matching(services, understanding.isPlaced());
    }

    /** What fits: the words, or everything if there are none, and all filters but one. */
    SearchPredicate fitting(String without) {
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.filter(query.searches() ? answers.atLeast(groups) : is.matchAll().toPredicate());
        filters.addTo(all, without);
        return all.toPredicate();
    }

    /** Whether branches stand behind the entry of their program, if that is in the list: asked for, and no place is named. */
    boolean folds() {
        return query.folds() && !understanding.isPlaced();
    }

    /** Of what fits, what is listed. */
    SearchPredicate listed(SearchPredicate fitting) {
        return folds() ? programs.folded(fitting, programs.entriesIn(fitting)) : fitting;
    }

    /** The same of all filters but one. */
    SearchPredicate listed(String without) {
        SearchPredicate fitting = fitting(without);
        return folds() ? programs.folded(fitting, entries(without)) : fitting;
    }

    /** The entries of programs among what fits without one of the filters. */
    List<Programs.Entry> entries(String without) {
        return cache.entries(query, groups, without, () -> programs.entriesIn(fitting(without)));
    }

    /** What fits and stands behind services of the list. */
    FoldedBranches foldedBranches() {
        return folds()
                ? programs.behind(fitting(LuceneFilters.NONE), entries(LuceneFilters.NONE))
                : FoldedBranches.NONE;
    }

    /** What is judged, with branches behind or after the entry of their program; where a place is named, before it. */
    private Programs.Arranged arranged() {
        if (folds()) {
            return Programs.Arranged.asItIs(programs.folded(judged(), entries(LuceneFilters.NONE)));
        }
        if (query.order() != ServiceQuery.Order.RELEVANCE) {
            return Programs.Arranged.asItIs(judged());
        }
        if (understanding.isPlaced()) {
            return programs.entriesLast(judged(), fitting(LuceneFilters.NONE), entries(LuceneFilters.NONE));
        }
        return query.searches()
                ? programs.branchesLast(judged(), entries(LuceneFilters.NONE))
                : Programs.Arranged.asItIs(judged());
    }

    /** The same with what lifts one service over another. */
    private SearchPredicate judged() {
        if (query.order() == ServiceQuery.Order.OPENING) {
            return opening();
        }
        boolean all = understanding.intent().kind() == Intent.Kind.ALL
                && understanding.intent().lines().isEmpty()
                && understanding.intent().first().isEmpty();
        if (all || query.order() != ServiceQuery.Order.RELEVANCE) {
            return fitting(LuceneFilters.NONE);
        }
        BooleanPredicateClausesStep<?, ?> judged = is.bool();
        judged.must(answers.atLeast(groups));
        filters.addTo(judged, LuceneFilters.NONE);
        return judged.toPredicate();
    }

    /** Each step of time until a door opens counts more than all later ones. */
    private SearchPredicate opening() {
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.filter(fitting(LuceneFilters.NONE));
        List<List<String>> steps = hours.opening(query.openAt() == null ? now : query.openAt());
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

    /** @param lastBy the field whose services come after all others that are offered, or null */
    private SortFinalStep order(SearchSortFactory sort, String lastBy) {
        return switch (query.order()) {
            case DISTANCE -> query.near() == null ? entry(sort) : nearest(sort);
            case OPENING -> sort.score().then().field("position");
            // PostgreSQL answers in these
            case MODIFIED, ENTRY -> entry(sort);
            case RELEVANCE -> best(sort, lastBy);
        };
    }

    private SortFinalStep best(SearchSortFactory sort, String lastBy) {
        boolean needed = query.asks(Terms.class);
        return sort.composite(best -> {
            if (query.searches() || needed) {
                best.add(sort.field("availability"));
            }
            if (lastBy != null) {
                best.add(sort.field(lastBy));
            }
            best.add(sort.score());
            if (query.searches()) {
                best.add(sort.field("tieBreak"));
            } else if (needed) {
                best.add(sort.field("urgency"));
                best.add(sort.field("needCount"));
                best.add(sort.field("confidenceRank"));
            }
            best.add(sort.field("position"));
        });
    }

    private SortFinalStep nearest(SearchSortFactory sort) {
        return sort.distance("reach", LuceneFilters.here(query))
                .missing()
                .last()
                .then()
                .field("position");
    }

    private static SortFinalStep entry(SearchSortFactory sort) {
        return sort.field("position");
    }

    private long count(String without) {
        return cache.count(query, groups, without, () -> count(listed(without)));
    }

    /** How many services have enough of the words, whatever else is asked. */
    private long countOfWords() {
        return cache.count(query, groups, null, () -> count(answers.atLeast(groups)));
    }

    long count(SearchPredicate predicate) {
        return session.search(scope).where(predicate).fetchTotalHitCount();
    }

    SearchScope<ServiceDocument> scope() {
        return scope;
    }

    SearchSession session() {
        return session;
    }

    Programs programs() {
        return programs;
    }

    LuceneFilters filters() {
        return filters;
    }

    boolean searches() {
        return query.searches();
    }
}
