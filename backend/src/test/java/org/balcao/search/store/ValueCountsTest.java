package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueCountsTest {

    private static final Map<String, Long> ALL = Map.of("pt", 10L, "uk", 4L);
    private static final Map<String, Long> BRANCHES = Map.of("pt", 6L, "uk", 3L);

    @Test
    void branchesAreNotCountedWhereTheEntryHasTheValueToo() {
        assertThat(ValueCounts.less(ALL, BRANCHES, Map.of("pt", 1L))).isEqualTo(Map.of("pt", 4L, "uk", 4L));
    }

    @Test
    void theWholeIsLessOnlyIfTheEntryIsThere() {
        ValueCounts all = counts(10);
        assertThat(all.without(counts(6), counts(1)).total()).isEqualTo(4);
        assertThat(all.without(counts(6), counts(0)).total()).isEqualTo(10);
    }

    private static ValueCounts counts(long total) {
        return new ValueCounts(total, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }
}
