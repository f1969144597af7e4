package org.balcao.directory.usecase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.directory.feed.StarterData;
import org.balcao.fixture.PgResource;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that had older starter data gets what is new in them, and keeps what people made of the rest. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
@TestProfile(DeliverStarterDataIT.OlderSite.class)
class DeliverStarterDataIT {
    /** The application starts again, with a database that no other test looks at. */
    public static class OlderSite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.application.name", "balcao-older-site");
        }
    }

    @Inject
    DeliverStarterData deliverStarterData;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void theSiteHadAnOlderVersion() {
        execute("update directory.starter_delivery set version = gen_random_uuid()::text");
    }

    @Test
    void translationsAndCorrectionsArriveAndTheSecondTimeWritesNothing() {
        var service = service("aima-contact-centre");
        var texts = texts(service);
        execute("delete from directory.translation where entity_id = '" + service + "' and language in ('bn', 'ne')");
        execute("update directory.service set url = 'https://older.example/' where id = '" + service + "'");
        older("service", "aima-contact-centre");
        long before = lastSeq();

        assertThat(deliverStarterData.toTheEnd()).isTrue();

        assertThat(texts(service)).isEqualTo(texts);
        assertThat(list("select url from directory.service where id = '" + service + "'"))
                .doesNotContain("https://older.example/");
        assertThat(list("select distinct kind from directory.change where seq > " + before))
                .contains("service");
        assertThat(list(
                        "select outcome || ' ' || source_id from directory.load_report_line where outcome = 'updated' and report_id = "
                                + NEWEST))
                .containsExactly("updated aima-contact-centre");

        long after = lastSeq();
        var reports = list("select id from directory.load_report");
        assertThat(deliverStarterData.toTheEnd()).isTrue();
        assertThat(lastSeq()).isEqualTo(after);
        assertThat(list("select id from directory.load_report")).isEqualTo(reports);
    }

    @Test
    void whatSomebodyTouchedHereStaysAndTheReportSaysWhy() {
        var edited = service("iss-apos-18-meses");
        execute("insert into sync.provenance (record_id, field, source, rank, at) values ('" + edited
                + "', 'url', 'page', 2, now())");
        var confirmed = service("loja-aima");
        execute("insert into sync.verification (id, service_id, organization_id, way, outcome, verified_by, role, at)"
                + " values (gen_random_uuid(), '" + confirmed
                + "', gen_random_uuid(), 'phone', 'confirmed', 'somebody', 'national-editor', now())");
        var kept = service("cnaim-lisboa");
        execute(
                "insert into sync.merge (id, kind, kept, dropped, reason, gone, filled, moved, sources, merged_by, role, at)"
                        + " values (gen_random_uuid(), 'service', '" + kept
                        + "', gen_random_uuid(), 'twice', '[]', '[]', '[]', '[]', 'somebody', 'national-editor', now())");
        var takenOver = service("programa-18-meses");
        execute("insert into sync.source (id, name, created_at) values ('a-house', 'A house', now())");
        execute("insert into sync.record (source, kind, external_id, record_id, fingerprint, stated, checked_at)"
                + " values ('a-house', 'service', 'x', '" + takenOver + "', '', '{}', now())");
        var locked =
                list("select r.source_id from directory.source_record r join sync.provenance p on p.record_id = r.record_id"
                                + " where p.rank = 1 and r.kind = 'service' order by 1 limit 1")
                        .getFirst();
        var withdrawn = list("select source_id from directory.source_record r join directory.service_at_location l"
                        + " on l.id = r.record_id order by 1 limit 1")
                .getFirst();
        execute("delete from directory.service_at_location where id = '"
                + StableId.of(StarterData.SOURCE, "service_at_location", withdrawn) + "'");
        var untouched = service("claim-abrantes");
        execute("update directory.service set url = 'https://theirs.example/' where id in ('" + edited + "', '"
                + confirmed + "', '" + kept + "', '" + takenOver + "', '" + service(locked) + "', '" + untouched
                + "')");
        for (var each : List.of(
                "iss-apos-18-meses", "loja-aima", "cnaim-lisboa", "programa-18-meses", "claim-abrantes", locked)) {
            older("service", each);
        }
        older("service_at_location", withdrawn);
        execute("insert into directory.source_record (source, kind, source_id, record_id, fingerprint)"
                + " values ('portugal', 'service', 'no-longer-shipped', '" + untouched + "', '')");

        assertThat(deliverStarterData.toTheEnd()).isTrue();

        assertThat(list("select id from directory.service where url = 'https://theirs.example/' order by id"))
                .containsExactlyInAnyOrder(
                        edited.toString(),
                        confirmed.toString(),
                        kept.toString(),
                        takenOver.toString(),
                        service(locked).toString());
        assertThat(list("select id from directory.service_at_location where id = '"
                        + StableId.of(StarterData.SOURCE, "service_at_location", withdrawn) + "'"))
                .isEmpty();
        var told = new ArrayList<String>();
        var run = as().get("/api/sources/portugal/runs").<String>path("[0].id");
        Response items = as().get("/api/sources/portugal/runs/" + run + "/items?outcome=skipped");
        items.<List<Map<String, Object>>>path("contents")
                .forEach(each -> told.add(each.get("external_id") + " "
                        + ((List<Map<String, Object>>) each.get("problems"))
                                .getFirst()
                                .get("code")));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "iss-apos-18-meses looked_after",
                        "loja-aima looked_after",
                        "cnaim-lisboa looked_after",
                        "programa-18-meses looked_after",
                        locked + " locked",
                        withdrawn + " gone_here",
                        "no-longer-shipped not_shipped");
        as().get("/api/sources/portugal/runs/" + run)
                .then()
                .statusCode(200)
                .body("state", org.hamcrest.Matchers.equalTo("done"))
                .body("counts.updated", org.hamcrest.Matchers.equalTo(1))
                .body(
                        "sha256",
                        org.hamcrest.Matchers.equalTo(StarterData.version().id()));
        given().auth()
                .oauth2(Token.of(Role.NATIONAL_EDITOR, null))
                .contentType("application/json")
                .body("[]")
                .post("/api/sources/portugal/runs")
                .then()
                .statusCode(409);
        execute("delete from directory.source_record where source_id = 'no-longer-shipped'");
    }

    @Test
    void aTextThatAPersonWroteOrReadIsNotReplacedByAMachines() {
        var service = service("aima-refugee-integration");
        execute("update directory.translation set value = 'Written by a person', origin = 'human' where entity_id = '"
                + service + "' and field = 'description' and language = 'en'");
        execute("update directory.translation set value = 'Relu par une personne', reviewed = true where entity_id = '"
                + service + "' and field = 'description' and language = 'fr'");
        execute("update directory.translation set value = 'Por una máquina' where entity_id = '" + service
                + "' and field = 'description' and language = 'es'");
        older("service", "aima-refugee-integration");

        assertThat(deliverStarterData.toTheEnd()).isTrue();

        assertThat(list("select language || ' ' || value from directory.translation where entity_id = '" + service
                        + "' and field = 'description' and language in ('en', 'fr', 'es') order by language"))
                .contains("en Written by a person", "fr Relu par une personne")
                .doesNotContain("es Por una máquina");
    }

    @Test
    void aDeliveryThatWasCutShortGoesOnWhereItWas() {
        for (var each : List.of("aima", "cpr", "jrs")) {
            older("organization", each);
        }
        execute("update directory.organization set website = 'https://older.example/' where id in ('"
                + StableId.of(StarterData.SOURCE, "organization", "aima") + "', '"
                + StableId.of(StarterData.SOURCE, "organization", "cpr") + "')");
        var cutShort = deliverStarterData.work(StarterData.version());
        for (int part = 0; part < 10; part++) {
            assertThat(cutShort.part(40)).isEqualTo(DeliverStarterData.Part.MORE);
        }
        assertThat(list("select position from directory.starter_delivery where finished_at is null"))
                .containsExactly("400");

        assertThat(deliverStarterData.toTheEnd()).isTrue();

        assertThat(list("select position from directory.starter_delivery where finished_at is null"))
                .isEmpty();
        var shipped = new ArrayList<String>();
        StarterData.read(read -> shipped.add(""));
        assertThat(list("select kind || source_id from directory.load_report_line where report_id = " + NEWEST))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(shipped);
        assertThat(list("select id from directory.organization where website = 'https://older.example/'"))
                .isEmpty();
    }

    @Test
    void aNewerVersionTakesThePlaceOfOneThatWasCutShort() {
        assertThat(deliverStarterData.work(new StarterData.Version("one", 1)).part(25))
                .isEqualTo(DeliverStarterData.Part.MORE);
        assertThat(deliverStarterData.work(new StarterData.Version("two", 1)).part(25))
                .isEqualTo(DeliverStarterData.Part.MORE);

        assertThat(deliverStarterData.work(new StarterData.Version("one", 1)).part(25))
                .as("the older program does not bring back what was corrected")
                .isEqualTo(DeliverStarterData.Part.OVER);
    }

    @Test
    void aRecordThatDoesNotFitIsLeftOutByItselfAndTold() {
        var place = list("select source_id from directory.source_record r join directory.service_at_location l"
                        + " on l.id = r.record_id order by 1 desc limit 1")
                .getFirst();
        var id = StableId.of(StarterData.SOURCE, "service_at_location", place);
        execute("with gone as (delete from directory.service_at_location where id = '" + id
                + "' returning service_id, location_id) insert into directory.service_at_location (id, service_id, location_id)"
                + " select gen_random_uuid(), service_id, location_id from gone");
        execute("delete from directory.source_record where record_id = '" + id + "'");
        execute("delete from directory.record_origin where record_id = '" + id + "'");

        assertThat(deliverStarterData.toTheEnd()).isTrue();

        assertThat(list("select source_id || ' ' || reason from directory.load_report_line where outcome = 'left_out'"
                        + " and reason like '%clashes%' and report_id = " + NEWEST))
                .containsExactly(place + " clashes with what is in the directory already");
        execute("delete from directory.service_at_location where (service_id, location_id) in"
                + " (select l.service_id, l.location_id from directory.service_at_location l"
                + " left join directory.source_record r on r.record_id = l.id where r.record_id is null)");
    }

    private static final String NEWEST =
            "(select id from directory.load_report where finished_at is not null order by finished_at desc limit 1)";

    private static io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(Token.of(Role.NATIONAL_EDITOR, null));
    }

    private static UUID service(String sourceId) {
        return StableId.of(StarterData.SOURCE, "service", sourceId);
    }

    /** What was taken of a record was another than what is shipped now. */
    private void older(String kind, String sourceId) {
        assertThat(execute(
                        "update directory.source_record set fingerprint = 'older' where source = 'portugal' and kind = '"
                                + kind + "' and source_id = '" + sourceId + "'"))
                .isEqualTo(1);
    }

    private List<String> texts(UUID entity) {
        return list("select field || language || value from directory.translation where entity_id = '" + entity
                + "' order by field, language");
    }

    private long lastSeq() {
        return Long.parseLong(list("select max(seq) from directory.change").getFirst());
    }

    private int execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException wrong) {
            throw new IllegalStateException(sql, wrong);
        }
    }

    private List<String> list(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException wrong) {
            throw new IllegalStateException(sql, wrong);
        }
    }
}
