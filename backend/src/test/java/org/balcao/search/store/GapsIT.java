package org.balcao.search.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.balcao.fixture.PgResource;
import org.balcao.search.Searching;
import org.balcao.search.store.Gaps.Gap;
import org.junit.jupiter.api.Test;

/** A text that found nothing must not be written down before many have typed it. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class GapsIT {

    @Inject
    Gaps gaps;

    @Test
    void onlyWhatManyTypedIsWrittenDown() {
        Searching.awaitIndex();
        search("Wuxqzimbrel", Gaps.SEEN_OFTEN - 1);
        gaps.write();
        long before = times("");
        assertThat(before).isGreaterThanOrEqualTo(Gaps.SEEN_OFTEN - 1);
        assertThat(times("wuxqzimbrel")).isZero();

        search("  WUXQZIMBREL ", 1);
        gaps.write();
        assertThat(times("wuxqzimbrel")).isEqualTo(Gaps.SEEN_OFTEN);
        assertThat(times("")).isGreaterThan(before);

        search("wuxqzimbrel", 1);
        gaps.write();
        gaps.write();
        assertThat(times("wuxqzimbrel")).isEqualTo(Gaps.SEEN_OFTEN + 1);
    }

    @Test
    void aNumberIsNeverWrittenDown() {
        for (int i = 0; i < 2 * Gaps.SEEN_OFTEN; i++) {
            gaps.count("wuxq 91 234 56 78");
        }
        gaps.write();
        assertThat(gaps.since(gaps.today())).extracting(Gap::text).noneMatch(text -> text.contains("234"));
    }

    private static void search(String text, int times) {
        for (int i = 0; i < times; i++) {
            given().queryParam("search", text).get("/api/services").then().statusCode(200);
        }
    }

    private long times(String text) {
        return gaps.since(gaps.today()).stream()
                .filter(gap -> gap.text().equals(text))
                .mapToLong(Gap::times)
                .sum();
    }
}
