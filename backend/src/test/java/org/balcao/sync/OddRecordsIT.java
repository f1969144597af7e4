package org.balcao.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.usecase.WorkRuns;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** One odd record, one odd delivery, one source that is stuck: the others go on, and what was planned is what is done. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class OddRecordsIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Inject
    WorkRuns workRuns;

    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("app")
    AgroalDataSource app;

    @Inject
    @DataSource("worker")
    AgroalDataSource worker;

    @Inject
    @DataSource("auditor")
    AgroalDataSource auditor;

    private static String organization(String id, String parent) {
        return "{\"kind\": \"organization\", \"id\": \"%s\", \"name\": \"%s\", \"description\": \"Test\"%s}\n"
                .formatted(id, id, parent == null ? "" : ", \"parent_organization_id\": \"" + parent + "\"");
    }

    private static String term(String id, String parent) {
        return "{\"kind\": \"taxonomy_term\", \"id\": \"%s\", \"code\": \"%s\", \"name\": \"%s\", \"description\": \"Test\", \"taxonomy\": \"x\"%s}\n"
                .formatted(id, id, id, parent == null ? "" : ", \"parent_id\": \"" + parent + "\"");
    }

    private static String organizations(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> organization(prefix + i, null))
                .collect(Collectors.joining());
    }

    private static Map<String, Integer> counts(Response run) {
        assertThat(run.<String>path("state"))
                .as("%s", run.<String>path("reason"))
                .startsWith("done");
        return run.path("counts");
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection owner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    @Test
    void noStatementIsWithoutALimit() throws SQLException {
        for (AgroalDataSource each : List.of(database, app, worker, auditor)) {
            try (Connection connection = each.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("show statement_timeout")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("1min");
            }
        }
    }

    /** The planner knows nothing yet of what a new source has. */
    @Test
    void aSnapshotThatSharesNothingWithTheOneBeforeIsPlanned() {
        Partner partner = Partner.national("odd-snapshots", workRuns);
        assertThat(counts(partner.deliver(organizations("a", 1_000), "?mode=snapshot")))
                .isEqualTo(Map.of("created", 1_000));
        Response run = partner.deliver(organizations("b", 5_000), "?mode=snapshot");
        run.then()
                .body("state", equalTo("needs_decision"))
                .body("reason", startsWith("withdraws_many: 1000 of 1000"))
                .body("counts.create", equalTo(5_000))
                .body("counts.withdraw", equalTo(1_000));
        partner.decide(run.path("id"), "cancel").then().statusCode(200).body("state", equalTo("cancelled"));
    }

    @Test
    void aParentMayComeLongAfterItsChildren() throws SQLException {
        Partner partner = Partner.national("odd-order", workRuns);
        StringBuilder lines = new StringBuilder();
        lines.append("{\"kind\": \"taxonomy\", \"id\": \"x\", \"name\": \"X\", \"description\": \"X\"}\n");
        IntStream.range(0, 520).forEach(i -> lines.append(organization("o" + i, "top")));
        IntStream.range(0, 520).forEach(i -> lines.append(term("t" + i, "t-top")));
        lines.append(organization("top", "top-of-top")).append(term("t-top", null));
        lines.append(organization("top-of-top", null));
        Response planned = partner.deliver(lines.toString(), "?dry_run=true");
        planned.then().body("state", equalTo("planned")).body("counts", equalTo(Map.of("create", 1_044)));
        partner.decide(planned.path("id"), "apply").then().statusCode(200);
        assertThat(counts(partner.run(planned.path("id")))).isEqualTo(Map.of("created", 1_044));
        assertThat(count("""
                        select count(*) from directory.organization o join directory.organization p on p.id = o.parent_organization_id
                         where p.name = 'top'""")).isEqualTo(520);
        assertThat(counts(partner.deliver(lines.toString(), ""))).isEqualTo(Map.of("kept", 1_044));
    }

    @Test
    void aReferenceThatWasLeftOutIsMadeOnceItsTargetIsThere() throws SQLException {
        Partner partner = Partner.national("odd-later", workRuns);
        String child = organization("child", "late");
        assertThat(counts(partner.deliver(child, ""))).isEqualTo(Map.of("created", 1));
        assertThat(counts(partner.deliver(child, "")))
                .as("the same again changes nothing")
                .isEqualTo(Map.of("kept", 1));
        assertThat(counts(partner.deliver(child + organization("late", null), "")))
                .isEqualTo(Map.of("created", 1, "updated", 1));
        assertThat(
                        count(
                                "select count(*) from directory.organization where name = 'child' and parent_organization_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void nothingHangsBelowItselfWhoeverWritesIt() throws SQLException {
        Partner partner = Partner.national("odd-circles", workRuns);
        String circle =
                term("c1", "c2") + term("c2", "c3") + term("c3", "c1") + term("c4", "c1") + organization("co", "co");
        Response run = partner.deliver(circle, "");
        assertThat(counts(run)).isEqualTo(Map.of("created", 5));
        assertThat(partner.items(run.path("id"), "").<List<String>>path("contents.problems.code.flatten()"))
                .containsOnly("parent_circle")
                .hasSize(4);
        assertThat(counts(partner.deliver(circle, ""))).isEqualTo(Map.of("kept", 5));

        // across deliveries: the first links c1 below c2, the second would link c2 below c1
        assertThat(counts(partner.deliver(term("d1", "d2") + term("d2", null), "")))
                .isEqualTo(Map.of("created", 2));
        Response closing = partner.deliver(term("d2", "d1"), "");
        assertThat(counts(closing)).isEqualTo(Map.of("kept", 1));
        assertThat(partner.items(closing.path("id"), "").<String>path("contents[0].problems[0].code"))
                .isEqualTo("parent_circle");
        partner.put("taxonomy_terms", "d2", "{\"name\": \"d2\", \"description\": \"Test\", \"parent_id\": \"d1\"}");

        // a circle of which neither the directory nor the delivery alone has all links
        partner.deliver(term("e1", null) + term("e2", "e3") + term("e3", null) + term("e4", null), "");
        partner.deliver(term("e4", "e1"), "");
        assertThat(counts(partner.deliver(term("e1", "e2") + term("e3", "e4"), "")))
                .isEqualTo(Map.of("updated", 1, "kept", 1));

        assertThat(circles()).isZero();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            String refused = null;
            try {
                statement.executeUpdate(
                        "update directory.taxonomy_term set parent_id = (select id from directory.taxonomy_term where name = 'd1') where name = 'd2'");
            } catch (SQLException circular) {
                refused = circular.getSQLState();
            }
            assertThat(refused).as("not even raw SQL").isEqualTo("23514");
        }
    }

    private int circles() throws SQLException {
        return count("""
                with recursive up (start, id, steps) as (
                    select id, parent_id, 1 from directory.taxonomy_term union
                    select up.start, t.parent_id, steps + 1 from up join directory.taxonomy_term t on t.id = up.id where steps < 100)
                select count(*) from up where start = id""");
    }

    @Test
    void aDeliveryThatIsStuckHoldsUpNoOtherAndCanBeCancelled() throws Exception {
        Partner stuck = Partner.national("odd-stuck", workRuns);
        Partner other = Partner.national("odd-other", workRuns);
        stuck.deliver(organization("stuck", null), "");
        CompletableFuture<Void> work;
        String stuckRun;
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("select from directory.organization where name = 'stuck' for update");
            stuckRun = stuck.send(
                            organization("stuck", null).replace("Test", "Other").getBytes(), "")
                    .path("id");
            String otherRun =
                    other.send(organizations("other", 600).getBytes(), "").path("id");
            work = CompletableFuture.runAsync(workRuns::work);
            assertThat(stateOnce(other, otherRun, "done")).isEqualTo("done");
            assertThat(stuck.run(stuckRun).<String>path("state")).isEqualTo("applying");
            stuck.decide(stuckRun, "cancel", false).then().statusCode(200).body("state", equalTo("cancelled"));
            connection.rollback();
        }
        work.join();
        stuck.run(stuckRun).then().body("state", equalTo("cancelled")).body("counts", equalTo(Map.of("update", 1)));
        assertThat(count("select count(*) from directory.organization where name = 'stuck' and description = 'Other'"))
                .as("a cancelled run writes nothing any more")
                .isZero();
        assertThat(counts(stuck.deliver(organization("stuck", null), ""))).isEqualTo(Map.of("kept", 1));
    }

    private static String stateOnce(Partner partner, String run, String wanted) {
        long end = System.nanoTime() + LONG.toNanos();
        String state = partner.run(run).path("state");
        while (!state.equals(wanted) && System.nanoTime() < end) {
            Thread.onSpinWait();
            state = partner.run(run).path("state");
        }
        return state;
    }

    @Test
    void aRunCanBeCancelledBeforeAnybodyWorksAtIt() {
        Partner partner = Partner.national("odd-cancel", workRuns);
        String run = partner.send(organization("never", null).getBytes(), "").path("id");
        partner.decide(run, "cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        partner.decide(run, "cancel").then().statusCode(409);
        partner.decide(run, "apply").then().statusCode(409);
    }

    /** A statement that PostgreSQL ends after its limit is SQLSTATE 57014; here a trigger says so at once. */
    @Test
    void whatTakesTheDatabaseTooLongEndsWithAReason() throws SQLException {
        Partner partner = Partner.national("odd-slow", workRuns);
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function directory.slow() returns trigger language plpgsql as
                    $$ begin if new.name like 'slow%' then raise exception 'slow' using errcode = '57014'; end if; return new; end $$""");
            statement.execute(
                    "create trigger slow before insert on directory.organization for each row execute function directory.slow()");
            try {
                assertThat(counts(partner.deliver(organization("slow1", null) + organization("quick", null), "")))
                        .isEqualTo(Map.of("created", 1, "quarantined", 1));
                partner.deliver(organizations("slow", 5), "")
                        .then()
                        .body("state", equalTo("failed"))
                        .body("reason", startsWith("takes_too_long: "));
            } finally {
                statement.execute("drop function directory.slow() cascade");
            }
        }
    }

    /** What a record cannot be without keeps it back; of all else only the value that is wrong is left out. */
    @Test
    void oneOddRecordFailsNoDelivery() {
        Partner partner = Partner.national("odd-records", workRuns);
        String service =
                "{\"kind\": \"service\", \"id\": \"%s\", \"name\": \"S\", \"status\": \"active\", \"organization_id\": \"oo\", %s}";
        String location =
                "{\"kind\": \"location\", \"id\": \"%s\", \"name\": \"L\", \"location_type\": \"physical\", \"organization_id\": \"oo\", %s}";
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        Map<String, String> taken = new LinkedHashMap<>();
        taken.put("not_a_number", service.formatted("s1", "\"cost_options\": [{\"amount\": 1e-999999999}]"));
        taken.put("not_a_number ", service.formatted("s2", "\"cost_options\": [{\"amount\": 1e99999999999}]"));
        taken.put("not_a_number  ", service.formatted("s3", "\"maximum_age\": -5"));
        taken.put("not_a_number   ", service.formatted("s4", "\"minimum_age\": " + "9".repeat(2_000)));
        taken.put("not_a_pair", location.formatted("l1", "\"latitude\": \"NaN\", \"longitude\": -9.1"));
        taken.put("not_on_earth", location.formatted("l2", "\"latitude\": 38, \"longitude\": -999"));
        taken.put("not_a_timezone", location.formatted("l3", "\"timezone_name\": \"Mars/Phobos\""));
        taken.put("not_a_date", service.formatted("s5", "\"assured_date\": \"-99999999-01-01\""));
        taken.put("not_text", service.formatted("s6", "\"description\": \"a\\u0000b\""));
        taken.put("not_text ", service.formatted("s7", "\"alert\": \"\\ud800\""));
        taken.put("not_kept", service.formatted("s8", "\"\\u0000\\ud800\": \"x\""));
        taken.put("not_an_id", service.formatted("s9", "\"program_id\": \"a\\u0000b\""));
        taken.put("not_a_value", service.formatted("s10", "\"email\": {\"a\": [1]}"));
        taken.put("not_an_email", service.formatted("s11", "\"email\": \"a@b.pt?bcc=x@evil.pt\""));
        taken.put("not_a_web_address", service.formatted("s12", "\"url\": \"https://aima.gov.pt@evil.example/\""));
        taken.put("not_a_web_address ", service.formatted("s13", "\"url\": \"http://127.0.0.1/\""));
        taken.put("missing", service.formatted("s14", "\"phones\": [{\"number\": null}, {\"number\": \"213456789\"}]"));
        taken.put(
                "not_a_time",
                service.formatted("s15", "\"schedules\": [{\"opens_at\": \"25:99\", \"closes_at\": \"26:00\"}]"));
        taken.put("not_a_word", service.formatted("s16", "\"delivery_modes\": [\"teleport\", \"phone\"]"));
        taken.put("before_its_begin", service.formatted("s17", """
                "schedules": [{"exceptions": [{"date_from": "2026-12-02", "date_to": "2026-12-01", "closed": true}]}]"""));
        taken.put("twice", service.formatted("s18", """
                "translations": [{"field": "name", "language": "uk", "value": "A", "origin": "human", "reviewed": true},
                {"field": "name", "language": "uk", "value": "B", "origin": "human", "reviewed": true}]""").replace("\n", ""));
        taken.put("reference_left_out", service.formatted("s19", "\"program_id\": \"nowhere\""));
        taken.put("taken_as", service.formatted("s20", "\"confidence\": \"High\""));
        taken.put("place_not_known", location.formatted("l4", "\"municipality_code\": \"9999999\""));
        Map<String, String> keptBack = new LinkedHashMap<>();
        keptBack.put("missing", "{\"kind\": \"service_at_location\", \"id\": \"sl\"}");
        keptBack.put("missing ", "{\"kind\": \"organization\", \"id\": \"x1\"}");
        keptBack.put("missing  ", "{\"kind\": \"organization\", \"id\": {\"a\": 1}, \"name\": \"X\"}");
        keptBack.put("missing   ", "{\"kind\": \"taxonomy_term\", \"id\": \"x2\", \"parent_id\": \"x2\"}");
        keptBack.put("too_deep", "{\"kind\": \"organization\", \"id\": \"x3\", \"name\": " + deep + "}");
        keptBack.put(
                "not_text",
                "{\"kind\": \"organization\", \"id\": \"x4\", \"name\": \"\\u0000\", \"description\": \"D\"}");
        keptBack.put("kind_not_known", "{\"kind\": {\"a\": 1}, \"id\": \"x5\"}");
        keptBack.put(
                "reference_not_known",
                "{\"kind\": \"service_at_location\", \"id\": \"x6\", \"service_id\": \"no\", \"location_id\": \"no\"}");
        keptBack.put("not_json", "{\"kind\": \"organization\", ");
        keptBack.put(
                "too_large",
                "{\"kind\": \"organization\", \"id\": \"x7\", \"name\": \"" + "x".repeat(2_100_000) + "\"}");
        String lines = organization("oo", null) + String.join("\n", taken.values()) + "\n"
                + String.join("\n", keptBack.values()) + "\n";
        Response run = partner.deliver(lines, "");
        assertThat(counts(run)).isEqualTo(Map.of("created", taken.size() + 1, "quarantined", keptBack.size()));
        List<String> good = partner.items(run.path("id"), "?outcome=created").path("contents.problems.code.flatten()");
        taken.keySet().forEach(code -> assertThat(good).contains(code.strip()));
        List<String> levels =
                partner.items(run.path("id"), "?outcome=created").path("contents.problems.level.flatten()");
        assertThat(levels).doesNotContain("error");
        List<String> bad =
                partner.items(run.path("id"), "?outcome=quarantined").path("contents.problems.code.flatten()");
        keptBack.keySet().forEach(code -> assertThat(bad).contains(code.strip()));
        assertThat(counts(partner.deliver(lines, "")))
                .isEqualTo(Map.of("kept", taken.size() + 1, "quarantined", keptBack.size()));

        // the same as one document: what is odd in it ends it no more than a line does
        keptBack.remove("not_json");
        keptBack.remove("kind_not_known");
        keptBack.remove("too_large");
        String document = "[" + organization("oo", null) + "," + String.join(",", taken.values()) + ","
                + String.join(",", keptBack.values()) + "]";
        assertThat(counts(partner.deliver(document, "")))
                .isEqualTo(Map.of("kept", taken.size() + 1, "quarantined", keptBack.size()));
    }

    @Test
    void aServiceIsAtAPlaceOnce() {
        Partner partner = Partner.national("odd-places", workRuns);
        String lines = organization("op", null) + """
                {"kind": "service", "id": "ops", "name": "S", "status": "active", "organization_id": "op"}
                {"kind": "location", "id": "opl", "name": "L", "location_type": "virtual", "organization_id": "op"}
                {"kind": "service_at_location", "id": "op1", "service_id": "ops", "location_id": "opl", "description": "A"}
                {"kind": "service_at_location", "id": "op2", "service_id": "ops", "location_id": "opl", "description": "B"}
                """;
        Response planned = partner.deliver(lines, "?dry_run=true");
        planned.then().body("counts", equalTo(Map.of("create", 4, "skip", 1)));
        partner.decide(planned.path("id"), "apply").then().statusCode(200);
        assertThat(counts(partner.run(planned.path("id")))).isEqualTo(Map.of("created", 4, "skipped", 1));
        assertThat(counts(partner.deliver(lines, ""))).isEqualTo(Map.of("kept", 4, "skipped", 1));
    }

    @Test
    void aValueThatCannotBeTakenNowStaysWhatTheSourceSaidLast() {
        Partner partner = Partner.national("odd-last", workRuns);
        partner.deliver(organization("ol", null), "");
        String said =
                "{\"name\": \"S\", \"status\": \"active\", \"organization_id\": \"ol\", \"url\": \"%s\", \"email\": \"a@b.pt\"}";
        String id = partner.put("services", "s", said.formatted("https://good.example/"))
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
        partner.put(
                        "services",
                        "s",
                        said.formatted("https://bad.example:99999/")
                                .replace("\"email\": \"a@b.pt\"", "\"email\": \"\""))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("updated"))
                .body("changes.field", equalTo(List.of("email")))
                .body("problems[0].level", equalTo("left_out"))
                .body("problems[0].pointer", equalTo("/url"));
        given().get("/api/services/" + id)
                .then()
                .body("url", equalTo("https://good.example/"))
                .body("email", nullValue());
        for (String type : List.of("services", "organizations", "locations", "programs", "service_at_locations")) {
            partner.put(type, "nothing", "{}").then().statusCode(422).body("errors.field", not(empty()));
        }
    }
}
