package org.balcao.search.store;

import java.util.Set;
import org.balcao.search.words.Word;
import org.hibernate.search.mapper.pojo.standalone.scope.SearchScope;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** Which words stand in any listing: what stands nowhere is not searched for, and what stands somewhere is not taken for a mistake. */
final class WrittenWords {

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
                () -> !session.search(scope)
                        .select(each -> each.id())
                        .where(WordQuery.anywhere(scope.predicate(), word, unfinished, mistyped))
                        .totalHitCountThreshold(1)
                        .fetch(1)
                        .hits()
                        .isEmpty());
    }
}
