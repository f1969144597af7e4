package org.balcao.search.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.balcao.directory.place.Gazetteer;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Fit;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.store.Intents.Listings;
import org.balcao.search.store.WordQuery.Clause;
import org.balcao.search.store.WordQuery.Writing;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;

/**
 * What a question is taken to ask for.
 *
 * @param understood the words in groups: phrases that are known, and words that are not
 * @param clauses what the index is asked for each group
 * @param intent what is wanted, all taken together
 * @param names words that rather name something
 * @param places codes of the places that words or a filter name
 * @param around whether what is near a position is asked for
 */
record Understanding(
        Understood understood,
        List<Clause> clauses,
        Intent intent,
        List<Word> names,
        List<String> places,
        boolean around) {

    private static final int MOST_WORDS_OF_A_NEED = 3;

    static Understanding of(
            ServiceQuery query, Vocabulary.Known known, WrittenWords written, Intents intents, Instant now) {
        Understood understood = query.searches()
                ? withPostcodes(known.lexicon().read(query.search(), written::hasJustSo))
                : new Understood("", List.of(), 0);
        List<Clause> clauses = WordQuery.clauses(understood, writing(understood, written));
        Listings listings = new Listings() {
            @Override
            public boolean haveContact(String contact) {
                return written.hasContact(contact);
            }

            @Override
            public boolean have(Word word) {
                return written.has(word, false, false);
            }

            @Override
            public boolean haveName(List<Word> words) {
                return written.hasName(words);
            }

            @Override
            public boolean haveName(List<Word> words, List<String> needs) {
                return written.hasName(words, needs);
            }
        };
        return new Understanding(
                understood,
                clauses,
                intents.of(query, understood, known, listings, now),
                intents.names(understood).stream().filter(written::namesFew).toList(),
                places(query, understood),
                query.near() != null);
    }

    private static List<String> places(ServiceQuery query, Understood understood) {
        return Stream.concat(understood.places().stream(), query.places().stream())
                .distinct()
                .toList();
    }

    /** Whether it is said where: without that, the branches of a program stand behind its entry. */
    boolean isPlaced() {
        return around || !places.isEmpty();
    }

    /** Four digits that are a postal code stand for its municipality. */
    private static Understood withPostcodes(Understood understood) {
        List<Group> groups = understood.groups().stream()
                .map(group -> group.isKnown()
                        ? group
                        : Gazetteer.ofPortugal()
                                .postcode(group.text(understood.text()))
                                .map(spot -> new Meaning(
                                        null, null, null, List.of(spot.municipalityCode()), null, null, null))
                                .map(place -> new Group(group.words(), List.of(place), Fit.SAME, false))
                                .orElse(group))
                .toList();
        return new Understood(understood.text(), groups, understood.wordCount());
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

    /**
     * Whether it may hold what nobody else would type: more words than the name of a need has, as a sentence does, or a word that stands nowhere, or not
     * so, in listings or among the words that are known.
     */
    boolean hasOwnWords() {
        return clauses.stream()
                        .anyMatch(clause -> clause.unknown()
                                || clause.corrected()
                                        && clause.group().meanings().isEmpty())
                || Words.typed(understood.text()).size() > MOST_WORDS_OF_A_NEED;
    }

    /** How many groups of words a service has to fit. */
    int deciding() {
        return (int) clauses.stream().filter(Clause::decides).count();
    }
}
