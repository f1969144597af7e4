package org.balcao.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.balcao.fixture.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change log is written by the database: nobody who changes a listing, with whatever tool, can leave it out. */
class ChangeLogIT {
    private static final String ORGANIZATION = "00000000-0000-0000-0000-00000000000a";
    private static final String SERVICE = "00000000-0000-0000-0000-00000000000b";
    private static final String OTHER_SERVICE = "00000000-0000-0000-0000-00000000000c";
    private static final String LOCATION = "00000000-0000-0000-0000-00000000000d";
    private static final String PHONE = "00000000-0000-0000-0000-00000000000e";
    private static final String TERM = "00000000-0000-0000-0000-00000000000f";
    private static final String SERVICE_AT_LOCATION = "00000000-0000-0000-0000-000000000010";

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .schemas("directory")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        connection = database.connect();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void aDirectoryOfTwoServicesAndOnePlace() throws SQLException {
        execute(
                "delete from directory.organization",
                "delete from directory.location",
                "delete from directory.taxonomy_term");
        execute(
                "insert into directory.organization (id, name, description) values ('" + ORGANIZATION
                        + "', 'JRS', 'x')",
                service(SERVICE, "Aulas de português"),
                service(OTHER_SERVICE, "Apoio jurídico"),
                "insert into directory.location (id, name, location_type) values ('" + LOCATION
                        + "', 'Casa', 'physical')",
                "insert into directory.service_at_location (id, service_id, location_id) values ('"
                        + SERVICE_AT_LOCATION + "', '" + SERVICE + "', '" + LOCATION + "')",
                "insert into directory.phone (id, service_id, number) values ('" + PHONE + "', '" + SERVICE
                        + "', '217 115 000')",
                "insert into directory.taxonomy_term (id, code, name, description) values ('" + TERM
                        + "', 'language', 'Português', 'x')",
                "insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id) values (gen_random_uuid(), '"
                        + SERVICE + "', 'service', '" + TERM + "')");
    }

    @Test
    void aChangedPhoneMovesItsService() throws SQLException {
        var before = stampOf(SERVICE);

        assertThat(changesOf("update directory.phone set number = '808 257 257'"))
                .containsExactly("service updated " + SERVICE, "service_at_location updated " + SERVICE_AT_LOCATION);
        assertThat(stampOf(SERVICE).version()).isGreaterThan(before.version());
        assertThat(stampOf(SERVICE).lastModifiedMillis()).isGreaterThan(before.lastModifiedMillis());
    }

    @Test
    void aChangedLocationMovesTheServicesGivenThereAndNoOther() throws SQLException {
        assertThat(changesOf("update directory.location set name = 'Casa nova'"))
                .containsExactly(
                        "location updated " + LOCATION,
                        "service updated " + SERVICE,
                        "service_at_location updated " + SERVICE_AT_LOCATION);
    }

    @Test
    void aChangedOrganizationMovesAllItsServices() throws SQLException {
        assertThat(changesOf("update directory.organization set website = 'https://jrs.example'"))
                .contains(
                        "organization updated " + ORGANIZATION,
                        "service updated " + SERVICE,
                        "service updated " + OTHER_SERVICE);
    }

    @Test
    void aChangedTermMovesTheServicesThatHaveIt() throws SQLException {
        assertThat(changesOf("update directory.taxonomy_term set name = 'Aprender português'"))
                .contains("taxonomy_term updated " + TERM, "service updated " + SERVICE)
                .doesNotContain("service updated " + OTHER_SERVICE);
    }

