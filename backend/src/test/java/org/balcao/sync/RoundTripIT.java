package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.usecase.WorkRuns;
import org.balcao.sync.usecase.WriteDumps;
import org.junit.jupiter.api.Test;

/** Our own dumps, taken in by an empty directory, make the same directory again. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class RoundTripIT {
    @Inject
    WriteDumps writeDumps;

    @Inject
    WorkRuns workRuns;

    @Inject
    AgroalDataSource database;

    private void empty() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of(
                    "sync.provenance",
                    "directory.service_at_location",
                    "directory.service",
                    "directory.location",
                    "directory.program",
                    "directory.organization",
                    "directory.taxonomy_term",
                    "directory.taxonomy",
                    "sync.record",
                    "directory.record_origin")) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private static byte[] dump(String name) {
        return given().get("/api/dumps/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Map<String, List<String>> tables(byte[] zip) throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".csv")) {
                    tables.put(
                            entry.getName(),
                            new String(entries.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
                }
            }
        }
        return tables;
    }

    @Test
    void tablesAndLinesMakeTheSameDirectoryAgain() throws Exception {
        writeDumps.write();
        byte[] tablesBefore = dump(WriteDumps.TABLES);
        byte[] linesBefore = dump(WriteDumps.LINES);
        assertThat(new String(linesBefore, StandardCharsets.UTF_8))
                .as("no street in free words, which the API does not show either")
                .doesNotContain("main_location");
        int services = given().get("/api/services?per_page=1").path("total_items");
        assertThat(services).isGreaterThan(200);
        String aService = given().get("/api/services?per_page=1").path("contents[0].id");
        String shown = given().get("/api/services/" + aService).asString();

        for (byte[] dump : List.of(tablesBefore, linesBefore)) {
            empty();
            given().get("/api/services?per_page=1").then().body("total_items", equalTo(0));
            Partner mirror = Partner.national("mirror", workRuns);
            Response run = mirror.deliver(dump, "");
            List<Map<String, String>> wrong = mirror.items(run.path("id"), "?outcome=quarantined")
                    .path("contents.problems.flatten().findAll { it.level == 'error' }");
            assertThat(wrong).isEmpty();
            Map<String, Integer> counts = run.path("counts");
            assertThat(counts.keySet()).isEqualTo(java.util.Set.of("created"));
            writeDumps.write();
            Map<String, List<String>> before = tables(tablesBefore);
            Map<String, List<String>> after = tables(dump(WriteDumps.TABLES));
            assertThat(after.keySet()).isEqualTo(before.keySet());
            before.forEach(
                    (table, rows) -> assertThat(after.get(table)).as(table).containsExactlyInAnyOrderElementsOf(rows));
            assertThat(Arrays.equals(linesBefore, dump(WriteDumps.LINES)))
                    .as("lines, byte by byte")
                    .isTrue();
            given().get("/api/services?per_page=1").then().body("total_items", equalTo(services));
            assertThat(withoutStamp(given().get("/api/services/" + aService).asString()))
                    .isEqualTo(withoutStamp(shown));
            System.out.println("Round trip: " + counts + ", "
                    + before.values().stream().mapToInt(List::size).sum() + " rows");
        }
    }

    private static String withoutStamp(String service) {
        return service.replaceAll("\"last_modified\":\"[^\"]*\"", "");
    }

    @Test
    void theFeedOfChangesGoesOnFromTheDump() {
        writeDumps.write();
        long seq = given().get("/api/dumps")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("seq");
        given().get("/api/changes?after=" + seq)
                .then()
                .body("contents", equalTo(List.of()))
                .body("after", equalTo((int) seq));
        Partner cpr = Partner.national("feed", workRuns);
        String id = cpr.put("organizations", "f", "{\"name\": \"Nova\", \"description\": \"Inventada\"}")
                .path("record_id");
        given().get("/api/changes?after=" + seq)
                .then()
                .body("contents.size()", equalTo(1))
                .body("contents[0].id", equalTo(id))
                .body("contents[0].type", equalTo("organization"))
                .body("contents[0].action", equalTo("created"))
                .body("after", greaterThan((int) seq));
        given().get("/api/changes?limit=2")
                .then()
                .body("contents.size()", equalTo(2))
                .body("more", equalTo(true));
        for (String wrong : List.of("after=-1", "after=x", "limit=0", "limit=1001")) {
            given().get("/api/changes?" + wrong).then().statusCode(400);
        }
        given().get("/api/dumps/other")
                .then()
                .statusCode(404)
                .header("Deprecation", "@1793491200")
                .header("Sunset", "Tue, 2 Nov 2027 00:00:00 GMT")
                .header("Link", "<https://balcao.example/changes>; rel=\"deprecation\"; type=\"text/html\"");
        assertThat(given().get("/api/changes").header("Deprecation"))
                .as("what will stay says nothing")
                .isNull();
    }

    @Test
    void aHiddenPlaceIsInNoDump() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, name from directory.location where address_visibility = 'full' and name is not null and latitude is not null limit 1")) {
            rows.next();
            String id = rows.getString(1);
            String name = rows.getString(2);
            connection
                    .createStatement()
                    .executeUpdate(
                            "update directory.location set address_visibility = 'hidden' where id = '" + id + "'");
            writeDumps.write();
            Map<String, List<String>> tables = tables(dump(WriteDumps.TABLES));
            assertThat(tables.get("locations.csv"))
                    .filteredOn(row -> row.startsWith(id))
                    .hasSize(1)
                    .allSatisfy(row -> assertThat(row).doesNotContain(name));
            assertThat(tables.get("addresses.csv")).noneMatch(row -> row.contains(id));
            assertThat(tables.get("phones.csv")).noneMatch(row -> row.contains(id));
            connection
                    .createStatement()
                    .executeUpdate("update directory.location set address_visibility = 'full' where id = '" + id + "'");
        }
    }
}
