package org.balcao.search.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** What was understood, as clauses of a query: each group of words fits a service for one reason or several. */
final class WordQuery {

    /** The fields with words, and what a word in each counts. */
    static final Map<String, Float> FIELDS = Map.of(
            "names", Weights.NAME, "others", Weights.OTHER, "placeNames", Weights.PLACE_NAME, "texts", Weights.TEXT);

    private static final List<String> NAME_FIELDS = List.of("names", "others", "placeNames");
    private static final int SHORTEST_BEGUN = 2;
    private static final int SENTENCE = 5;
    /** A group of words as the index is asked for it. */
    record Clause(Group group, boolean decides, boolean unknown, boolean corrected) {}

    private final SearchPredicateFactory is;
    private final Understanding understanding;
    private final Vocabulary.Known known;

    WordQuery(SearchPredicateFactory is, Understanding understanding, Vocabulary.Known known) {
        this.is = is;
        this.understanding = understanding;
        this.known = known;
    }

    /**
     * Which groups decide. In a sentence, once a need is understood, other words only help the order; and what is known nowhere is left
     * out while anything else is said.
     */
    static List<Clause> clauses(Understood understood, Map<Group, Writing> written) {
        boolean need = understood.groups().stream().anyMatch(group -> group.isKnown() && group.decides());
        boolean sentence = understood.wordCount() >= SENTENCE && need;
        List<Clause> clauses = new ArrayList<>();
        for (Group group : understood.groups()) {
            Writing writing = written.getOrDefault(group, Writing.WRITTEN);
            boolean decides = group.decides() && (group.isKnown() || !sentence);
            clauses.add(new Clause(group, decides, writing == Writing.NOWHERE, writing == Writing.MISTYPED));
        }
        if (clauses.stream().noneMatch(Clause::decides)) {
            clauses.replaceAll(each -> new Clause(each.group(), true, each.unknown(), each.corrected()));
        }
        if (clauses.stream().anyMatch(each -> each.decides() && !each.unknown())) {
            clauses.replaceAll(each -> each.unknown() ? new Clause(each.group(), false, true, false) : each);
        }
        return clauses;
    }

    /** Whether a word stands in any listing. */
    enum Writing {
        WRITTEN,
        MISTYPED,
        NOWHERE
    }

    static boolean isPlace(Group group) {
        return group.meanings().stream().anyMatch(meaning -> !meaning.places().isEmpty());
    }

    /** The services that fit at least so many of the groups that decide. */
    SearchPredicate fitting(int groups) {
        BooleanPredicateClausesStep<?, ?> deciding = is.bool();
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        for (Clause clause : understanding.clauses()) {
            if (clause.decides()) {
                deciding.should(of(clause));
            } else if (!clause.unknown()) {
                all.should(of(clause));
            }
        }
        deciding.minimumShouldMatchNumber(groups);
        return all.must(deciding).toPredicate();
    }

    SearchPredicate of(Clause clause) {
        Group group = clause.group();
        BooleanPredicateClausesStep<?, ?> any = is.bool();
        any.should(written(group, clause.corrected()));
        for (Meaning meaning : group.meanings()) {
            addMeaning(any, meaning);
        }
        return any.minimumShouldMatchNumber(1).toPredicate();
    }

