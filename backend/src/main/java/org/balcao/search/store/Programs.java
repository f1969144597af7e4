package org.balcao.search.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.search.FoldedBranches;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** The entries and branches of programs ({@link ProgramBranches}) among the services that fit a question. */
final class Programs {

    /** Entries that are looked for, in their order; the branches behind any others are listed themselves. */
    private static final int MOST = 100;

    private static final AggregationKey<Map<String, Long>> BRANCHES = AggregationKey.of("branches");
    private static final AggregationKey<Map<String, Long>> ENTRIES = AggregationKey.of("entries");

    /**
     * A service that is the entry of a program.
     *
     * @param program its id
     */
    record Entry(UUID service, String program) {}

    /**
     * The ids of the programs of an index.
     *
     * @param withEntries of those that have an entry
     * @param withBranches of those that have branches
     */
    record ProgramIds(Set<String> withEntries, Set<String> withBranches) {}

    /**
     * A list in which some services come after all others.
     *
     * @param fitting what is in it, with the points that put them last where no field does
     * @param lastBy the field whose services come last, or null
     */
    record Arranged(SearchPredicate fitting, String lastBy) {
        static Arranged asItIs(SearchPredicate fitting) {
            return new Arranged(fitting, null);
        }
    }

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final SearchPredicateFactory is;
    private final ProgramIds ids;

    Programs(SearchSession session, SearchScope<ServiceDocument> scope, SearchCache cache) {
        this.session = session;
        this.scope = scope;
        this.is = scope.predicate();
        this.ids = cache.programs(this::all);
    }

    private ProgramIds all() {
        SearchResult<?> all = session.search(scope)
                .where(each -> each.matchAll())
                .aggregation(
                        ENTRIES,
                        each -> each.terms().field("entryOf", String.class).maxTermCount(MOST))
                .aggregation(
                        BRANCHES,
                        each -> each.terms().field("branchOf", String.class).maxTermCount(MOST))
                .fetch(0);
        return new ProgramIds(
                Set.copyOf(all.aggregation(ENTRIES).keySet()),
                Set.copyOf(all.aggregation(BRANCHES).keySet()));
    }

    ProgramIds ids() {
        return ids;
    }

    /** The entries among what fits. */
    List<Entry> entriesIn(SearchPredicate fitting) {
        if (ids.withEntries().isEmpty()) {
            return List.of();
        }
        return session.search(scope)
                .select(each -> each.composite()
                        .from(each.id(String.class), each.field("entryOf", String.class))
                        .as((id, program) -> new Entry(UUID.fromString(id), program)))
                .where(both(fitting, is.exists().field("entryOf").toPredicate()))
                .sort(each -> each.field("position"))
                .fetchHits(MOST);
    }

    /** How many branches of the programs of some entries are among what fits, by the program's id. */
    Map<String, Long> branchesIn(SearchPredicate fitting, List<Entry> entries) {
        return entries.isEmpty()
                ? Map.of()
                : session.search(scope)
                        .where(both(fitting, branchesOf(entries)))
                        .aggregation(
                                BRANCHES,
                                each -> each.terms()
                                        .field("branchOf", String.class)
                                        .maxTermCount(MOST))
                        .fetch(0)
                        .aggregation(BRANCHES);
    }

    /** What fits, without the branches that stand behind some entries. */
    SearchPredicate folded(SearchPredicate fitting, List<Entry> entries) {
        return entries.isEmpty()
                ? fitting
                : is.bool().must(fitting).mustNot(branchesOf(entries)).toPredicate();
    }

    /** What stands behind some entries. */
    FoldedBranches behind(SearchPredicate fitting, List<Entry> entries) {
        Map<String, Long> branches = branchesIn(fitting, entries);
        Map<UUID, Long> byEntry = new HashMap<>();
        entries.stream()
                .filter(entry -> branches.containsKey(entry.program()))
                .forEach(entry -> byEntry.put(entry.service(), branches.get(entry.program())));
        return new FoldedBranches(
                byEntry, branches.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The same services, the branches of some entries after all others. */
    Arranged branchesLast(SearchPredicate judged, List<Entry> entries) {
        Set<String> programs = entries.stream().map(Entry::program).collect(Collectors.toSet());
        return last(judged, programs, ids.withBranches(), "branch", "branchOf");
    }

    /** The same services, after all others each of some entries of whose program a branch is among what fits. */
    Arranged entriesLast(SearchPredicate judged, SearchPredicate fitting, List<Entry> entries) {
        return last(judged, branchesIn(fitting, entries).keySet(), ids.withEntries(), "entry", "entryOf");
    }

    /** By the field if it is all of its kind that come last: points would have each service judged by itself, one after the other. */
    private Arranged last(SearchPredicate judged, Set<String> programs, Set<String> all, String flag, String program) {
        if (programs.isEmpty()) {
            return Arranged.asItIs(judged);
        }
        if (programs.containsAll(all)) {
            return new Arranged(judged, flag);
        }
        SearchPredicate these = is.terms().field(program).matchingAny(programs).toPredicate();
        return Arranged.asItIs(is.bool()
                .must(judged)
                .should(is.bool().mustNot(these).constantScore().boost(Weights.NOT_LAST))
                .toPredicate());
    }

    SearchPredicate branchesOf(List<Entry> entries) {
        return is.terms()
                .field("branchOf")
                .matchingAny(entries.stream().map(Entry::program).distinct().toList())
                .toPredicate();
    }

    /** What fits, if it is the entry of a program too. */
    SearchPredicate entryOf(SearchPredicate fitting, String program) {
        return both(fitting, is.match().field("entryOf").matching(program).toPredicate());
    }

    /** What fits, if it is a branch of a program too. */
    SearchPredicate branchOf(SearchPredicate fitting, String program) {
        return both(fitting, is.match().field("branchOf").matching(program).toPredicate());
    }

    private SearchPredicate both(SearchPredicate one, SearchPredicate other) {
        return is.bool().filter(one).filter(other).toPredicate();
    }
}