    @Test
    void aTextOfAPhoneOfAContactIsFollowedUpToTheService() throws SQLException {
        var contact = UUID.randomUUID();
        var phone = UUID.randomUUID();
        execute(
                "insert into directory.contact (id, service_id, name) values ('" + contact + "', '" + OTHER_SERVICE
                        + "', 'Receção')",
                "insert into directory.phone (id, contact_id, number) values ('" + phone + "', '" + contact
                        + "', '112')");

        assertThat(changesOf(
                        "insert into directory.translation (id, entity_id, entity_type, field, language, value, origin, reviewed)"
                                + " values (gen_random_uuid(), '" + phone
                                + "', 'phone', 'description', 'en', 'Desk', 'human', true)"))
                .containsExactly("service updated " + OTHER_SERVICE);
        assertThat(changesOf("delete from directory.phone where id = '" + phone + "'"))
                .containsExactly("service updated " + OTHER_SERVICE);
        assertThat(longOf("select count(*) from directory.translation where entity_id = '" + phone + "'"))
                .isZero();
    }

    @Test
    void aChangeThatChangesNothingWritesNothing() throws SQLException {
        assertThat(changesOf(
                        "update directory.service set name = name",
                        "update directory.phone set number = '217 115 000'"))
                .isEmpty();
    }

