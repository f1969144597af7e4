package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceQuery;
import org.balcao.search.words.Word;
import org.junit.jupiter.api.Test;

class SearchCacheTest {

    private final SearchCache cache = new SearchCache(1);
    private final AtomicInteger asked = new AtomicInteger();

    private long count(String words, Near near, ServiceFilter... filters) {
        var query = new ServiceQuery(words, List.of(filters), near, ServiceQuery.Order.RELEVANCE);
        return cache.count(query, 1, "", asked::incrementAndGet);
    }

    @Test
    void equalQuestionsAreCountedOnce() {
        assertThat(count("cama", null)).isEqualTo(count("cama", null));
        assertThat(asked).hasValue(1);
    }

    @Test
    void otherWordsAndOtherFiltersAreCountedForThemselves() {
        count("cama", null);
        count("camas", null);
        count("", null);
        count(null, null);
        count("cama", null, new ServiceFilter.Places(List.of("1106, 1312")));
        count("cama", null, new ServiceFilter.Places(List.of("1106", "1312")));
        assertThat(asked).hasValue(6);
    }

    @Test
    void whatIsCountedAroundSomebodyIsNotKept() {
        Near here = new Near(38.7, -9.1, 500);
        count("cama", here);
        count("cama", here);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aWordIsLookedForOnceWhereverItStandsAndInEachFormForItself() {
        for (int start : new int[] {0, 7}) {
            written("cama", Set.of("pt~cam", "es~cam"), start, false);
        }
        written("cama", Set.of("pt~cam"), 0, false);
        written("cama", Set.of("pt~cam", "es~cam"), 0, true);
        written("camas", Set.of("pt~cam", "es~cam"), 0, false);
        assertThat(asked).hasValue(4);
    }

    private void written(String folded, Set<String> stems, int start, boolean unfinished) {
        cache.written(new Word(folded, folded, stems, start, start + folded.length()), unfinished, false, () -> {
            asked.incrementAndGet();
            return true;
        });
    }
}
