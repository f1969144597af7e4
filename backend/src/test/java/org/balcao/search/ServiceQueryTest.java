package org.balcao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceFilter.Free;
import org.balcao.search.ServiceFilter.LookedAfter;
import org.balcao.search.ServiceFilter.NotClosedForGood;
import org.balcao.search.ServiceFilter.OpenAt;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceFilter.Statuses;
import org.balcao.search.ServiceFilter.WithinRadius;
import org.balcao.search.ServiceQuery.Order;
import org.junit.jupiter.api.Test;

/** What follows from what is asked. */
class ServiceQueryTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T10:30:00Z");

    @Test
    void aListOfWhatThereIsHasNoFilterThatWasNotAskedFor() {
        assertThat(query(null, Order.ENTRY, new Free(true)).filters()).containsExactly(new Free(true));
        assertThat(query("  ", Order.RELEVANCE).filters()).isEmpty();
    }

    @Test
    void wordsDoNotFindWhatIsClosedForGoodUnlessAStatusIsAskedFor() {
        assertThat(query("escola", Order.ENTRY).filters()).containsExactly(new NotClosedForGood());
        Statuses defunct = new Statuses(List.of("defunct"));
        assertThat(query("escola", Order.ENTRY, defunct).filters()).containsExactly(defunct);
    }

    @Test
    void whoLooksForHelpIsNotSentToWhatNobodyLooksAfter() {
        Places lisbon = new Places(List.of("11"));
        assertThat(query(null, Order.RELEVANCE, lisbon).filters()).containsExactly(lisbon, new LookedAfter());
        assertThat(query(null, Order.ENTRY, lisbon).filters()).containsExactly(lisbon);
        assertThat(query(null, Order.OPENING, new OpenAt(MORNING)).filters()).contains(new LookedAfter());
    }

    @Test
    void aRadiusIsAFilterAndAPlaceToMeasureFromIsNone() {
        Near near = new Near(38.7, -9.1, 3000);
        assertThat(new ServiceQuery(null, List.of(), near, Order.ENTRY).filters())
                .containsExactly(new WithinRadius(near));
        assertThat(new ServiceQuery(null, List.of(), new Near(38.7, -9.1, null), Order.ENTRY).filters())
                .isEmpty();
    }

    @Test
    void anotherMomentToBeOpenAtReplacesTheOneAskedFor() {
        ServiceQuery asked = query("escola", Order.RELEVANCE, new OpenAt(MORNING), new Free(true));
        ServiceQuery later = asked.openingAt(MORNING.plusSeconds(60));
        assertThat(later.asked()).containsExactly(new Free(true), new OpenAt(MORNING.plusSeconds(60)));
        assertThat(later.openAt()).isEqualTo(MORNING.plusSeconds(60));
        assertThat(asked.openingAt(null).openAt()).isNull();
        assertThat(asked.openingAt(null)).isEqualTo(query("escola", Order.RELEVANCE, new Free(true)));
    }

    @Test
    void withoutItsWordsAQueryAsksForAllElse() {
        ServiceQuery asked =
                new ServiceQuery("escola", List.of(new Free(true)), new Near(38.7, -9.1, 3000), Order.DISTANCE, true);
        assertThat(asked.withoutWords())
                .isEqualTo(new ServiceQuery(
                        null, List.of(new Free(true)), new Near(38.7, -9.1, 3000), Order.DISTANCE, true));
        assertThat(asked.openingAt(null)).isEqualTo(asked);
    }

    private static ServiceQuery query(String words, Order order, ServiceFilter... filters) {
        return new ServiceQuery(words, List.of(filters), null, order);
    }
}
