package org.balcao.search.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.search.Suggestion;
import org.balcao.search.model.Phrase;
import org.balcao.search.store.MatchableTexts.Text;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Needs, places and services that begin like what is being typed, the last word unfinished. */
final class Suggestions {

    private final SearchSession session;
    private final Vocabulary.Known known;
    private final List<String> languages;

    Suggestions(SearchSession session, Vocabulary.Known known, List<String> languages) {
        this.session = session;
        this.known = known;
        this.languages = languages;
    }

    List<Suggestion> of(String typed, int most) {
        List<Word> words = Words.typed(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, Suggestion> needs = new LinkedHashMap<>();
        Map<String, Suggestion> places = new LinkedHashMap<>();
        for (Phrase phrase : known.phrases()) {
            if (begins(phrase, words)) {
                phrase.meaning().needs().forEach(code -> need(code, needs));
                phrase.meaning().places().forEach(code -> place(known.places().get(code), places));
            }
        }
        List<Suggestion> all = new ArrayList<>();
        needs.values().stream().limit(Math.max(1, most / 2)).forEach(all::add);
        places.values().stream().limit(Math.max(1, most / 4)).forEach(all::add);
        all.addAll(services(words, Math.max(0, most - all.size())));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static boolean begins(Phrase phrase, List<Word> typed) {
        if (typed.size() > phrase.words().size()) {
            return false;
        }
        for (int i = 0; i < typed.size(); i++) {
            String said = phrase.words().get(i).folded();
            boolean last = i == typed.size() - 1;
            if (last
                    ? !said.startsWith(typed.get(i).folded())
                    : !said.equals(typed.get(i).folded())) {
                return false;
            }
        }
        return true;
    }

    private void need(String code, Map<String, Suggestion> needs) {
        Vocabulary.Term term = known.terms().get(code);
        if (term != null) {
            needs.putIfAbsent(code, new Suggestion("need", code, null, term.name(languages), null, null));
        }
    }

    private static void place(CountedPlace place, Map<String, Suggestion> places) {
        places.putIfAbsent(
                place.code(), new Suggestion("place", place.code(), null, place.name(), null, place.level()));
    }

    private List<Suggestion> services(List<Word> words, int most) {
        SearchScope<ServiceDocument> scope = session.scope(ServiceDocument.class);
        SearchPredicateFactory is = scope.predicate();
        BooleanPredicateClausesStep<?, ?> all = is.bool();
        all.filter(is.terms().field("status").matchingAny(List.of("active", "temporarily closed")));
        all.mustNot(is.match().field("freshness").matching("hidden"));
        for (int i = 0; i < words.size(); i++) {
            all.must(named(is, words.get(i), i == words.size() - 1));
        }
        return session
                .search(scope)
                .select(each -> each.composite()
                        .from(each.id(String.class), each.field("matchableTexts", String.class))
                        .as(this::service))
                .where(all.toPredicate())
                .sort(sort -> sort.score().then().field("position"))
                .fetchHits(most)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static SearchPredicate named(SearchPredicateFactory is, Word word, boolean unfinished) {
        Set<String> forms = new LinkedHashSet<>(WordQuery.forms(word));
        BooleanPredicateClausesStep<?, ?> any = is.bool();
        any.should(is.terms().field("names").matchingAny(forms).constantScore().boost(2));
        any.should(is.terms().field("others").matchingAny(forms).constantScore());
        if (unfinished) {
            any.should(is.prefix().field("names").matching(word.folded()).constantScore());
            any.should(is.prefix()
                    .field("others")
                    .matching(word.folded())
                    .constantScore()
                    .boost(0.5f));
        }
        return any.toPredicate();
    }

    /** Nothing for a service whose names the index cannot show. */
    private Optional<Suggestion> service(String id, String shown) {
        List<Text> names = MatchableTexts.read(shown).texts().stream()
                .filter(text -> text.field().equals("name"))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Text name = languages.stream()
                .flatMap(language ->
                        names.stream().filter(each -> each.language().equals(language)))
                .findFirst()
                .orElse(names.getFirst());
        return Optional.of(new Suggestion("service", null, UUID.fromString(id), name.value(), name.language(), null));
    }
}
