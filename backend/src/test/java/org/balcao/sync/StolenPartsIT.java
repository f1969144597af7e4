package org.balcao.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.sync.Partner.AT_CPR;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.sync.usecase.WorkRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No part takes the id of anything else, whatever a feed calls it; and no delivery undoes what was changed while it was written. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class StolenPartsIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    WorkRuns workRuns;

    @Inject
    AgroalDataSource database;

    private Partner thief;
    /** The emergency service, one of its telephones, and an attribute of it. */
    private String emergency;

    private String phone;
    private String attribute;

    @BeforeEach
    void meet() throws SQLException {
        thief = new Partner(AT_CPR, "thief", workRuns);
        thief.save(Map.of("name", "Thief")).then().statusCode(200);
        phone = all("""
                select p.id from directory.phone p join directory.service s on s.id = p.service_id
                 where p.number = '112'
                   and exists (select from directory.attribute a where a.link_id = s.id)
                   and exists (select from directory.translation t where t.entity_id = s.id)
                 order by p.id limit 1""").getFirst();
        emergency = all("select service_id from directory.phone where id = '" + phone + "'")
                .getFirst();
        attribute = all("select id from directory.attribute where link_id = '" + emergency + "' order by id")
                .getFirst();
    }

    private List<String> all(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Every row of the emergency service, and whatever hangs on its id or its telephone's. */
    private List<String> ofTheEmergencyService() throws SQLException {
        List<String> rows = all("select to_jsonb(s)::text from directory.service s where id = '" + emergency + "'");
        rows.addAll(
                all("select to_jsonb(p)::text from directory.phone p where service_id = '%s' or id = '%s' order by id"
                        .formatted(emergency, emergency)));
        for (String of :
                List.of("attribute.link_id", "translation.entity_id", "citation.entity_id", "metadata.resource_id")) {
            String[] column = of.split("\\.");
            rows.addAll(all("select to_jsonb(t)::text from directory.%s t where %s in ('%s', '%s', '%s') order by id"
                    .formatted(column[0], column[1], emergency, phone, attribute)));
        }
        return rows;
    }

    private static String service(String id, String more) {
        return "{\"kind\": \"service\", \"id\": \"%s\", \"name\": \"Apoio %s\", \"status\": \"active\"%s}\n"
                .formatted(id, id, more);
    }

    private String phones(String id) {
        return """
                , "phones": [{"id": "%s", "number": "+351219999999",
                  "translations": [{"field": "description", "language": "en", "value": "Call me", "origin": "human", "reviewed": true}]}]""".formatted(id).replace("\n", " ");
    }

    private String put(String id, String more) {
        Response put = thief.put("services", id, service(id, more));
        assertThat(put.<String>path("outcome")).isIn("created", "updated");
        return put.path("record_id");
    }

    private List<String> phonesOf(String service) throws SQLException {
        return all("select id from directory.phone where service_id = '" + service + "' and number = '+351219999999'");
    }

    @Test
    void aTelephoneDoesNotTakeTheIdOfAnothersRecordOrOfAnyPart() throws SQLException {
        List<String> before = ofTheEmergencyService();
        assertThat(before).hasSizeGreaterThan(3);
        int n = 0;
        for (String stolen : List.of(emergency, phone, attribute)) {
            String mine = put("stolen-" + n++, phones(stolen));
            assertThat(ofTheEmergencyService()).isEqualTo(before);
            List<String> own = phonesOf(mine);
            assertThat(own).hasSize(1).doesNotContain(stolen);
            assertThat(all("select value from directory.translation where entity_id = '" + own.getFirst() + "'"))
                    .as("what it says of its own telephone is taken")
                    .containsExactly("Call me");
            put("stolen-" + (n - 1), phones(stolen).replace("Call me", "Call us"));
            assertThat(phonesOf(mine)).as("and its id stays").isEqualTo(own);
            assertThat(ofTheEmergencyService()).isEqualTo(before);
        }
    }

    @Test
    void aRowIsNotTakenInTwoSteps() throws SQLException {
        List<String> before = ofTheEmergencyService();
        String source = ", \"sources\": [{\"id\": \"%s\", \"url\": \"https://thief.example/\", \"title\": \"Mine\"}]";
        String mine = put("two-steps", source.formatted(phone));
        assertThat(all("select id from directory.citation where entity_id = '" + mine + "'"))
                .hasSize(1)
                .doesNotContain(phone);
        put("two-steps", source.formatted(phone) + phones(phone));
        assertThat(phonesOf(mine)).hasSize(1).doesNotContain(phone);
        assertThat(ofTheEmergencyService()).isEqualTo(before);
    }

    @Test
    void aNewRecordDoesNotTakeTheIdOfAPart() throws SQLException {
        List<String> before = ofTheEmergencyService();
        assertThat(put(phone, phones("p"))).isNotEqualTo(phone);
        assertThat(put(attribute, "")).isNotEqualTo(attribute);
        thief.put("services", phone, service(phone, "")).then().body("outcome", equalTo("updated"));
        assertThat(ofTheEmergencyService()).isEqualTo(before);
    }

    @Test
    void oneIdInADeliveryIsOfOneThingOnly() throws SQLException {
        String id = UUID.randomUUID().toString();
        Response run = thief.deliver(
                service("first", phones(id) + ", \"contacts\": [{\"id\": \"%s\", \"name\": \"Ana\"}]".formatted(id))
                        + service(id, ""),
                "");
        assertThat(run.<Map<String, Integer>>path("counts")).isEqualTo(Map.of("created", 2));
        assertThat(all("""
                        select id::text from directory.service where id = '%1$s'
                        union all select id::text from directory.phone where id = '%1$s'
                        union all select id::text from directory.contact where id = '%1$s'""".formatted(id))).containsExactly(id);
    }

    /** As it could be once: a telephone that has the id of somebody else's service. */
    @Test
    void whatHangsOnAnIdStaysWhenSomethingElseOfThatIdGoes() throws SQLException {
        List<String> before = ofTheEmergencyService();
        String mine = put("of-old", "");
        run("insert into directory.phone (id, service_id, number) values ('%s', '%s', '+351218888888')"
                .formatted(emergency, mine));
        put("of-old", ", \"phones\": [{\"id\": \"%s\", \"number\": \"+351219999999\"}]".formatted(emergency));
        assertThat(all("select id from directory.phone where id = '" + emergency + "' and number = '+351219999999'"))
                .as("it is this record's already")
                .hasSize(1);
        put("of-old", ", \"phones\": []");
        assertThat(all("select id from directory.phone where service_id = '" + mine + "'"))
                .isEmpty();
        assertThat(ofTheEmergencyService()).isEqualTo(before);
    }

    @Test
    void everyPartHasOneOwner() throws SQLException {
        for (String table : List.of("phone", "contact", "schedule", "service_area", "language", "funding", "url")) {
            String owners = String.join(
                    ", ",
                    all(
                            "select column_name from information_schema.columns where table_schema = 'directory' and table_name = '"
                                    + table + "' and data_type = 'uuid' and column_name <> 'id'"));
            assertThat(all("select id from directory." + table + " where num_nonnulls(" + owners + ") <> 1"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void anEditWhileADeliveryIsWrittenIsNotUndone() throws SQLException {
        String mine = put("edited", ", \"description\": \"Antes\"");
        String changed = service("edited", ", \"description\": \"Antes\"").replace("Apoio edited", "Apoio novo");
        CompletableFuture<Response> delivery;
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update directory.service set description = 'Corrigido' where id = '" + mine + "'");
            delivery = CompletableFuture.supplyAsync(() -> thief.put("services", "edited", changed));
            long end = System.nanoTime() + LONG.toNanos();
            while (all("select pid from pg_locks where not granted").isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            connection.commit();
        }
        delivery.join().then().body("outcome", equalTo("updated"));
        assertThat(all("select name || ', ' || description from directory.service where id = '" + mine + "'"))
                .containsExactly("Apoio novo, Corrigido");
    }
}
