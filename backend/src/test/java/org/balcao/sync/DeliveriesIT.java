package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.sync.Partner.AT_CPR;
import static org.balcao.sync.Partner.CPR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.usecase.WorkRuns;
import org.junit.jupiter.api.Test;

/** What partners deliver, in every format: each record is told what became of it, and nothing is dropped silently. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class DeliveriesIT {
    private static final String LESSONS = """
            {"kind": "service", "id": "aulas", "name": "Aulas de português", "description": "Duas vezes por semana", "status": "active",
             "phones": [{"id": "p1", "number": "213456789"}], "url": "https://ponte.example/aulas",
             "schedules": [{"freq": "WEEKLY", "byday": "MO,WE", "opens_at": "18:00", "closes_at": "20:00"}],
             "service_at_locations": [{"id": "aulas-casa", "location": {"id": "casa", "location_type": "physical", "name": "Casa",
                "addresses": [{"address_1": "Rua da Ponte 1", "city": "Setúbal", "country": "PT", "address_type": "physical"}]}}]}""";

    @Inject
    WorkRuns workRuns;

    @Inject
    AgroalDataSource database;

    /** In = created + updated + kept + withdrawn + skipped + quarantined, always. */
    private static Map<String, Integer> accounted(Response run) {
        assertThat(run.<String>path("state"))
                .as("%s", run.<String>path("reason"))
                .startsWith("done");
        Map<String, Integer> counts = run.path("counts");
        assertThat(counts.keySet()).isSubsetOf("created", "updated", "kept", "withdrawn", "skipped", "quarantined");
        assertThat(counts.values().stream().mapToInt(each -> each).sum()).isEqualTo(run.<Integer>path("records"));
        return counts;
    }

    private static String line(String json) {
        return json.replaceAll("\\s*\\n\\s*", " ") + "\n";
    }

    private long seq() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select coalesce(max(seq), 0) from directory.change")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var each = connection.createStatement()) {
            each.executeUpdate(statement);
        }
    }

    @Test
    void thePackageOfTheOfficialExamples() throws Exception {
        Partner examples = Partner.national("hsds-examples", workRuns);
        byte[] tables = Partner.zip(Partner.file("hsds-3.1/csv"));
        Response first = examples.deliver(tables, "");
        first.then().body("format", equalTo("tabular"));
        Map<String, Integer> counts = accounted(first);
        System.out.println("HSDS 3.1 examples, tabular: " + first.path("state") + " " + counts);
        List<String> codes =
                examples.items(first.path("id"), "?outcome=quarantined").path("contents.problems.code.flatten()");
        assertThat(codes).contains("owner_not_known");
        long before = seq();
        Response again = examples.deliver(tables, "");
        Map<String, Integer> second = accounted(again);
        assertThat(second).doesNotContainKeys("created", "updated", "withdrawn");
        assertThat(second.get("quarantined")).isEqualTo(counts.get("quarantined"));
        assertThat(seq()).as("the same again writes nothing").isEqualTo(before);
        for (String name : List.of(
                "service_full",
                "service_list",
                "organization_full",
                "organization_list",
                "location",
                "service_at_location_full",
                "taxonomy",
                "taxonomy_list",
                "taxonomy_term")) {
            Response run = examples.deliver(Files.readAllBytes(Partner.file("hsds-3.1/" + name + ".json")), "");
            run.then().body("reason", nullValue()).body("format", equalTo("json"));
            System.out.println("HSDS 3.1 examples, " + name + ".json: " + accounted(run));
        }
    }

    @Test
    void ohana() throws IOException {
        Partner ohana = Partner.national("ohana", workRuns);
        Response run = ohana.deliver(Partner.zip(Partner.file("ohana")), "");
        Map<String, Integer> counts = accounted(run);
        System.out.println("Ohana: " + run.path("state") + " " + counts);
        List<String> nearest = new ArrayList<>();
        for (Integer after = 0; after != null; ) {
            Response page = ohana.items(run.path("id"), "?after=" + after);
            nearest.addAll(page.<List<String>>path("contents.problems.nearest.flatten()"));
            after = page.path("after");
        }
        assertThat(nearest).as("9:00am is told to be 09:00").contains("09:00", "2015-12-24");
        assertThat(counts.get("created")).isGreaterThan(50);
        Response again = ohana.deliver(Partner.zip(Partner.file("ohana")), "");
        assertThat(accounted(again)).doesNotContainKeys("created", "updated");
    }

    /** HSDS 1.1: weekdays, taxonomy, eligibility and addresses in tables of their own. */
    @Test
    void theOlderPackage() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        tables.put(
                "organizations.csv",
                bytes("id,name,description,url\no1,Ponte,Associação inventada,https://ponte.example\n"));
        tables.put("services.csv", bytes("id,organization_id,name,status,taxonomy_ids\ns1,o1,Aulas,active,\n"));
        tables.put("locations.csv", bytes("id,organization_id,name,latitude,longitude\nl1,o1,Casa,38.5,-8.9\n"));
        tables.put("services_at_location.csv", bytes("id,service_id,location_id\nsl1,s1,l1\n"));
        tables.put(
                "physical_addresses.csv",
                bytes("id,location_id,address_1,city,postal_code,country\na1,l1,Rua 1,Évora,7000-001,PT\n"));
        tables.put(
                "regular_schedules.csv",
                bytes(
                        "id,service_id,weekday,opens_at,closes_at\nr1,s1,1,09:00:00,17:00:00\nr2,s1,Tuesday,09:00,17:00\n"));
        tables.put(
                "holiday_schedules.csv",
                bytes("id,service_id,closed,start_date,end_date\nh1,s1,true,2026-12-24,2026-12-26\n"));
        tables.put("eligibility.csv", bytes("id,service_id,eligibility\ne1,s1,adult\n"));
        tables.put("taxonomy.csv", bytes("id,name,parent_id,parent_name,vocabulary\nt1,Língua,,,Ponte\n"));
        tables.put("services_taxonomy.csv", bytes("id,service_id,taxonomy_id\nst1,s1,t1\nst2,nowhere,t1\n"));
        tables.put("languages.csv", bytes("id,service_id,language\nla1,s1,Ukrainian\n"));
        Partner older = Partner.national("older", workRuns);
        Response run = older.deliver(Partner.zip(tables), "");
        assertThat(accounted(run)).containsEntry("created", 5).containsEntry("quarantined", 1);
        String id = older.items(run.path("id"), "")
                .path("contents.find { it.type == 'services' && it.external_id == 's1' }.record_id");
        given().get("/api/services/" + id)
                .then()
                .statusCode(200)
                .body("organization.website", equalTo("https://ponte.example"))
                .body("eligibility_description", equalTo("adult"))
                .body("schedules.byday", equalTo(List.of("MO", "TU")))
                .body("attributes.taxonomy_term.name", hasItem("Língua"))
                .body("service_at_locations[0].location.municipality_code", equalTo("0705"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aListAsItIsKeptInASpreadsheet() {
        Partner cpr = new Partner(AT_CPR, "cpr-sheet", workRuns);
        cpr.save(Map.of("name", "Folha", "column_map", Map.of("O que é", "description")))
                .then()
                .statusCode(200);
        String sheet =
                "Nome;O que é;Telefone;Cidade;Línguas;Cor\nAulas de teatro;Às terças;213 456 780;Lisboa;pt, uk;azul\n"
                        + "Outra;=1+1;x;Lisboa;pt;\n";
        Response run = cpr.deliver(sheet, "");
        Map<String, Integer> counts = accounted(run);
        assertThat(counts).isEqualTo(Map.of("created", 6));
        List<String> codes = cpr.items(run.path("id"), "").path("contents.problems.code.flatten()");
        assertThat(codes).contains("formula", "not_kept", "telephone_written_out", "not_a_telephone");
        String id =
                cpr.items(run.path("id"), "").path("contents.find { it.external_id == 'aulas-de-teatro' }.record_id");
        given().get("/api/services/" + id)
                .then()
                .body("organization.id", equalTo(CPR.toString()))
                .body("phones[0].number", equalTo("+351 21 345 6780"))
                .body("languages.code", equalTo(List.of("pt", "uk")));
    }

    @Test
    void aWorkbook() {
        String row =
                "<row r=\"%d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%s</t></is></c><c r=\"B%1$d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        parts.put(
                "xl/workbook.xml",
                bytes(
                        "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<sheets><sheet name=\"Folha\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes(
                        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                                + "Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                bytes(
                        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + row.formatted(1, "Nome", "Telefone") + row.formatted(2, "Refeitório", "213456789")
                                + "</sheetData></worksheet>"));
        Partner cpr = new Partner(AT_CPR, "cpr-workbook", workRuns);
        cpr.save(Map.of("name", "Folha")).then().statusCode(200);
        Response run = cpr.deliver(Partner.zip(parts), "");
        run.then().body("format", equalTo("spreadsheet"));
        assertThat(accounted(run)).isEqualTo(Map.of("created", 1));
        cpr.items(run.path("id"), "").then().body("contents[0].external_id", equalTo("refeitorio"));
    }

    /** Open Referral UK 1.0: another page, other names, objects inside objects. */
    @Test
    void openReferralUk() {
        Partner uk = Partner.national("oruk", workRuns);
        Response run = uk.deliver("""
                {"totalElements": 1, "number": 1, "content": [{"id": "u1", "name": "Advice", "status": "active",
                 "organization": {"id": "uo", "name": "Council", "description": "Invented", "url": "https://council.example"},
                 "eligibilitys": [{"id": "e", "eligibility": "Adults", "minimum_age": 18}],
                 "service_taxonomys": [{"id": "st", "taxonomy": {"id": "t", "name": "Advice", "vocabulary": "esd"}}],
                 "regular_schedules": [{"id": "r", "weekday": "Monday", "opens_at": "09:00", "closes_at": "12:00"}],
                 "fundings": [{"id": "f", "source": "Council"}],
                 "service_at_locations": [{"id": "ul1", "location": {"id": "ul", "name": "Hall", "latitude": 51.5, "longitude": -0.1,
                    "physical_addresses": [{"id": "a", "address_1": "1 High St", "city": "Town", "country": "GB"}]}}]}]}""", "");
        assertThat(accounted(run)).isEqualTo(Map.of("created", 5));
        String id = uk.items(run.path("id"), "").path("contents.find { it.external_id == 'u1' }.record_id");
        given().get("/api/services/" + id)
                .then()
                .body("organization.website", equalTo("https://council.example"))
                .body("eligibility_description", equalTo("Adults"))
                .body("minimum_age", equalTo(18))
                .body("schedules[0].byday", equalTo("MO"))
                .body("attributes.taxonomy_term.name", hasItem("Advice"));
    }

    /** A place that stands inside a service is delivered too, and words of everybody stay one, however often they are named. */
    @Test
    void whatIsMentionedAgainIsNotWithdrawnAndWordsOfEverybodyStayOne() {
        Partner cpr = new Partner(AT_CPR, "cpr-mentions", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        String term = given().get("/api/taxonomy_terms?per_page=1").path("contents[0].id");
        int terms = given().get("/api/taxonomy_terms?per_page=1").path("total_items");
        String mention = line(LESSONS.replace(
                "\"status\": \"active\",",
                "\"status\": \"active\", \"organization\": {\"id\": \"" + CPR
                        + "\", \"name\": \"CPR\", \"description\": \"x\"},"
                        + "\"attributes\": [{\"id\": \"at\", \"link_entity\": \"service\", \"taxonomy_term\": {\"id\": \""
                        + term
                        + "\", \"name\": \"Tema\", \"description\": \"Tema\"}}],"));
        Response first = cpr.deliver(mention, "");
        assertThat(accounted(first)).isEqualTo(Map.of("created", 3));
        assertThat(accounted(cpr.deliver(mention, "?mode=snapshot"))).isEqualTo(Map.of("kept", 3));
        given().get("/api/taxonomy_terms?per_page=1").then().body("total_items", equalTo(terms));
        String service = cpr.items(first.path("id"), "").path("contents.find { it.type == 'services' }.record_id");
        given().get("/api/services/" + service)
                .then()
                .body("attributes.taxonomy_term.id", hasItem(term))
                .body("organization.id", equalTo(CPR.toString()));
    }

    @Test
    void planFirstThenApplyAndTheSameAgainChangesNothing() throws SQLException {
        Partner cpr = new Partner(AT_CPR, "cpr-plan", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        long before = seq();
        Response plan = cpr.deliver(line(LESSONS), "?dry_run=true");
        plan.then().body("state", equalTo("planned")).body("counts.create", equalTo(3));
        assertThat(seq()).as("a plan changes nothing").isEqualTo(before);
        cpr.decide(plan.path("id"), "apply").then().statusCode(200);
        assertThat(accounted(cpr.run(plan.path("id")))).isEqualTo(Map.of("created", 3));
        String service = cpr.items(plan.path("id"), "").path("contents.find { it.type == 'services' }.record_id");
        cpr.decide(plan.path("id"), "apply").then().statusCode(409);

        long after = seq();
        assertThat(accounted(cpr.deliver(line(LESSONS), ""))).isEqualTo(Map.of("kept", 3));
        assertThat(seq()).isEqualTo(after);

        Response changed = cpr.deliver(line(LESSONS.replace("Duas vezes", "Três vezes")), "?dry_run=true");
        cpr.items(changed.path("id"), "?outcome=update")
                .then()
                .body(
                        "contents[0].changes",
                        equalTo(List.of(Map.of(
                                "field",
                                "description",
                                "before",
                                "Duas vezes por semana",
                                "after",
                                "Três vezes por semana"))));
        sql("update directory.service set description = 'Outra coisa' where id = '" + service + "'");
        cpr.decide(changed.path("id"), "apply");
        cpr.items(changed.path("id"), "?outcome=skipped").then().body("contents[0].problems.code", hasItem("moved"));
        given().get("/api/services/" + service).then().body("description", equalTo("Outra coisa"));

        given().auth()
                .oauth2(Token.of(Role.PARTNER_EDITOR, UUID.randomUUID()))
                .get("/api/sources/cpr-plan/runs")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Token.of(Role.PARTNER_CLIENT, CPR))
                .get("/api/sources")
                .then()
                .statusCode(403);
    }

    @Test
    void aBadVersionIsKeptBackAndTheGoodOneStays() {
        Partner cpr = new Partner(AT_CPR, "cpr-one", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        String good = "{\"name\": \"Balneário\", \"status\": \"active\"}";
        String id = cpr.put("services", "b", good)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("created"))
                .extract()
                .path("record_id");
        cpr.put("services", "b", good).then().statusCode(200).body("outcome", equalTo("kept"));
        cpr.put("services", "b", "{\"name\": \"Balneário\", \"status\": \"actve\", \"assured_date\": \"3/11/2026\"}")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("/status")))
                .body(
                        "errors.detail[0]",
                        equalTo("must be one of active, defunct, inactive, temporarily closed; perhaps active"));
        given().get("/api/services/" + id).then().statusCode(200).body("name", equalTo("Balneário"));
        cpr.put("services", "c", "{\"name\": \"X\", \"status\": \"active\", \"organization_id\": \"stranger\"}")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("/organization_id")));
        cpr.put("organizations", "other", "{\"name\": \"Y\", \"description\": \"Z\"}")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("/id")));
    }

    @Test
    void aSnapshotThatWithdrawsManyWaitsForAPerson() {
        Partner cpr = new Partner(AT_CPR, "cpr-all", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            all.append("{\"kind\":\"service\",\"id\":\"n")
                    .append(i)
                    .append("\",\"name\":\"N")
                    .append(i)
                    .append("\",\"status\":\"active\"}\n");
        }
        Response first = cpr.deliver(all.toString(), "?mode=snapshot");
        assertThat(accounted(first)).isEqualTo(Map.of("created", 20));
        String last = cpr.items(first.path("id"), "").path("contents[19].record_id");
        List<String> lines = all.toString().lines().toList();
        assertThat(accounted(cpr.deliver(String.join("\n", lines.subList(0, 16)) + "\n", "?mode=snapshot")))
                .as("few are withdrawn at once")
                .isEqualTo(Map.of("kept", 16, "withdrawn", 4));
        given().get("/api/services/" + last).then().statusCode(410);
        Response many = cpr.deliver(String.join("\n", lines.subList(0, 9)) + "\n", "?mode=snapshot");
        many.then()
                .body("state", equalTo("needs_decision"))
                .body("reason", equalTo("withdraws_many: 7 of 16 records would be withdrawn."));
        assertThat(cpr.send(bytes("{}"), "").statusCode()).as("one at a time").isEqualTo(409);
        cpr.decide(many.path("id"), "cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        cpr.deliver("[]", "?mode=snapshot")
                .then()
                .body("state", equalTo("failed"))
                .body("reason", startsWith("empty"));
    }

    @Test
    void whoHasTheBetterRightWinsAndTheOtherIsAConflict() throws SQLException {
        Partner cpr = new Partner(AT_CPR, "cpr-right", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        String stated =
                "{\"name\": \"Consulta\", \"status\": \"active\", \"description\": \"%s\", \"fees_description\": \"%s\"}";
        String id = cpr.put("services", "r", stated.formatted("A", "Grátis")).path("record_id");
        sql("update directory.service set description = 'Da equipa nacional' where id = '" + id + "'");
        sql(
                "insert into sync.provenance (record_id, field, source, rank, at, reason) values ('" + id
                        + "', 'description', 'national', 1, now(), 'confirmado ao telefone') on conflict (record_id, field) do update set rank = 1, source = 'national'");
        assertThat(cpr.put("services", "r", stated.formatted("A", "10 €")).<String>path("outcome"))
                .isEqualTo("updated");
        Response other = cpr.put("services", "r", stated.formatted("B", "10 €"));
        other.then()
                .body("outcome", equalTo("kept"))
                .body("conflicts[0].field", equalTo("description"))
                .body("conflicts[0].current", equalTo("Da equipa nacional"))
                .body("conflicts[0].offered", equalTo("B"));
        given().get("/api/services/" + id)
                .then()
                .body("description", equalTo("Da equipa nacional"))
                .body("fees_description", equalTo("10 €"));
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from sync.conflict where record_id = '" + id + "' and settled_at is null")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }

    @Test
    void hostileFilesAreRefusedClearly() {
        Partner cpr = new Partner(AT_CPR, "cpr-hostile", workRuns);
        cpr.save(Map.of("name", "CPR")).then().statusCode(200);
        Map<String, byte[]> bomb = Map.of("services.csv", new byte[64 << 20]);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("bomb", Partner.zip(bomb));
        files.put("too_large", bytes("id,name" + ",x".repeat(1_000_000) + "\n"));
        files.put(
                "too_large ",
                bytes("{\"id\":\"a\",\"name\":\"" + "x".repeat(10_000_000) + "\",\"status\":\"active\"}"));
        files.put("too_large  ", bytes("[".repeat(200_000)));
        files.put("not_json ", bytes("[".repeat(5_000)));
        files.put("encoding", "{\"name\": \"Évora\"}".getBytes(StandardCharsets.ISO_8859_1));
        files.put("encoding ", "{\"name\": \"Évora\"}".getBytes(StandardCharsets.UTF_16));
        files.put("not_zip", bytes("PK\u0003\u0004and no more"));
        files.put("not_a_format", bytes("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"));
        files.put("not_json", bytes("{\"id\": "));
        files.put("columns_not_known", bytes("a,b\n1,2\n"));
        files.put("empty", bytes("  "));
        long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        files.forEach((code, file) -> cpr.deliver(file, "")
                .then()
                .body("state", equalTo("failed"))
                .body("reason", startsWith(code.strip() + ": ")));
        System.gc();
        long grown = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - before;
        System.out.printf("Hostile files: %d refused, heap %+d MB%n", files.size(), grown >> 20);
        String script = "<script>alert(1)</script>";
        Response run = cpr.deliver(
                "{\"kind\":\"service\",\"id\":\"x\",\"name\":\"%1$s\",\"status\":\"active\",\"description\":\"%1$s\"}%n"
                                .formatted(script)
                        + "{\"kind\":\"service\",\"id\":\"y\",\"name\":\"=cmd|' /C calc'!A0\",\"status\":\"active\"}\n"
                        + "{\"kind\":\"service\",\"id\":\"z\",\"name\":\"a\u202eb\",\"status\":\"active\",\"url\":\"javascript:alert(1)\"}\n"
                        + "no json\n",
                "");
        assertThat(accounted(run)).isEqualTo(Map.of("quarantined", 4));
        List<String> codes = cpr.items(run.path("id"), "").path("contents.problems.code.flatten()");
        assertThat(codes).contains("markup", "formula", "not_text", "not_a_web_address", "not_json");
    }
}
