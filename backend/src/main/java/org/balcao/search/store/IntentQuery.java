package org.balcao.search.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.search.store.WordQuery.Clause;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** What somebody wants, as a query: the lines and doors for it in their order, and what else may help. */
final class IntentQuery {
    private static final int FEW_NEEDS = 3;

    /** Digits of a district's code; a municipality's has more. */
    private static final int DISTRICT_CODE = 2;

    private final SearchPredicateFactory is;
    private final Understanding understanding;
    private final WordQuery words;
    private final List<String> open;

    /** @param open the keys of the hours that are open at the moment that counts */
    IntentQuery(SearchPredicateFactory is, Understanding understanding, WordQuery words, List<String> open) {
        this.is = is;
        this.understanding = understanding;
        this.words = words;
        this.open = open;
    }

    /** The services that are an answer: by what is wanted, and where words alone say it by so many of the groups that decide. */
    SearchPredicate atLeast(int groups) {
        Intent intent = understanding.intent();
        return switch (intent.kind()) {
            case ALL -> browsed();
            case CONTACT -> reached();
            case SITUATION -> situated(groups);
            case WORDS -> timed(words.fitting(groups));
            case HELP -> helping(groups);
        };
    }

    /** Whatever is reached by what was typed; the service whose own it is comes before others of its organization. */
    private SearchPredicate reached() {
        List<String> contacts = understanding.intent().contacts();
        SearchPredicate own =
                is.terms().field("ownContacts").matchingAny(contacts).toPredicate();
        return is.bool()
                .filter(is.terms().field("contacts").matchingAny(contacts))
                .should(counted(own, Weights.NAME))
                .toPredicate();
    }

    /** The doors that come first, wherever they are; all others as they are. */
    private SearchPredicate browsed() {
        BooleanPredicateClausesStep<?, ?> all = is.bool().must(is.matchAll().boost(0));
        doors().forEach(all::should);
        nearby().forEach(all::should);
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
            boolean place = WordQuery.isPlace(clause.group());
            if (place) {
                here.must(words.of(clause));
            } else if (!clause.unknown()) {
                here.should(words.of(clause));
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
        addNamed(all);
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
        addNamed(any);
        Optional<SearchPredicate> perhaps = nearby().stream().findFirst();
        perhaps.ifPresent(any::should);
        BooleanPredicateClausesStep<?, ?> judged = is.bool().filter(any);
        doors().forEach(judged::should);
        addNamed(judged);
        perhaps.ifPresent(there -> judged.should(counted(there, Weights.PERHAPS_NEARBY)));
        return judged.toPredicate();
    }

    /** Whatever has all of the words is found too, behind the doors: who types a name as it stands finds it. */
    private void addWritten(BooleanPredicateClausesStep<?, ?> any, int groups) {
        if (groups > 0) {
            any.should(words.fitting(groups));
        }
    }

    /** Whatever is called by a word that is said of nothing else. */
    private void addNamed(BooleanPredicateClausesStep<?, ?> any) {
        for (Word word : understanding.names()) {
            any.should(counted(WordQuery.named(is, word), Weights.NAMED));
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
        List<String> codes = understanding.places();
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
        if (intent.situation() != null && !intent.situation().local().isEmpty()) {
            BooleanPredicateClausesStep<?, ?> local = is.bool();
            Intents.ids(intent.situation().local()).forEach(door -> local.should(id(door)));
            nearby.add(there(intent, codes, local.toPredicate(), Weights.LOCAL));
        }
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
                .forEach(word -> office.filter(is.terms().field("names").matchingAny(WordQuery.forms(word))));
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
}
