package org.balcao.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.search.store.CaughtUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were written to do harm, straight into the database: the index follows all others, and every answer is an answer. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
@TestProfile(OwnDatabase.class)
class PoisonIT {

    private static final String ID = "00000000-0000-4000-8000-00000000dead";
    private static final String TAXONOMY = "00000000-0000-4000-8000-000000000001";
    private static final String ONE = "00000000-0000-4000-8000-000000000002";
    private static final String OTHER = "00000000-0000-4000-8000-000000000003";

    @Inject
    EntityManager entities;

    @BeforeEach
    void aServiceToPoison() {
        run(
                "insert into directory.service (id, organization_id, name, status)" + " select '" + ID
                        + "', organization_id, 'Venenosa Quixabrega', 'active' from directory.service order by position limit 1");
        Searching.awaitIndex();
    }

    @AfterEach
    void allAsItWas() {
        run("delete from directory.service where id = " + quoted(ID));
        run("delete from directory.taxonomy where id = " + quoted(TAXONOMY));
        run("delete from directory.taxonomy_term where id in (" + quoted(ONE) + ", " + quoted(OTHER) + ")");
        run("update directory.organization set parent_organization_id = null where id in (" + quoted(ONE) + ", "
                + quoted(OTHER) + ")");
        run("delete from directory.organization where id in (" + quoted(ONE) + ", " + quoted(OTHER) + ")");
        Searching.awaitIndex();
        assertThat(CaughtUp.setAside()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a term without a code         | insert into directory.taxonomy (id, name, description) values (:tax, 'x', 'x'); insert into directory.taxonomy_term (id, taxonomy_id, name, description) values (:one, :tax, '', ''); insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id) values (:one, :id, 'service', :one)
        a term without a taxonomy     | insert into directory.taxonomy (id, name, description) values (:tax, 'x', 'x'); insert into directory.taxonomy_term (id, name, description, code) values (:other, 'solto', '', 'solto'); insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id) values (:one, :id, 'service', :other)
        a time zone of no place       | insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at, timezone_name) values (:id, :id, 'WEEKLY', 'MO', '09:00', '17:00', 'Mars/Olympus')
        a schedule from the year one  | insert into directory.schedule (id, service_id, freq, interval, count, byday, dtstart, opens_at, closes_at) values (:id, :id, 'WEEKLY', 1, 2147483647, 'MO,TU,WE,TH,FR,SA,SU', '0001-01-01', '00:00', '24:00')
        a schedule without a beginning | insert into directory.schedule (id, service_id, freq, byday, dtstart, until, valid_from, valid_to, opens_at, closes_at) values (:id, :id, 'MONTHLY', '-5MO', '-infinity', 'infinity', '-infinity', 'infinity', '09:00', '08:59')
        days that are no days         | insert into directory.schedule (id, service_id, freq, interval, byday, bymonthday, byweekno, byyearday, dtstart, opens_at, closes_at) values (:id, :id, 'MONTHLY', 2147483647, repeat('MO,', 50000), '99999999999999999999', '0,54', 'x', '9999-12-31', '09:00', '17:00')
        a closure for ever            | insert into directory.schedule (id, service_id, freq, byday, opens_at, closes_at) values (:id, :id, 'WEEKLY', 'MO', '09:00', '17:00'); insert into directory.schedule_exception (id, schedule_id, date_from, date_to, closed) values (:id, :id, '-infinity', 'infinity', true)
        a thousand schedules          | insert into directory.schedule (id, service_id, ordinal, freq, byday, opens_at, closes_at) select gen_random_uuid(), :id, n, 'WEEKLY', 'MO', '09:00', '17:00' from generate_series(1, 1000) n
        a number of many digits       | update directory.service set minimum_age = repeat('9', 5000)::numeric, maximum_age = 1e131071 where id = :id
        a date without an end         | update directory.service set assured_date = 'infinity' where id = :id
        a date before all dates       | update directory.service set assured_date = '-infinity' where id = :id
        a text of a megabyte          | insert into directory.translation (id, entity_id, entity_type, field, language, value, origin, reviewed) values (:id, :id, 'service', 'description', 'pt', repeat('palavra ', 100000), 'human', true); update directory.service set description = repeat('palavra ', 100000) where id = :id
        a word of a hundred thousand letters | update directory.service set description = repeat('x', 100000), alternate_name = repeat('y', 100000) where id = :id
        a language of no letters      | insert into directory.translation (id, entity_id, entity_type, field, language, value, origin, reviewed) values (:id, :id, 'service', 'name', '', 'x', 'human', true), (:other, :id, 'service', 'name', '-', 'x', 'human', true)
        marks that turn the direction | update directory.service set description = U&'\\202E\\2066\\200F\\FEFF\\FFFF abc' where id = :id
        """)
    void oneRowKeepsNobodyBack(String what, String sql) {
        run(sql.replace(":id", quoted(ID))
                .replace(":tax", quoted(TAXONOMY))
                .replace(":one", quoted(ONE))
                .replace(":other", quoted(OTHER)));
        Searching.awaitIndex();
        assertFollowing(what);
        assertThat(CaughtUp.setAside()).as(what).isZero();
    }

    /** Nothing that the index climbs hangs below itself: the database takes no such row, whoever writes it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a ring of terms               | insert into directory.taxonomy (id, name, description) values (:tax, 'x', 'x'); insert into directory.taxonomy_term (id, taxonomy_id, code, name, description) values (:one, :tax, 'anel-a', 'A', 'A'), (:other, :tax, 'anel-b', 'B', 'B'); update directory.taxonomy_term set parent_id = case when id = :one then :other else :one end where id in (:one, :other); insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id) values (:one, :id, 'service', :one)
        a term over itself            | insert into directory.taxonomy (id, name, description) values (:tax, 'x', 'x'); insert into directory.taxonomy_term (id, taxonomy_id, code, name, description, parent_id) values (:one, :tax, 'anel', 'A', 'A', :one); insert into directory.attribute (id, link_id, link_entity, taxonomy_term_id) values (:one, :id, 'service', :one)
        organizations over each other | insert into directory.organization (id, name, description) values (:one, 'A', 'A'), (:other, 'B', 'B'); update directory.organization set parent_organization_id = case when id = :one then :other else :one end where id in (:one, :other); update directory.service set organization_id = :one where id = :id
        """)
    void nothingHangsBelowItself(String what, String sql) {
        assertThatThrownBy(() -> run(sql.replace(":id", quoted(ID))
                        .replace(":tax", quoted(TAXONOMY))
                        .replace(":one", quoted(ONE))
                        .replace(":other", quoted(OTHER))))
                .as(what)
                .isInstanceOf(RuntimeException.class);
        Searching.awaitIndex();
        assertFollowing(what);
    }

    @Test
    void whatTheIndexRefusesIsSetAsideFoundByItsNameAndTakenInOnceMended() {
        run("insert into directory.language (id, service_id, code) values ('" + ID + "', '" + ID
                + "', repeat('a', 40000))");
        Searching.awaitIndex();
        assertFollowing("a code of 40,000 letters");
        assertThat(CaughtUp.setAside()).isEqualTo(1);
        assertThat(number("select count(*) from search.set_aside where service_id = '" + ID
                        + "' and reason like '%IllegalArgumentException%'"))
                .isEqualTo(1);
        run("update directory.language set code = 'pt' where id = '" + ID + "'");
        Searching.awaitIndex();
        assertThat(CaughtUp.setAside()).isZero();
        assertThat(number("select count(*) from search.set_aside")).isZero();
        assertThat(idsFoundBy("quixabrega")).containsExactly(ID);
    }

    private void assertFollowing(String what) {
        assertThat(idsFoundBy("quixabrega")).as(what).containsExactly(ID);
        for (String question : List.of(
                "/api/services/" + ID,
                "/api/services?search=quixabrega&lang=pt",
                "/api/services?search=quixabrega&taxonomy_term_id=legal",
                "/api/services/facets",
                "/api/services/facets?taxonomy_term_id=legal",
                "/api/services/facets?search=quixabrega",
                "/api/services?per_page=300",
                "/api/services?open_at=now&per_page=300",
                "/api/services?sort=opening&per_page=300",
                "/api/suggestions?search=quixa",
                "/api/taxonomy_terms?per_page=300",
                "/api/organizations?per_page=300")) {
            given().get(question).then().statusCode(200);
        }
    }

    private List<String> idsFoundBy(String word) {
        JsonNode answer = Searching.search(word);
        return answer.get("contents").findValuesAsText("id").stream()
                .filter(ID::equals)
                .distinct()
                .toList();
    }

    private static String quoted(String id) {
        return "cast('" + id + "' as uuid)";
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private void run(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String each : sql.split("; ")) {
                entities.unwrap(org.hibernate.Session.class).doWork(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(each);
                    }
                });
            }
        });
    }
}
