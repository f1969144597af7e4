package org.balcao.search.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.store.WordQuery.Clause;
import org.balcao.search.store.WordQuery.Writing;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;

/**
 * What a question is taken to ask for.
 *
 * @param understood the words in groups: phrases that are known, and words that are not
 * @param clauses what the index is asked for each group
 * @param urgentLines the services that come first for the danger that the words speak of, the best first
 */
record Understanding(Understood understood, List<Clause> clauses, List<UUID> urgentLines) {

    static Understanding of(
            ServiceQuery query, Vocabulary.Known known, WrittenWords written, Map<String, List<UUID>> urgentLines) {
        Understood understood = query.searches()
                ? known.lexicon().read(query.search(), written::hasJustSo)
                : new Understood("", List.of(), 0);
        List<UUID> lines = understood.urgent().stream()
                .flatMap(kind -> urgentLines.getOrDefault(kind, List.of()).stream())
                .distinct()
                .toList();
        return new Understanding(understood, WordQuery.clauses(understood, writing(understood, written)), lines);
    }

    /** How the words that mean nothing known are written in listings, where not as they were typed. */
    private static Map<Group, Writing> writing(Understood understood, WrittenWords written) {
        Map<Group, Writing> writing = new HashMap<>();
        for (Group group : understood.groups()) {
            if (!group.isKnown()) {
                Word word = group.words().getFirst();
                if (!written.has(word, group.last(), false)) {
                    boolean mistyped = Words.mistakes(word.folded()) > 0 && written.has(word, false, true);
                    writing.put(group, mistyped ? Writing.MISTYPED : Writing.NOWHERE);
                }
            }
        }
        return writing;
    }

    /** How many groups of words a service has to fit. */
    int deciding() {
        return (int) clauses.stream().filter(Clause::decides).count();
    }
}
