package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real people type, and what they have to find in the first three; written from needs, not from answers. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RelevanceIT {

    private static final double ENOUGH = 0.95;
    private static final int FIRST = 3;
    private static final int LOOKED_AT = 50;

    /** A query of the set; {@code top} all have to be in the first three, or one of {@code any}, and none of {@code never} anywhere. */
    record Query(
            String query,
            String language,
            String kind,
            List<String> top,
            List<String> any,
            List<String> never,
            String lang) {}

    record Queries(List<Query> queries) {}

    private record Judged(Query query, boolean met, String why) {}

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @Test
    void theRightServicesAreInTheFirstThree() throws IOException {
        List<Judged> judged = queries().stream().map(RelevanceIT::judge).toList();
        List<Judged> missed = judged.stream().filter(each -> !each.met()).toList();
        Map<String, int[]> byLanguage = new TreeMap<>();
        judged.forEach(each -> {
            int[] counts = byLanguage.computeIfAbsent(each.query().language(), language -> new int[2]);
            counts[0] += each.met() ? 1 : 0;
            counts[1]++;
        });
        double success = 1 - (double) missed.size() / judged.size();
        StringBuilder report = new StringBuilder(
                "success@3 %.3f of %d queries in %d languages%n".formatted(success, judged.size(), byLanguage.size()));
        byLanguage.forEach(
                (language, counts) -> report.append("%s %d of %d%n".formatted(language, counts[0], counts[1])));
        missed.forEach(each -> report.append("missed: %s (%s, %s): %s%n"
                .formatted(
                        each.query().query(),
                        each.query().language(),
                        each.query().kind(),
                        each.why())));
        Files.writeString(Path.of("target/relevance.txt"), report);
        assertThat(success).as(report.toString()).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static List<Query> queries() throws IOException {
        return JsonMapper.builder(new YAMLFactory())
                .build()
                .readValue(RelevanceIT.class.getResource("/search/relevance.yaml"), Queries.class)
                .queries();
    }

    private static Judged judge(Query query) {
        JsonNode answer = Searching.json(given().queryParam("search", query.query())
                .queryParam("per_page", LOOKED_AT)
                .queryParam("lang", query.lang() == null ? query.language() + ",en,pt" : query.lang())
                .get("/api/services"));
        List<String> found = new ArrayList<>();
        answer.get("contents").forEach(each -> found.add(each.get("id").asText()));
        List<String> first = found.subList(0, Math.min(FIRST, found.size()));
        List<String> top = ids(query.top());
        List<String> any = ids(query.any());
        List<String> never = ids(query.never());
        List<String> names = new ArrayList<>();
        answer.get("contents").forEach(each -> names.add(each.get("name").asText()));
        String seen = names.subList(0, first.size()) + " " + answer.path("search");
        if (!first.containsAll(top)) {
            return new Judged(query, false, "not all of " + query.top() + " but " + seen);
        }
        if (!any.isEmpty() && first.stream().noneMatch(any::contains)) {
            return new Judged(query, false, "none of " + query.any() + " but " + seen);
        }
        if (never.stream().anyMatch(found::contains)) {
            return new Judged(query, false, "one of " + query.never() + " in " + seen);
        }
        return new Judged(query, true, "");
    }

    private static List<String> ids(List<String> sourceIds) {
        return sourceIds == null
                ? List.of()
                : sourceIds.stream()
                        .map(id -> StableId.of("portugal", "service", id).toString())
                        .toList();
    }
}
