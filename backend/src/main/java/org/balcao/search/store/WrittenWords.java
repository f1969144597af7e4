package org.balcao.search.store;

import java.util.List;
import java.util.Set;
import org.balcao.search.words.Word;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Which words stand in any listing: what stands nowhere is not searched for, and what stands somewhere is not taken for a mistake. */
final class WrittenWords {

    /** A large organization has so many services. */
    private static final int MOST_NAMED = 25;

    private final SearchSession session;
    private final SearchScope<ServiceDocument> scope;
    private final SearchCache cache;

    WrittenWords(SearchSession session, SearchCache cache) {
        this.session = session;
        this.scope = session.scope(ServiceDocument.class);
        this.cache = cache;
    }

    /** Whether some listing has a word just so, and not another form of it. */
    boolean hasJustSo(Word word) {
        return has(new Word(word.typed(), word.folded(), Set.of(), word.start(), word.end()), false, false);
    }

    /**
     * Whether some listing has a word or another form of it.
     *
     * @param unfinished whether words that begin with it count too
     * @param mistyped whether words that it may be a mistake for count too
     */
    boolean has(Word word, boolean unfinished, boolean mistyped) {
        return cache.written(
                word,
                unfinished,
                mistyped,
                () -> matches(WordQuery.anywhere(scope.predicate(), word, unfinished, mistyped)));
    }

    /** Whether some listing has a telephone number, an e-mail address or a site, in the spelling of {@code ContactWords}. */
    boolean hasContact(String contact) {
        return matches(
                scope.predicate().match().field("contacts").matching(contact).toPredicate());
    }

    /** Whether the name of one service, or of its organization or programme, has all of these words or other forms of them. */
    boolean hasName(List<Word> words) {
        return matches(inName(words, "names")) || matches(inName(words, "others"));
    }

    /** Whether the name of one service that is for one of some needs has all of these words or other forms of them. */
    boolean hasName(List<Word> words, List<String> needs) {
        return matches(scope.predicate()
                .bool()
                .filter(inName(words, "names"))
                .filter(scope.predicate().terms().field("ownNeeds").matchingAny(needs))
                .toPredicate());
    }

    /** Whether a word names a few services at most. */
    boolean namesFew(Word word) {
        long named = session.search(scope)
                .where(WordQuery.named(scope.predicate(), word))
                .fetchTotalHitCount();
        return named > 0 && named <= MOST_NAMED;
    }

    private SearchPredicate inName(List<Word> words, String field) {
        var all = scope.predicate().bool();
        words.forEach(word -> all.filter(scope.predicate().terms().field(field).matchingAny(WordQuery.forms(word))));
        return all.toPredicate();
    }

    /** Whether some service fits. */
    boolean matches(SearchPredicate predicate) {
        return !session.search(scope)
                .select(each -> each.id())
                .where(predicate)
                .totalHitCountThreshold(1)
                .fetch(1)
                .hits()
                .isEmpty();
    }
}
