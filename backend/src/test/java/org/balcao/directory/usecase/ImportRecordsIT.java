package org.balcao.directory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.model.LoadReport.Outcome;
import org.balcao.directory.model.Service;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Further loads on top of the first: the same again, something new, and what does not fit. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
@TestProfile(OwnDatabase.class)
class ImportRecordsIT {
    private static final String ASSOCIATION = """
            {"kind": "organization", "id": "ponte", "name": "Associação Ponte", "organization_type": "ngo", "status": "active",
             "description": {"pt": "Associação inventada.", "en": "An invented association."}, "confidence": "low",
             "sources": [{"url": "https://ponte.example/"}]}""";
    private static final String HOUSE = """
            {"kind": "location", "id": "casa", "name": "Casa da Ponte", "organization": "ponte", "location_type": "physical",
             "address": {"address_1": "Rua da Ponte 1", "postal_code": "1000-001", "city": "Lisboa", "state_province": "Lisboa",
             "country": "PT", "municipality_code": "1106"}, "address_visibility": "hidden", "confidence": "low",
             "sources": [{"url": "https://ponte.example/"}]}""";
    private static final String LESSONS = """
            {"kind": "service", "id": "aulas", "name": "Aulas de português", "organization": "ponte", "status": "active",
             "taxonomy": ["language"], "audience": ["migrants"], "phones": [{"number": "PHONE"}], "locations": ["casa"],
             "schedules": [{"byday": "MO,WE", "opens_at": "18:00", "closes_at": "20:00"}], "fees_description": "Free",
             "coverage": ["Lisboa"], "confidence": "low", "sources": [{"url": "https://ponte.example/aulas"}]}""";
    private static final String LESSONS_AT_HOUSE = """
            {"kind": "service_at_location", "id": "aulas--casa", "service": "aulas", "location": "casa"}""";

    @Inject
    ImportRecords importRecords;

    @Inject
    LoadRecords loadRecords;

    @Inject
    LoadStarterData loadStarterData;

    @Inject
    Session entities;

    @TempDir
    Path folder;

    @Test
    void theStarterDataASecondTimeChangesNothing() {
        long before = lastSeq();

        assertThat(loadStarterData.onFirstStart()).as("a second start").isEmpty();
        assertThat(loadRecords
                        .load(StarterData.SOURCE, StarterData::read, line -> {})
                        .lines())
                .extracting(Line::outcome)
                .containsOnly(Outcome.KEPT);
        execute("update directory.source_record set fingerprint = 'none'");
        var compared = loadRecords
                .load(StarterData.SOURCE, StarterData::read, line -> {})
                .lines();
        assertThat(compared)
                .as("also when each record is compared in full; the lines that the national team holds are left to it")
                .filteredOn(line -> line.outcome() != Outcome.KEPT)
                .hasSize(32)
                .allSatisfy(line -> {
                    assertThat(line.outcome()).isEqualTo(Outcome.LEFT_OUT);
                    assertThat(line.reason().orElseThrow()).contains("the national team holds");
                });

        assertThat(lastSeq()).isEqualTo(before);
    }