    @Test
    void whatIsRolledBackWritesNothing() throws SQLException {
        long before = lastSeq();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("update directory.service set name = 'Outro nome'");
            connection.rollback();
        } finally {
            connection.setAutoCommit(true);
        }
        assertThat(lastSeq()).isEqualTo(before);
        assertThat(longOf("select count(*) from directory.pending_change")).isZero();
    }

    @Test
    void aRemovedServiceIsLoggedWithItsPlacesAndLeavesNoStamp() throws SQLException {
        assertThat(changesOf("delete from directory.service where id = '" + SERVICE + "'"))
                .containsExactly("service removed " + SERVICE, "service_at_location removed " + SERVICE_AT_LOCATION);
        assertThat(longOf("select count(*) from directory.stamp where id in ('" + SERVICE + "', '" + SERVICE_AT_LOCATION
                        + "')"))
                .isZero();
    }

    @Test
    void whatComesAndGoesInOneTransactionWasNeverThere() throws SQLException {
        var passing = UUID.randomUUID().toString();
        long before = lastSeq();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(service(passing, "De passagem"));
            statement.execute("delete from directory.service where id = '" + passing + "'");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        assertThat(lastSeq()).isEqualTo(before);
    }

    @Test
    void tablesAreNotTruncated() {
        assertThatThrownBy(() -> execute("truncate directory.address")).hasMessageContaining("delete its rows");
    }

    @Test
    void wordsOfATranslationFindTheServiceAsSoonAsItIsCommitted() throws SQLException {
        assertThat(found("дозвіл")).isEmpty();
        execute(
                "insert into directory.translation (id, entity_id, entity_type, field, language, value, origin, reviewed)"
                        + " values (gen_random_uuid(), '" + SERVICE
                        + "', 'service', 'name', 'uk', 'Дозвіл на проживання', 'human', false)");
        assertThat(found("дозвіл")).containsExactly("Aulas de português");
        assertThat(found("aula portugues jrs")).containsExactly("Aulas de português");
    }

    /** The slow writer began first and commits last; its change must come after, or a reader who went on would never see it. */
    @Test
    void aSlowTransactionGetsItsNumberWhenItCommits() throws Exception {
        try (var slow = database.connect();
                var quick = database.connect()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute("update directory.service set name = 'Devagar' where id = '" + SERVICE + "'");
            quick.createStatement()
                    .execute("update directory.service set name = 'Depressa' where id = '" + OTHER_SERVICE + "'");
            long seen = lastSeq();

            slow.commit();

            assertThat(changesAfter(seen)).contains("service updated " + SERVICE);
        }
    }

    /** A transaction that holds a service does not keep another from committing a phone of it, nor wait for it in a circle. */
    @Test
    void twoWritersOfOneServiceDoNotWaitForEachOther() throws Exception {
        try (var first = database.connect();
                var second = database.connect()) {
            first.setAutoCommit(false);
            first.createStatement()
                    .execute("update directory.service set name = 'Primeiro' where id = '" + SERVICE + "'");
            second.createStatement().execute("set lock_timeout = '5s'");
            second.createStatement()
                    .execute("update directory.phone set number = '300 502 502' where id = '" + PHONE + "'");
            first.commit();
        }
        assertThat(longOf("select version from directory.stamp where id = '" + SERVICE + "'"))
                .isEqualTo(lastSeqOf(SERVICE));
    }

    @Test
    void aReaderWhoFollowsTheLogNeverMissesAChangeOfManyWriters() throws Exception {
        int writers = 6;
        int writes = 40;
        long start = lastSeq();
        var done = new AtomicBoolean();
        var ready = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> follow = () -> {
                var seen = new ArrayList<Long>();
                try (var reader = database.connect()) {
                    ready.countDown();
                    boolean last;
                    do {
                        last = done.get();
                        long after = seen.isEmpty() ? start : seen.getLast();
                        try (var rows = reader.createStatement()
                                .executeQuery(
                                        "select seq from directory.change where seq > " + after + " order by seq")) {
                            while (rows.next()) {
                                seen.add(rows.getLong(1));
                            }
                        }
                    } while (!last);
                }
                return seen;
            };
            var reader = pool.submit(follow);
            ready.await();
            var all = new ArrayList<Future<?>>();
            for (int writer = 0; writer < writers; writer++) {
                var number = writer;
                all.add(pool.submit(() -> {
                    write(number, writes);
                    return null;
                }));
            }
            for (var each : all) {
                each.get();
            }
            done.set(true);
            var seen = reader.get();

            assertThat(seen).containsExactlyElementsOf(sequencesAfter(start));
            assertThat(seen).hasSizeGreaterThanOrEqualTo(writers * writes);
            assertThat(longOf(
                            "select count(*) from (select at <= lag(at) over (order by seq) and txid <> lag(txid) over (order by seq) as back"
                                    + " from directory.change) x where back"))
                    .as("times go forward with the numbers")
                    .isZero();
        }
    }

    private static void write(int writer, int writes) throws SQLException {
        try (var mine = database.connect();
                var statement = mine.createStatement()) {
            mine.setAutoCommit(false);
            for (int count = 0; count < writes; count++) {
                var service = (writer + count) % 2 == 0 ? SERVICE : OTHER_SERVICE;
                statement.execute("insert into directory.phone (id, service_id, number) values (gen_random_uuid(), '"
                        + service + "', '112')");
                if (count % 7 == writer) {
                    statement.execute("select pg_sleep(0.02)");
                }
                mine.commit();
            }
        }
    }

    private record Stamp(long version, long lastModifiedMillis) {}

    private static Stamp stampOf(String id) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "select version, extract(epoch from last_modified) * 1000 from directory.stamp where id = '"
                                + id + "'")) {
            rows.next();
            return new Stamp(rows.getLong(1), rows.getLong(2));
        }
    }

    private static String service(String id, String name) {
        return "insert into directory.service (id, organization_id, name, status) values ('" + id + "', '"
                + ORGANIZATION + "', '" + name + "', 'active')";
    }

    private static void execute(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> changesOf(String... statements) throws SQLException {
        long before = lastSeq();
        execute(statements);
        return changesAfter(before);
    }

    private static List<String> changesAfter(long seq) throws SQLException {
        return strings("select kind || ' ' || action || ' ' || record_id from directory.change where seq > " + seq
                + " order by seq");
    }

    private static List<String> found(String words) throws SQLException {
        return strings("select s.name from directory.service s join directory.service_search x on x.service_id = s.id"
                + " where x.document @@ directory.search_query('" + words + "')");
    }

    private static List<Long> sequencesAfter(long seq) throws SQLException {
        return strings("select seq from directory.change where seq > " + seq + " order by seq").stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> strings(String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static long lastSeq() throws SQLException {
        return longOf("select coalesce(max(seq), 0) from directory.change");
    }

    private static long lastSeqOf(String id) throws SQLException {
        return longOf("select max(seq) from directory.change where record_id = '" + id + "'");
    }

    private static long longOf(String query) throws SQLException {
        return Long.parseLong(strings(query).getFirst());
    }
}