    private void addMeaning(BooleanPredicateClausesStep<?, ?> any, Meaning meaning) {
        if (!meaning.needs().isEmpty()) {
            any.should(is.terms()
                    .field("needs")
                    .matchingAny(meaning.needs())
                    .constantScore()
                    .boost(Weights.NARROWER_NEED));
            any.should(is.terms()
                    .field("ownNeeds")
                    .matchingAny(meaning.needs())
                    .constantScore()
                    .boost(Weights.NEED - Weights.NARROWER_NEED));
        }
        if (!meaning.audiences().isEmpty()) {
            any.should(is.terms()
                    .field("audiences")
                    .matchingAny(meaning.audiences())
                    .constantScore()
                    .boost(Weights.AUDIENCE));
        }
        for (String other : meaning.search()) {
            any.should(allOf(Words.typed(other), false, false));
        }
        if (!meaning.places().isEmpty()) {
            addPlaces(any, meaning.places());
        }
        if (meaning.spoken() != null) {
            any.should(is.match()
                    .field("languages")
                    .matching(meaning.spoken())
                    .constantScore()
                    .boost(Weights.SPOKEN));
        }
        if (meaning.asks() != null) {
            switch (meaning.asks()) {
                case "free" ->
                    any.should(is.match()
                            .field("free")
                            .matching(true)
                            .constantScore()
                            .boost(Weights.FREE));
                case "phone", "online" ->
                    any.should(is.match()
                            .field("deliveryModes")
                            .matching(meaning.asks())
                            .constantScore()
                            .boost(Weights.DELIVERY_MODE));
                default -> {} // hours are not in the index
            }
        }
    }

    private void addPlaces(BooleanPredicateClausesStep<?, ?> any, List<String> codes) {
        any.should(is.terms().field("places").matchingAny(codes).constantScore().boost(Weights.PLACE));
        any.should(covering(is, codes, known).constantScore().boost(Weights.AREA));
        any.should(is.match().field("nationwide").matching(true).constantScore().boost(Weights.NATIONWIDE));
    }

    /** Areas that hold one of the places, or lie in it. */
    static BooleanPredicateClausesStep<?, ?> covering(
            SearchPredicateFactory is, List<String> codes, Vocabulary.Known known) {
        Set<String> wider = new LinkedHashSet<>();
        for (String code : codes) {
            if (known.places().containsKey(code) && known.places().get(code).parentCode() != null) {
                wider.add(known.places().get(code).parentCode());
            }
        }
        BooleanPredicateClausesStep<?, ?> areas = is.bool();
        areas.should(is.terms().field("areasWithin").matchingAny(codes));
        if (!wider.isEmpty()) {
            areas.should(is.terms().field("areas").matchingAny(wider));
        }
        return areas;
    }

    private SearchPredicate written(Group group, boolean corrected) {
        return allOf(group.words(), group.last() && !isPlace(group), corrected);
    }

    private SearchPredicate allOf(List<Word> words, boolean unfinished, boolean mistyped) {
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        for (int i = 0; i < words.size(); i++) {
            all.must(oneWord(words.get(i), unfinished && i == words.size() - 1, mistyped));
        }
        return all.toPredicate();
    }

    private SearchPredicate oneWord(Word word, boolean unfinished, boolean mistyped) {
        BooleanPredicateClausesStep<?, ?> any = is.bool();
        Set<String> forms = forms(word);
        FIELDS.forEach((field, points) -> {
            any.should(
                    is.terms().field(field).matchingAny(forms).constantScore().boost(points));
            if (unfinished && word.folded().length() >= SHORTEST_BEGUN) {
                any.should(is.prefix()
                        .field(field)
                        .matching(word.folded())
                        .constantScore()
                        .boost(points * Weights.BEGUN));
            }
            if (mistyped) {
                any.should(is.match()
                        .field(field)
                        .matching(word.folded())
                        .fuzzy(Words.mistakes(word.folded()), 1)
                        .constantScore()
                        .boost(points * Weights.MISTYPED));
            }
        });
        return any.toPredicate();
    }

    /** Whatever is called, or is at a place called, by a word just so. */
    static SearchPredicate named(SearchPredicateFactory is, Word word) {
        BooleanPredicateClausesStep<?, ?> any = is.bool();
        NAME_FIELDS.forEach(field -> any.should(is.match().field(field).matching(word.folded())));
        return any.toPredicate();
    }

    /** Whether any listing has a word. */
    static SearchPredicate anywhere(SearchPredicateFactory is, Word word, boolean unfinished, boolean mistyped) {
        return new WordQuery(is, null, null).oneWord(word, unfinished, mistyped);
    }

    static Set<String> forms(Word word) {
        Set<String> forms = new LinkedHashSet<>(word.stems());
        forms.add(word.folded());
        return forms;
    }
}