    @Test
    void eachRecordIsAcknowledgedOnceItIsStored() throws IOException {
        var source = "acknowledged";
        var first = imported(source, ASSOCIATION, HOUSE, LESSONS.replace("PHONE", "217 115 000"), LESSONS_AT_HOUSE);
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .containsExactly(
                        "applied organization " + id(source, "organization", "ponte") + " created",
                        "applied location " + id(source, "location", "casa") + " created",
                        "applied service " + id(source, "service", "aulas") + " created",
                        "applied service_at_location " + id(source, "service_at_location", "aulas--casa") + " created",
                        "4 created, 0 updated, 0 kept, 0 left out");

        var lessons = service(source);
        assertThat(lessons.get("modes")).isEqualTo(List.of("in_person"));
        assertThat(lessons.get("free")).isEqualTo(true);
        assertThat(lessons.get("needs")).isEqualTo(List.of("language", "migrants"));
        assertThat(lessons.get("visibility")).isEqualTo(List.of("hidden"));
        assertThat(lessons.get("position")).isNotEqualTo(0L);

        long before = lastSeq();
        var second = imported(source, ASSOCIATION, HOUSE, LESSONS.replace("PHONE", "808 257 257"), LESSONS_AT_HOUSE);
        assertThat(second.out())
                .contains(
                        "applied organization " + id(source, "organization", "ponte") + " kept",
                        "applied service " + id(source, "service", "aulas") + " updated");
        assertThat(changesAfter(before)).containsExactly("service updated", "service_at_location updated");
        assertThat(service(source).get("position"))
                .as("its place in lists stays")
                .isEqualTo(lessons.get("position"));
        assertThat(service(source).get("version")).isEqualTo(lastSeqOf("service", source, "aulas"));

        // what somebody looks after here since is theirs
        execute(
                "insert into sync.verification (id, service_id, organization_id, way, outcome, verified_by, role, at) select gen_random_uuid(), '"
                        + id(source, "service", "aulas") + "', '" + id(source, "organization", "ponte")
                        + "', 'phone', 'confirmed', 'somebody', 'national-editor', now()");
        var third = imported(source, ASSOCIATION, HOUSE, LESSONS.replace("PHONE", "217 115 001"), LESSONS_AT_HOUSE);
        assertThat(third.out().getLast()).isEqualTo("0 created, 0 updated, 3 kept, 1 left out");
        assertThat(third.err()).anyMatch(line -> line.contains("looked after here since"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"organization\": \"ponte\"     | \"organization\": \"nobody\"       | not known: organization nobody",
                "\"id\": \"aulas\"               | \"id\": \"au las\"                 | id: an id of letters",
                "\"id\": \"aulas\"               | \"id\": 12                         | id: a text is expected",
                "Aulas de português              | Aulas\\u0000                       | /name: holds a character that is not text",
                "Aulas de português              | Aulas\\ud800                       | /name: holds a character that is not text",
                "Aulas de português              | LONG                               | name: longer than 500 characters",
                "[\"language\"]                  | [\"magic\"]                        | not known: term magic of balcao-needs",
                "[\"language\"]                  | \"language\"                       | taxonomy: a list is expected",
                "[{\"number\": \"217 115 000\"}] | [{\"number\": \"call me\"}]        | phones/number: a phone number is expected",
                "\"18:00\"                       | \"6 pm\"                           | schedules/opens_at: a time like 09:30 is expected",
                "\"status\": \"active\"          | \"status\": \"maybe\"              | status: one of active",
                "\"status\": \"active\"          | \"status\": \"active\", \"x\": 1   | x: not known",
                "https://ponte.example/aulas     | javascript:alert(1)                | sources/url: a web address is expected",
                "\"confidence\": \"low\"         | \"confidence\": null               | confidence: one of high, low, medium is expected",
            })
    void aRecordThatDoesNotFitIsLeftOutWholeWithItsReason(String good, String bad, String reason) throws IOException {
        var source = "hostile";
        imported(source, ASSOCIATION, HOUSE);
        long before = lastSeq();
        var lessons = LESSONS.replace("PHONE", "217 115 000");
        assertThat(lessons).contains(good);

        var result = imported(source, lessons.replace(good, bad.replace("LONG", "a".repeat(501))));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .singleElement()
                .asString()
                .startsWith("left out service")
                .contains(reason);
        assertThat(result.out()).containsExactly("0 created, 0 updated, 0 kept, 1 left out");
        assertThat(lastSeq()).isEqualTo(before);
    }

    @Test
    void aBadLineDoesNotKeepTheOthersBack() throws IOException {
        var result = imported("mixed", "{\"kind\": \"organ", "[1]", "{\"kind\": \"wizard\"}", ASSOCIATION);

        assertThat(result.out()).contains("applied organization " + id("mixed", "organization", "ponte") + " created");
        assertThat(result.err())
                .containsExactly(
                        "left out file mixed.jsonl:1: not JSON",
                        "left out file mixed.jsonl:2: a record with its kind is expected, or collections such as {\"services\": […]}",
                        "left out file mixed.jsonl:3: the kind wizard is not known");
    }

    @Test
    void yamlOfTheSameShapeIsTaken() throws IOException {
        var file = folder.resolve("organizations.yaml");
        Files.writeString(file, """
                organizations:
                - id: farol
                  name: Farol
                  status: active
                  description: {pt: Associação inventada.}
                  confidence: low
                  sources: [{url: "https://farol.example/"}]
                """);
        assertThat(run("--source", "yaml", file.toString()).out())
                .contains("applied organization " + id("yaml", "organization", "farol") + " created");
    }

    @Test
    void aWrongCommandLineSaysHowItIsUsed() {
        assertThat(run("--source", "x").code()).isEqualTo(2);
        assertThat(run("--source", "Has Spaces", "a.yaml").err())
                .containsExactly("Use: import --source NAME [--file-format yaml|jsonl|csv] FILE…");
        assertThat(run("--source", "x", folder.resolve("none.yaml").toString()).err())
                .singleElement()
                .asString()
                .startsWith("Cannot be read");
    }

    private record Result(int code, List<String> out, List<String> err) {}

    private Result imported(String source, String... records) throws IOException {
        var file = folder.resolve(source + ".jsonl");
        Files.write(
                file,
                List.of(records).stream()
                        .map(record -> record.replace('\n', ' '))
                        .toList());
        return run("--source", source, file.toString());
    }

    private Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = importRecords.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, lines(out), lines(err));
    }

    private static List<String> lines(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Map<String, Object> service(String source) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var service = entities.find(Service.class, id(source, "service", "aulas"));
            return Map.of(
                    "modes",
                    new ArrayList<>(service.deliveryModes),
                    "free",
                    service.free,
                    "needs",
                    service.attributes.stream()
                            .map(each -> each.taxonomyTerm.code)
                            .toList(),
                    "visibility",
                    service.serviceAtLocations.stream()
                            .map(each -> each.location.addressVisibility)
                            .toList(),
                    "position",
                    service.position,
                    "version",
                    service.newestChange);
        });
    }

    private static UUID id(String source, String kind, String sourceId) {
        return StableId.of(source, kind, sourceId);
    }

    private List<String> changesAfter(long seq) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select kind || ' ' || action from directory.change where seq > :seq order by seq",
                                String.class)
                        .setParameter("seq", seq)
                        .getResultList());
    }

    private long lastSeq() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("select max(seq) from directory.change", Long.class)
                        .getSingleResult());
    }

    private long lastSeqOf(String kind, String source, String sourceId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select max(seq) from directory.change where record_id = :id", Long.class)
                        .setParameter("id", id(source, kind, sourceId))
                        .getSingleResult());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeMutationQuery(sql).executeUpdate());
    }
}
