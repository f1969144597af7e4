package org.balcao.search.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    private static final int SHORTEST_BEGUN = 2;
    private static final int SENTENCE = 5;
    private static final int FEW_NEEDS = 3;

    /** Digits of a district's code; a municipality's has more. */
    private static final int DISTRICT_CODE = 2;

    /** A group of words as the index is asked for it. */
    record Clause(Group group, boolean decides, boolean unknown, boolean corrected) {}

    private final SearchPredicateFactory is;
    private final Understanding understanding;
    private final Vocabulary.Known known;
    private final List<String> open;

    /** @param open the keys of the hours that are open at the moment that counts */
    WordQuery(SearchPredicateFactory is, Understanding understanding, Vocabulary.Known known, List<String> open) {
        this.is = is;
        this.understanding = understanding;
        this.known = known;
        this.open = open;
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

    /** The services that are an answer: by what is wanted, and where words alone say it by so many of the groups that decide. */
    SearchPredicate atLeast(int groups) {
        Intent intent = understanding.intent();
        return switch (intent.kind()) {
            case ALL -> browsed();
            case CONTACT ->
                is.terms().field("contacts").matchingAny(intent.contacts()).toPredicate();
            case SITUATION -> situated(groups);
            case WORDS -> timed(fitting(groups));
            case HELP -> helping(groups);
        };
    }

    /** The doors that come first, wherever they are; all others as they are. */
    private SearchPredicate browsed() {
        BooleanPredicateClausesStep<?, ?> all = is.bool().must(is.matchAll().boost(0));
        doors().forEach(all::should);
        all.should(counted(reachable(), Weights.REACHABLE));
        return all.toPredicate();
    }

    private SearchPredicate situated(int groups) {
        Intent intent = understanding.intent();
        BooleanPredicateClausesStep<?, ?> doors = is.bool();
        intent.first().forEach(door -> doors.should(id(door)));
        if (!intent.needs().isEmpty()) {
            doors.should(is.terms().field("needs").matchingAny(intent.needs()));
            doors.should(is.terms().field("ownNeeds").matchingAny(near(intent)));
        }
        BooleanPredicateClausesStep<?, ?> here = is.bool().filter(doors);
        for (Clause clause : understanding.clauses()) {
            boolean place = isPlace(clause.group());
            if (place) {
                here.must(of(clause));
            } else if (!clause.unknown()) {
                here.should(of(clause));
            }
        }
        if (!intent.needs().isEmpty()) {
            here.should(is.terms()
                    .field("ownNeeds")
                    .matchingAny(intent.needs())
                    .constantScore()
                    .boost(Weights.NEED));
        }
        BooleanPredicateClausesStep<?, ?> all = is.bool().should(here);
        addWritten(all, groups);
        intent.lines().forEach(line -> all.should(id(line)));
        BooleanPredicateClausesStep<?, ?> judged = is.bool().must(all);
        doors().forEach(judged::should);
        nearby().forEach(judged::should);
        ofCountry().ifPresent(judged::should);
        judged.should(counted(reachable(), Weights.REACHABLE));
        return timed(judged.toPredicate());
    }

    private SearchPredicate helping(int groups) {
        Intent intent = understanding.intent();
        BooleanPredicateClausesStep<?, ?> any = is.bool();
        intent.lines().forEach(line -> any.should(id(line)));
        intent.first().forEach(door -> any.should(id(door)));
        addWritten(any, groups);
        Optional<SearchPredicate> perhaps = nearby().stream().findFirst();
        perhaps.ifPresent(any::should);
        BooleanPredicateClausesStep<?, ?> judged = is.bool().filter(any);
        doors().forEach(judged::should);
        perhaps.ifPresent(there -> judged.should(counted(there, Weights.PERHAPS_NEARBY)));
        return judged.toPredicate();
    }

    /** Whatever has all of the words is found too, behind the doors: who types a name as it stands finds it. */
    private void addWritten(BooleanPredicateClausesStep<?, ?> any, int groups) {
        if (groups > 0) {
            any.should(fitting(groups));
        }
    }

    private static List<String> near(Intent intent) {
        return intent.near().isEmpty() ? intent.needs() : intent.near();
    }

    /**
     * The services for the situation that are given in the place named, or are for people there, come before the national doors; those of the town
     * before those of the district, and those that are for little else before those that are for everything.
     */
    private List<SearchPredicate> nearby() {
        Intent intent = understanding.intent();
        List<String> codes = understanding.understood().groups().stream()
                .flatMap(group -> group.meanings().stream())
                .flatMap(meaning -> meaning.places().stream())
                .toList();
        if (codes.isEmpty() || intent.near().isEmpty()) {
            return List.of();
        }
        List<String> towns =
                codes.stream().filter(code -> code.length() > DISTRICT_CODE).toList();
        List<SearchPredicate> nearby = new ArrayList<>();
        nearby.add(there(
                intent, codes, is.matchAll().toPredicate(), towns.isEmpty() ? Weights.NEARBY : Weights.IN_DISTRICT));
        if (!towns.isEmpty()) {
            nearby.add(there(intent, towns, is.matchAll().toPredicate(), Weights.NEARBY - Weights.IN_DISTRICT));
        }
        SearchPredicate special =
                is.range().field("needCount").atMost(FEW_NEEDS).toPredicate();
        nearby.add(there(intent, towns.isEmpty() ? codes : towns, special, Weights.SPECIAL));
        return nearby;
    }

    private SearchPredicate there(Intent intent, List<String> codes, SearchPredicate also, float points) {
        BooleanPredicateClausesStep<?, ?> there = is.bool();
        there.should(is.terms().field("places").matchingAny(codes));
        there.should(is.terms().field("areasWithin").matchingAny(codes));
        BooleanPredicateClausesStep<?, ?> both = is.bool();
        both.filter(is.terms().field("ownNeeds").matchingAny(intent.near()));
        both.filter(there);
        both.filter(also);
        return counted(both.toPredicate(), points);
    }

    /** The offices of the country that is named. */
    private Optional<SearchPredicate> ofCountry() {
        Intent intent = understanding.intent();
        if (intent.country() == null) {
            return Optional.empty();
        }
        BooleanPredicateClausesStep<?, ?> office = is.bool();
        office.filter(is.terms().field("ownNeeds").matchingAny(intent.needs()));
        Words.of(intent.country(), "pt")
                .forEach(word -> office.filter(is.terms().field("names").matchingAny(forms(word))));
        return Optional.of(counted(office.toPredicate(), Weights.NEARBY));
    }

    /** Each line and each door, with what it counts: a line that answers now before one whose hours nobody knows, and that before a closed one. */
    private List<SearchPredicate> doors() {
        Intent intent = understanding.intent();
        List<SearchPredicate> doors = new ArrayList<>();
        for (int i = 0; i < intent.lines().size(); i++) {
            SearchPredicate line = id(intent.lines().get(i));
            float later = Weights.LATER * i;
            doors.add(counted(line, Weights.LINE - later));
            doors.add(counted(
                    is.bool()
                            .filter(line)
                            .mustNot(is.exists().field("openingHours"))
                            .toPredicate(),
                    Weights.UNKNOWN_HOURS));
            if (!open.isEmpty()) {
                doors.add(counted(is.bool().filter(line).filter(openNow()).toPredicate(), Weights.OPEN_LINE));
            }
        }
        for (int i = 0; i < intent.first().size(); i++) {
            doors.add(counted(id(intent.first().get(i)), Weights.FIRST - Weights.LATER * i));
        }
        return doors;
    }

    private SearchPredicate reachable() {
        return is.match().field("reachable").matching(true).toPredicate();
    }

    private SearchPredicate openNow() {
        return is.terms().field("openingHours").matchingAny(open).toPredicate();
    }

    /** What is open at the moment somebody named comes before what may not be. */
    private SearchPredicate timed(SearchPredicate fitting) {
        if (understanding.intent().moment() == null || open.isEmpty()) {
            return fitting;
        }
        return is.bool()
                .must(fitting)
                .should(counted(openNow(), Weights.OPEN_THEN))
                .toPredicate();
    }

    private SearchPredicate counted(SearchPredicate predicate, float points) {
        return is.bool().filter(predicate).constantScore().boost(points).toPredicate();
    }

    private SearchPredicate id(UUID service) {
        return is.id().matching(service.toString()).constantScore().boost(0).toPredicate();
    }

    static boolean isPlace(Group group) {
        return group.meanings().stream().anyMatch(meaning -> !meaning.places().isEmpty());
    }

    /** The services that fit at least so many of the groups that decide. */
    private SearchPredicate fitting(int groups) {
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

    private SearchPredicate of(Clause clause) {
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

    /** Whether any listing has a word. */
    static SearchPredicate anywhere(SearchPredicateFactory is, Word word, boolean unfinished, boolean mistyped) {
        return new WordQuery(is, null, null, List.of()).oneWord(word, unfinished, mistyped);
    }

    static Set<String> forms(Word word) {
        Set<String> forms = new LinkedHashSet<>(word.stems());
        forms.add(word.folded());
        return forms;
    }
}
