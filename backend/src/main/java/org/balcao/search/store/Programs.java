package org.balcao.search.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.search.FoldedBranches;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** The entries and branches of programs ({@link ProgramBranches}) among the services that fit a question. */
final class Programs {

    /** Entries that are looked for, in their order; the branches behind any others are listed themselves. */
    private static final int MOST = 100;

    private static final AggregationKey<Map<String, Long>> BRANCHES = AggregationKey.of("branches");

    /**
     * A service that is the entry of a program.
     *
     * @param program its id
     */
    record Entry(UUID service, String program) {}

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final SearchPredicateFactory is;

    Programs(SearchSession session, SearchScope<ServiceDocument> scope) {
        this.session = session;
        this.scope = scope;
        this.is = scope.predicate();
    }

    /** The entries among what fits. */
    List<Entry> entriesIn(SearchPredicate fitting) {
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
    SearchPredicate branchesLast(SearchPredicate fitting, List<Entry> entries) {
        return entries.isEmpty() ? fitting : last(fitting, branchesOf(entries));
    }

    /** The same services, after all others each entry of a program of which a branch is among what fits. */
    SearchPredicate entriesLast(SearchPredicate judged, SearchPredicate fitting) {
        List<String> programs =
                List.copyOf(branchesIn(fitting, entriesIn(fitting)).keySet());
        return programs.isEmpty()
                ? judged
                : last(judged, is.terms().field("entryOf").matchingAny(programs).toPredicate());
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

    private SearchPredicate last(SearchPredicate fitting, SearchPredicate these) {
        return is.bool()
                .must(fitting)
                .should(is.bool().mustNot(these).constantScore().boost(Weights.NOT_LAST))
                .toPredicate();
    }

    private SearchPredicate both(SearchPredicate one, SearchPredicate other) {
        return is.bool().filter(one).filter(other).toPredicate();
    }
}
