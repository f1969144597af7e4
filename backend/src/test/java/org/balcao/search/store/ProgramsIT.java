package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.search.Searching;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.shared.StableId;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the entries or branches of programs come last, whether all programs are concerned or some. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ProgramsIT {
    private static final Instant DAY = Instant.parse("2026-12-02T11:00:00Z");
    private static final UUID ENTRY = StableId.of(StarterData.SOURCE, "service", "claim-rede");
    private static final UUID BRANCH = StableId.of(StarterData.SOURCE, "service", "claim-braga");

    @Inject
    IndexFollower follower;

    @Inject
    Vocabulary vocabulary;

    @Inject
    OpeningHoursKeys hours;

    @Inject
    Intents intents;

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLAIM", "apoio", "apoio a migrantes", "CLAIM Braga", "autorização de residência Braga"})
    void whereThereAreOtherProgramsTheOrderIsTheSame(String words) {
        assertThat(found(words, new SearchCache(1), true))
                .isEqualTo(found(words, new SearchCache(1), false))
                .contains(ENTRY, BRANCH);
    }

    @Test
    void withoutATownBranchesComeLastAndInATownTheEntryDoes() {
        List<UUID> everywhere = found("CLAIM", new SearchCache(1), false);
        assertThat(everywhere.indexOf(ENTRY)).isLessThan(everywhere.indexOf(BRANCH));
        List<UUID> inTown = found("CLAIM Braga", new SearchCache(1), false);
        assertThat(inTown.getLast()).isEqualTo(ENTRY);
    }

    private List<UUID> found(String words, SearchCache cache, boolean otherPrograms) {
        try (SearchSession session = follower.ready().orElseThrow().session()) {
            Programs.ProgramIds ids =
                    new Programs(session, session.scope(ServiceDocument.class), new SearchCache(2)).ids();
            if (otherPrograms) {
                cache.programs(() -> new Programs.ProgramIds(with(ids.withEntries()), with(ids.withBranches())));
            }
            ServiceQuery query = new ServiceQuery(words, List.of(), null, ServiceQuery.Order.RELEVANCE);
            ServicePage page = new Search(session, query, vocabulary.known(), hours, cache, intents, DAY)
                    .page(1, 1_000, List.of("pt"));
            return page.hits().stream().map(hit -> hit.version().id()).toList();
        }
    }

    private static Set<String> with(Set<String> programs) {
        Set<String> more = new HashSet<>(programs);
        more.add(new UUID(0, 0).toString());
        return more;
    }
}
