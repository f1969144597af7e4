package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.sync.Partner.AT_CPR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.fixture.Stranger;
import org.balcao.sync.usecase.FetchSources;
import org.balcao.sync.usecase.WorkRuns;
import org.junit.jupiter.api.Test;

/** Sources that are fetched from where they are published, and what a hostile one gets. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class HarvestIT {
    @Inject
    FetchSources fetchSources;

    @Inject
    WorkRuns workRuns;

    private static RequestSpecification cpr() {
        return given().auth().oauth2(AT_CPR).contentType("application/json");
    }

    private ValidatableResponse fetch(String source, String url, String kind, String mode) {
        new Partner(AT_CPR, source, workRuns)
                .save(Map.of("name", source))
                .then()
                .statusCode(200);
        cpr().body(Map.of("url", url, "kind", kind, "mode", mode))
                .put("/api/sources/" + source + "/harvest")
                .then()
                .statusCode(200);
        return fetchAgain(source);
    }

    private ValidatableResponse fetchAgain(String source) {
        cpr().post("/api/sources/" + source + "/harvest/runs").then().statusCode(202);
        fetchSources.work();
        workRuns.work();
        return cpr().get("/api/sources/" + source + "/harvest").then().statusCode(200);
    }

    private static Map<String, Integer> counts(String source, ValidatableResponse harvest) {
        String run = harvest.extract().path("run_id");
        return cpr().get("/api/sources/" + source + "/runs/" + run).path("counts");
    }

    private static String service(String id, String name) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + name + "\", \"status\": \"active\"}";
    }

    @Test
    void aFileIsFetchedWhenItIsAnother() throws Exception {
        try (Stranger stranger = new Stranger()) {
            String[] etag = {"\"one\""};
            stranger.on("/list.jsonl", exchange -> {
                exchange.getResponseHeaders().add("ETag", etag[0]);
                boolean known = etag[0].equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                (known ? Stranger.status(304) : Stranger.text(service("a", "Aulas " + etag[0].charAt(1))))
                        .answer(exchange);
            });
            ValidatableResponse first = fetch("fetched", stranger.url("/list.jsonl"), "file", "upsert");
            first.body("problem", nullValue());
            assertThat(counts("fetched", first)).isEqualTo(Map.of("created", 1));
            String run = first.extract().path("run_id");
            fetchAgain("fetched").body("run_id", equalTo(run)).body("problem", nullValue());
            assertThat(stranger.requests("/list.jsonl")).hasSize(2);
            etag[0] = "\"two\"";
            assertThat(counts("fetched", fetchAgain("fetched"))).isEqualTo(Map.of("updated", 1));
            cpr().delete("/api/sources/fetched/harvest").then().statusCode(204);
            cpr().get("/api/sources/fetched/harvest").then().statusCode(404);
        }
    }

    /** Another directory that speaks HSDS: two on a page, and it knows what was modified since. */
    private static final class Directory implements Stranger.Behaviour {
        final Map<String, String> names = new TreeMap<>();
        final Map<String, Boolean> modified = new TreeMap<>();

        @Override
        public void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
            String query = exchange.getRequestURI().getQuery();
            int page = Integer.parseInt(query.replaceAll(".*page=(\\d+)&per_page.*", "$1"));
            var ids = names.keySet().stream()
                    .filter(id -> !query.contains("modified_after=") || modified.getOrDefault(id, false))
                    .toList();
            String contents = ids.stream()
                    .skip((page - 1) * 2L)
                    .limit(2)
                    .map(id -> service(id, names.get(id)))
                    .collect(java.util.stream.Collectors.joining(","));
            int pages = (ids.size() + 1) / 2;
            Stranger.text("{\"total_pages\": " + pages + ", \"page_number\": " + page + ", \"contents\": [" + contents
                            + "]}")
                    .answer(exchange);
        }
    }

    @Test
    void anApiIsWalkedById() throws Exception {
        try (Stranger stranger = new Stranger()) {
            Directory directory = new Directory();
            for (int i = 0; i < 5; i++) {
                String id = "s" + i;
                directory.names.put(id, "Serviço " + i);
                stranger.on(
                        "/hsds/services/" + id,
                        exchange -> (directory.names.containsKey(id)
                                        ? Stranger.text(service(id, directory.names.get(id)))
                                        : Stranger.status(404))
                                .answer(exchange));
            }
            stranger.on("/hsds/services", directory);
            ValidatableResponse first = fetch("walked", stranger.url("/hsds/"), "hsds", "snapshot");
            first.body("problem", nullValue());
            assertThat(counts("walked", first)).isEqualTo(Map.of("created", 5));

            directory.names.put("s3", "Outro nome");
            directory.modified.put("s3", true);
            int before = stranger.requests("/hsds/services/s0").size();
            assertThat(counts("walked", fetchAgain("walked"))).isEqualTo(Map.of("updated", 1));
            assertThat(stranger.requests("/hsds/services/s0"))
                    .as("what was not modified is not read")
                    .hasSize(before);

            directory.names.remove("s4");
            String run = fetchAgain("walked").extract().path("run_id");
            cpr().get("/api/sources/walked/runs/" + run).then().body("mode", equalTo("upsert"));
            // saved anew it is asked for everything, and who has seen everything knows what is gone
            assertThat(counts("walked", fetch("walked", stranger.url("/hsds/"), "hsds", "snapshot")))
                    .isEqualTo(Map.of("kept", 4, "withdrawn", 1));
        }
    }

    @Test
    void aHostileServerGetsNothing() throws Exception {
        try (Stranger stranger = new Stranger()) {
            for (Map.Entry<String, Stranger.Behaviour> each : Map.<String, Stranger.Behaviour>of(
                            "address_not_public", Stranger.redirect("https://127.0.0.1:9000/q/metrics"),
                            "not_an_address", Stranger.redirect("http://localhost/"),
                            "refused", Stranger.status(500))
                    .entrySet()) {
                String url = stranger.on("/" + each.getKey(), each.getValue());
                fetch(each.getKey().replace('_', '-'), url, "file", "snapshot")
                        .body("problem", startsWith(each.getKey() + ": "))
                        .body("run_id", nullValue());
            }
            fetch("bomb", stranger.on("/bomb/services", Stranger.bomb(64)).replace("/services", ""), "hsds", "upsert")
                    .body("problem", startsWith("too_large: "));
            fetch(
                            "other",
                            stranger.on("/other/services", Stranger.text("<html>"))
                                    .replace("/services", ""),
                            "hsds",
                            "upsert")
                    .body("problem", startsWith("not_hsds: "));
            fetch("of-partners", "https://" + PartnersDatabase.OF_PARTNERS_ONLY + ":1/", "file", "upsert")
                    .body("problem", startsWith("not_reachable: "));
            fetch("resets", stranger.rude(false), "file", "upsert").body("problem", startsWith("not_reachable: "));
            cpr().body(Map.of("name", "Inside"))
                    .put("/api/sources/inside")
                    .then()
                    .statusCode(200);
            cpr().body(Map.of("url", "https://169.254.169.254/latest/", "kind", "file"))
                    .put("/api/sources/inside/harvest")
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem("/url"));
        }
        for (Map<String, Object> wrong : java.util.List.<Map<String, Object>>of(
                Map.of("url", "file:///etc/passwd", "kind", "file"),
                Map.of("url", "https://example.org/", "kind", "ftp"),
                Map.of("url", "https://example.org/", "kind", "file", "mode", "all"),
                Map.of("url", "https://example.org/", "kind", "file", "every_hours", 0))) {
            cpr().body(wrong).put("/api/sources/inside/harvest").then().statusCode(422);
        }
        given().auth()
                .oauth2(org.balcao.access.Token.of(org.balcao.access.Role.PARTNER_EDITOR, java.util.UUID.randomUUID()))
                .get("/api/sources/inside/harvest")
                .then()
                .statusCode(404);
    }

    /** Anybody's feed is read, told what would become of it, and nothing of it is kept. */
    @Test
    void anybodyChecksTheirFeed() throws Exception {
        String feed = service("a", "Aulas") + "\n" + service("b", "Aulas").replace("active", "actve") + "\n"
                + service("c", "Aulas").replace("active", "actve") + "\n";
        var report = given().contentType("application/octet-stream")
                .body(feed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/feed-checks")
                .then()
                .statusCode(200)
                .body("format", equalTo("json_lines"))
                .body("records.services", equalTo(3))
                .body("kept_back", equalTo(2))
                .body("findings[0].code", equalTo("not_a_word"))
                .body("findings[0].field", equalTo("/status"))
                .body("findings[0].count", equalTo(2))
                .body("findings[0].places[0].line", equalTo(2))
                .body("findings[0].places[0].nearest", equalTo("active"))
                .extract()
                .asString();
        try (Stranger stranger = new Stranger()) {
            assertThat(given().contentType("application/json")
                            .body(Map.of("url", stranger.on("/feed", Stranger.text(feed))))
                            .post("/api/feed-checks/address")
                            .asString())
                    .isEqualTo(report);
            for (Map.Entry<String, String> each : Map.of(
                            stranger.on("/inside", Stranger.redirect("https://127.0.0.1/")),
                            "address_not_public: ",
                            stranger.on("/bomb", Stranger.bomb(64)),
                            "too_large: ",
                            stranger.on("/html", Stranger.text("<html>")),
                            "not_a_format: ",
                            "https://10.0.0.1/",
                            "address_not_public: ",
                            "https://" + PartnersDatabase.OF_PARTNERS_ONLY + ":1/",
                            "address_not_public: ")
                    .entrySet()) {
                given().contentType("application/json")
                        .body(Map.of("url", each.getKey()))
                        .post("/api/feed-checks/address")
                        .then()
                        .statusCode(422)
                        .body("errors.detail[0]", startsWith(each.getValue()));
            }
        }
        byte[] large = new byte[21 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        given().contentType("application/octet-stream")
                .body(large)
                .post("/api/feed-checks")
                .then()
                .statusCode(422)
                .body("errors.detail[0]", startsWith("too_large: "));
        given().contentType("application/octet-stream")
                .body(new byte[0])
                .post("/api/feed-checks")
                .then()
                .statusCode(422)
                .body("errors.detail[0]", startsWith("empty: "));
    }

    @Test
    void aSourceDeliversSoOftenInAnHour() {
        Partner often = new Partner(AT_CPR, "often", workRuns);
        often.save(Map.of("name", "often")).then().statusCode(200);
        int taken = 0;
        while (often.send(service("a", "Aulas").getBytes(java.nio.charset.StandardCharsets.UTF_8), "?dry_run=true")
                        .statusCode()
                == 202) {
            workRuns.work();
            taken++;
        }
        assertThat(taken).isEqualTo(30);
        often.send(service("a", "Aulas").getBytes(java.nio.charset.StandardCharsets.UTF_8), "")
                .then()
                .statusCode(429)
                .header("Retry-After", "300");
    }
}
