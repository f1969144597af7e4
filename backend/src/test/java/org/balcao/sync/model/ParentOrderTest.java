package org.balcao.sync.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParentOrderTest {
    private static Map<String, String> dropped(ParentOrder order) {
        return order.dropped().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().code()));
    }

    @Test
    void whatIsAtTheTopIsFirstWhereverItStands() {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("grandchild", "child");
        parents.put("child", "top");
        parents.put("other", "of another delivery");
        ParentOrder order = ParentOrder.of(parents, "parent_id");
        assertThat(order.levels()).isEqualTo(Map.of("grandchild", 2, "child", 1, "other", 1));
        assertThat(order.dropped()).isEmpty();
    }

    @Test
    void noLinkOfACircleCountsAndWhatHangsBelowItStays() {
        Map<String, String> parents = new LinkedHashMap<>();
        parents.put("tail", "a");
        parents.put("a", "b");
        parents.put("b", "c");
        parents.put("c", "a");
        parents.put("self", "self");
        ParentOrder order = ParentOrder.of(parents, "parent_id");
        assertThat(dropped(order))
                .isEqualTo(Map.of(
                        "a", "parent_circle", "b", "parent_circle", "c", "parent_circle", "self", "parent_circle"));
        assertThat(order.levels()).isEqualTo(Map.of("tail", 1));
    }

    @Test
    void aCircleIsTheSameInWhateverOrderItStands() {
        for (String first : new String[] {"a", "b", "c", "tail"}) {
            Map<String, String> all = Map.of("tail", "a", "a", "b", "b", "c", "c", "a");
            Map<String, String> parents = new LinkedHashMap<>();
            parents.put(first, all.get(first));
            parents.putAll(all);
            assertThat(dropped(ParentOrder.of(parents, "parent_id")).keySet()).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void aChainOfManyThousandIsCutAndKeepsNoStack() {
        Map<String, String> parents = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            parents.put("t" + i, "t" + (i + 1));
        }
        ParentOrder order = ParentOrder.of(parents, "parent_id");
        assertThat(order.levels().values()).allMatch(level -> level <= ParentOrder.DEEPEST);
        assertThat(order.dropped()).hasSize(20_000 / (ParentOrder.DEEPEST + 1));
        assertThat(dropped(order).values()).containsOnly("parent_too_deep");
    }
}
