package org.balcao.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.store.RecordVersion;
import org.balcao.search.FoldedBranches;
import org.balcao.search.Reason;
import org.balcao.search.ServicePage;
import org.balcao.search.ServicePage.Hit;
import org.junit.jupiter.api.Test;

/** What is added to a record that was found, after its own members. */
class HitAnnotationsTest {

    private static final UUID SERVICE = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
    private static final Reason NEED = Reason.of("need", "health", "Saúde", 2.5);

    private static String annotated(String record, Hit hit, long behind) {
        Map<UUID, Long> folded = behind == 0 ? Map.of() : Map.of(SERVICE, behind);
        return all(List.of(record), List.of(hit), new FoldedBranches(folded, behind))
                .getFirst();
    }

    private static List<String> all(List<String> records, List<Hit> hits, FoldedBranches folded) {
        List<Rendered> rendered = records.stream()
                .map(each -> new Rendered(each.getBytes(StandardCharsets.UTF_8), Set.of()))
                .toList();
        return HitAnnotations.all(rendered, new ServicePage(hits, hits.size(), null, false, folded)).stream()
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .toList();
    }

    private static Hit hit(Integer metres, boolean approximate, Reason... reasons) {
        return new Hit(new RecordVersion(SERVICE, 1, 1, 0, metres, approximate), List.of(reasons));
    }

    @Test
    void allThatIsKnownOfAHitFollowsTheRecord() {
        assertThat(annotated("{\"name\":\"Ação\"}", hit(1200, true, NEED), 3))
                .isEqualTo("{\"name\":\"Ação\",\"distance_m\":1200,\"distance_approximate\":true,"
                        + "\"because\":[{\"kind\":\"need\",\"code\":\"health\",\"name\":\"Saúde\",\"points\":2.5}],"
                        + "\"folded_branches\":3}");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(annotated("{\"id\":1}", hit(0, false), 0)).isEqualTo("{\"id\":1,\"distance_m\":0}");
        assertThat(annotated("{\"id\":1}", hit(null, true), 2)).isEqualTo("{\"id\":1,\"folded_branches\":2}");
    }

    @Test
    void aRecordOfWhichNothingMoreIsKnownStaysAsItIs() {
        assertThat(annotated("{\"id\":1}", hit(null, true), 0)).isEqualTo("{\"id\":1}");
    }

    @Test
    void aListOfFeaturesStaysAsItIs() {
        assertThat(annotated("[{\"id\":1}]", hit(1200, false), 0)).isEqualTo("[{\"id\":1}]");
    }

    @Test
    void nothingIsAddedWhereOneRecordWasRemovedMeanwhile() {
        assertThat(all(List.of("{\"id\":1}"), List.of(hit(5, false), hit(6, false)), FoldedBranches.NONE))
                .containsExactly("{\"id\":1}");
    }
}
