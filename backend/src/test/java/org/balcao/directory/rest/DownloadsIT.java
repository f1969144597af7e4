package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.balcao.fixture.PgResource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** A search goes into spreadsheets, calendars and feed readers, and nothing in it is run there. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class DownloadsIT {

    private static final UUID HOUSE = UUID.fromString("00000000-0000-4000-8000-0000000000e1");
    private static final UUID SERVICE = UUID.fromString("00000000-0000-4000-8000-0000000000e2");
    private static final UUID NEWER = UUID.fromString("00000000-0000-4000-8000-0000000000e3");
    private static final String NAME =
            "=HYPERLINK(\"https://evil.example\";\"x\")\nDTEND:20300101T000000Z e o resto de uma linha longa";
    private static final String DESCRIPTION = "@SUM(1)\r\nDTEND:20300101T000000Z, <b>& \u0007fim;";
    private static final String LIST = "/services?organization_id=" + HOUSE;

    @Inject
    EntityManager entities;

    @BeforeEach
    void somebodyWroteFormulasIntoARecord() {
        QuarkusTransaction.requiringNew().run(() -> {
            sql("insert into directory.organization (id, name, description) values (?1, '-1+1', 'x')", HOUSE);
            sql(
                    "insert into directory.service (id, organization_id, name, description, url, status) values (?1, ?2, ?3, ?4, '\t=1', 'active')",
                    SERVICE,
                    HOUSE,
                    NAME,
                    DESCRIPTION);
            sql("insert into directory.phone (id, service_id, number) values (?1, ?1, '+351 213 000 001')", SERVICE);
            sql("""
                    insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, timezone_name)
                    values (?1, ?1, 'WEEKLY', 'MO,TU,WE,TH,FR,SA,SU', '09:00', '17:30', 'Europe/Lisbon')""", SERVICE);
        });
    }

    @AfterEach
    void asBefore() {
        QuarkusTransaction.requiringNew().run(() -> sql("delete from directory.organization where id = ?1", HOUSE));
    }

    @Test
    void noCellOfACsvIsAFormula() throws IOException {
        Response answer = Ask.get(LIST + "&format=csv");
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"balcao-services.csv\"");
        List<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<String[]>readValues(answer.asByteArray())
                .readAll();
        assertThat(rows).hasSize(2);
        harmless(List.of(rows.get(0)), List.of(rows.get(1)));
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws IOException {
        Response answer = Ask.get(LIST + "&format=xlsx");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"balcao-services.xlsx\"");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            List<String> head = rows.get(0).stream().map(cell -> cell.getText()).toList();
            List<String> row = java.util.stream.IntStream.range(0, head.size())
                    .mapToObj(i -> rows.get(1).getCellText(i))
                    .toList();
            assertThat(rows.get(1).stream().filter(cell -> cell != null && cell.getFormula() != null))
                    .isEmpty();
            harmless(head, row);
        }
    }

    private static void harmless(List<String> head, List<String> row) {
        assertThat(cell(head, row, "name")).isEqualTo("'" + NAME);
        assertThat(cell(head, row, "organization")).isEqualTo("'-1+1");
        assertThat(cell(head, row, "description")).isEqualTo("'@SUM(1)\nDTEND:20300101T000000Z, <b>&  fim;");
        assertThat(cell(head, row, "phone")).isEqualTo("'+351 213 000 001");
        assertThat(cell(head, row, "url").strip()).isEqualTo("' =1");
        assertThat(cell(head, row, "opening_hours")).isEqualTo("MO,TU,WE,TH,FR,SA,SU 09:00-17:30");
        assertThat(cell(head, row, "page")).isEqualTo("https://balcao.example/pt/services/" + SERVICE);
    }

    private static String cell(List<String> head, List<String> row, String column) {
        return row.get(head.indexOf(column));
    }

    @Test
    void aCalendarHasTheHoursOfTheComingDaysAndNoLineThatSomebodyWrote() {
        Response answer = Ask.get(LIST + "&format=ics");
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        String calendar = answer.asString().replace("\r\n ", "");
        assertThat(calendar.lines().filter("BEGIN:VEVENT"::equals).count()).isBetween(13L, 14L);
        assertThat(calendar)
                .contains(
                        "SUMMARY:=HYPERLINK(\"https://evil.example\"\\;\"x\")\\nDTEND:20300101T000000Z e o resto de uma linha longa\r\n")
                .contains("URL:https://balcao.example/pt/services/" + SERVICE + "\r\n")
                .doesNotContain("\nDTEND:20300101");
    }

    @Test
    void aLineOfACalendarHasSeventyFiveBytesAtMost() {
        assertThat(Ask.get(LIST + "&format=ics").asString().split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
    }

    @Test
    void aFeedHasWhatChangedLastFirst() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            sql(
                    "insert into directory.service (id, organization_id, name, status) values (?1, ?2, 'Mais novo', 'active')",
                    NEWER,
                    HOUSE);
        });
        Response answer = Ask.get(LIST + "&format=atom");
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        var feed = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
        var entries = feed.getElementsByTagName("entry");
        assertThat(entries.getLength()).isEqualTo(2);
        assertThat(text(entries.item(0), "title")).isEqualTo("Mais novo");
        assertThat(text(entries.item(1), "title")).isEqualTo(NAME);
        assertThat(text(entries.item(1), "summary")).isEqualTo("@SUM(1)\nDTEND:20300101T000000Z, <b>&  fim;");
        assertThat(text(feed.getDocumentElement(), "updated")).isEqualTo(text(entries.item(0), "updated"));
        assertThat(((Element) feed.getElementsByTagName("link").item(0)).getAttribute("href"))
                .isEqualTo("https://balcao.example/api/services?format=atom&organization_id=" + HOUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/vnd.openxmlformats",
        "text/calendar, text/calendar",
        "application/atom+xml, application/atom+xml",
        "'text/html,application/xml;q=0.9,*/*;q=0.8', application/json"
    })
    void theFormIsTheOneThatIsAccepted(String accepted, String given) {
        assertThat(given().header("Accept", accepted).get("/api" + LIST).contentType())
                .startsWith(given);
    }

    @Test
    void theSameFiltersHoldAndATableHasAThousandAtMost() {
        int free = Ask.json("/services?free=true&per_page=1").get("total_items").asInt();
        String table = Ask.get("/services?free=true&format=csv").asString();
        assertThat(table.split("\r\n(?=[0-9a-f]{8}-[0-9a-f]{4}-)")).hasSize(Math.min(free, 1000) + 1);
        assertThat(Ask.get("/services?format=csv&per_page=1001").statusCode()).isEqualTo(400);
        assertThat(Ask.get("/services/" + SERVICE + "?format=csv").statusCode()).isEqualTo(400);
    }

    @Test
    void aDownloadFromMemoryIsAFileToo() {
        Response made = Ask.get(LIST + "&format=csv");
        Response kept = Ask.get(LIST + "&format=csv");
        assertThat(kept.header("Content-Disposition")).isEqualTo(made.header("Content-Disposition"));
        assertThat(kept.asString()).isEqualTo(made.asString());
        assertThat(given().header("If-None-Match", made.header("ETag"))
                        .get("/api" + LIST + "&format=csv")
                        .statusCode())
                .isEqualTo(304);
    }

    private static String text(org.w3c.dom.Node within, String name) {
        return ((Element) within).getElementsByTagName(name).item(0).getTextContent();
    }

    private void sql(String statement, Object... values) {
        var query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
