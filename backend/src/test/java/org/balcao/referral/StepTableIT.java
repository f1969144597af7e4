package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.CPR;
import static org.balcao.referral.Desk.JRS;
import static org.balcao.referral.Desk.JRS_SOCIAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.State;
import org.balcao.referral.model.Step;
import org.junit.jupiter.api.Test;

/** Every state × step × party as the design has it: in the model, through the API, and by raw SQL as each database role. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class StepTableIT {

    /** As the design has it, word by word; the model and the database are held to this. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("study", "receiver: sent → under_study"),
            Map.entry("accept", "receiver: sent, under_study → accepted"),
            Map.entry("decline", "receiver: sent, under_study, on_hold → declined"),
            Map.entry("forward", "receiver: sent, under_study → forwarded"),
            Map.entry("contact", "receiver: accepted → in_progress"),
            Map.entry("hold", "receiver: under_study, accepted, in_progress → on_hold"),
            Map.entry("resume", "receiver: on_hold → under_study, accepted, in_progress"),
            Map.entry("complete", "receiver: accepted, in_progress, on_hold → completed"),
            Map.entry("withdraw", "sender, person: sent, under_study, accepted, in_progress, on_hold → withdrawn"),
            Map.entry("expire", "clock: sent, under_study → expired"),
            Map.entry("lapse", "clock: accepted, in_progress, on_hold → lapsed"),
            Map.entry("void", "sender: sent, under_study → voided"));

    private static final Map<Step, String> PATHS = Map.of(
            Step.STUDY, "study",
            Step.ACCEPT, "acceptance",
            Step.DECLINE, "decline",
            Step.FORWARD, "forward",
            Step.CONTACT, "contact",
            Step.HOLD, "hold",
            Step.RESUME, "resume",
            Step.COMPLETE, "completion",
            Step.WITHDRAW, "withdrawal",
            Step.VOID, "void");

    private static final Map<Step, String> BODIES = Map.of(
            Step.DECLINE, "{\"code\": \"no_capacity\"}",
            Step.FORWARD, "{\"service_id\": \"" + JRS_SOCIAL + "\"}",
            Step.COMPLETE, "{\"code\": \"got_help\"}",
            Step.WITHDRAW, "{\"code\": \"person_asked\"}");

    /** Who asks: with which token, and as what party. */
    private record Asker(String name, String token, Set<Actor> parties, int refusal) {}

    private static final List<Asker> ASKERS = List.of(
            new Asker("mediator of the sender", Token.of(Role.MEDIATOR, AIMA), Set.of(Actor.SENDER), 409),
            new Asker("editor of the sender", Token.of(Role.PARTNER_EDITOR, AIMA), Set.of(Actor.SENDER), 409),
            new Asker("editor of the receiver", Token.of(Role.PARTNER_EDITOR, CPR), Set.of(Actor.RECEIVER), 409),
            new Asker(
                    "system of the receiver",
                    Token.of(Role.PARTNER_CLIENT, CPR, Caller.READ, Caller.WRITE),
                    Set.of(Actor.RECEIVER),
                    409),
            new Asker("system that may only read", Token.of(Role.PARTNER_CLIENT, CPR, Caller.READ), Set.of(), 403),
            new Asker("editor of another", Token.of(Role.PARTNER_EDITOR, JRS), Set.of(), 404),
            new Asker("mediator of no organization", Token.of(Role.MEDIATOR, null), Set.of(), 403),
            new Asker("national editor", Token.of(Role.NATIONAL_EDITOR, null), Set.of(), 403),
            new Asker("national admin", Token.of(Role.NATIONAL_ADMIN, null), Set.of(), 403),
            new Asker("auditor", Token.of(Role.AUDITOR, null), Set.of(), 403),
            new Asker("nobody", null, Set.of(), 401));

    @Test
    void modelAndDatabaseHaveTheTableOfTheDesign() throws SQLException {
        Set<String> designed = new TreeSet<>();
        TABLE.forEach((step, line) -> {
            String[] parts = line.split(": | → ");
            for (String actor : parts[0].split(", ")) {
                for (String from : parts[1].split(", ")) {
                    for (String to : parts[2].split(", ")) {
                        designed.add(step + " " + from + " " + to + " " + actor);
                    }
                }
            }
        });
        Set<String> modelled = new TreeSet<>();
        for (Step step : Step.values()) {
            for (State from : State.values()) {
                for (Actor actor : Actor.values()) {
                    if (step.leadsFrom(from) && step.isBy(actor)) {
                        List<State> to = step == Step.RESUME
                                ? List.of(State.UNDER_STUDY, State.ACCEPTED, State.IN_PROGRESS)
                                : List.of(step.to(null));
                        to.forEach(each ->
                                modelled.add(step.word() + " " + from.word() + " " + each.word() + " " + actor.word()));
                    }
                }
            }
        }
        Set<String> stored = new TreeSet<>();
        try (Connection owner = Rows.as("owner");
                ResultSet rows = owner.createStatement()
                        .executeQuery(
                                "select name || ' ' || from_state || ' ' || to_state || ' ' || actor from referral.step")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        assertThat(modelled).isEqualTo(designed);
        assertThat(stored).isEqualTo(designed);
    }

    @Test
    void throughTheApi() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        try (Connection owner = Rows.as("owner")) {
            for (State state : State.values()) {
                for (Step step : PATHS.keySet()) {
                    for (Asker asker : ASKERS) {
                        UUID id = Rows.inState(owner, state, AIMA, CPR);
                        int expected = !step.leadsFrom(state)
                                        || asker.parties().stream().noneMatch(step::isBy)
                                ? asker.refusal()
                                : 200;
                        Response answer = ask(asker, id, step);
                        cells++;
                        String after = stateOf(owner, id);
                        String to = step.to(State.ACCEPTED).word();
                        boolean moved = answer.statusCode() == 200 ? after.equals(to) : after.equals(state.word());
                        if (answer.statusCode() != expected || !moved) {
                            wrong.add("%s, %s by %s: %d instead of %d, now %s"
                                    .formatted(
                                            state.word(),
                                            step.word(),
                                            asker.name(),
                                            answer.statusCode(),
                                            expected,
                                            after));
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isEqualTo(12 * 10 * 11);
    }

    private static Response ask(Asker asker, UUID id, Step step) {
        var request = given().contentType(ContentType.JSON).header("If-Match", "\"v1\"");
        if (asker.token() != null) {
            request.auth().oauth2(asker.token());
        }
        LocalDate today = LocalDate.now(Deadlines.HERE);
        String body = switch (step) {
            case HOLD -> "{\"code\": \"waiting_list\", \"review_on\": \"" + today.plusDays(9) + "\"}";
            case CONTACT -> "{\"on\": \"" + today + "\"}";
            default -> BODIES.get(step);
        };
        return (body == null ? request : request.body(body)).post("/api/referrals/" + id + "/" + PATHS.get(step));
    }

    private static String stateOf(Connection owner, UUID id) throws SQLException {
        try (ResultSet rows =
                owner.createStatement().executeQuery("select state from referral.referral where id = '" + id + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** As whom raw SQL is written: a database role, what its transaction says, and the party that follows. */
    private record Writer(String name, String pool, Map<String, String> settings, Set<Actor> parties) {}

    @Test
    void byRawSqlAsEachDatabaseRole() throws SQLException {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        try (Connection owner = Rows.as("owner")) {
            for (State state : State.values()) {
                UUID id = Rows.inState(owner, state, AIMA, CPR);
                Map<Writer, Connection> writers = new LinkedHashMap<>();
                for (Writer writer : writers(id)) {
                    writers.put(writer, Rows.as(writer.pool()));
                }
                for (State to : State.values()) {
                    for (Map.Entry<Writer, Connection> each : writers.entrySet()) {
                        cells++;
                        boolean expected =
                                state != to && mayMove(state, to, each.getKey().parties());
                        boolean moved = moves(each.getValue(), each.getKey(), id, to);
                        if (state != to && moved != expected) {
                            wrong.add(state.word() + " → " + to.word() + " by "
                                    + each.getKey().name() + ": " + moved);
                        }
                    }
                }
                for (Connection each : writers.values()) {
                    each.close();
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isEqualTo(12 * 12 * 8);
    }

    private static List<Writer> writers(UUID chain) {
        return List.of(
                new Writer("sender", "app", Map.of("app.org", AIMA.toString()), Set.of(Actor.SENDER)),
                new Writer("receiver", "app", Map.of("app.org", CPR.toString()), Set.of(Actor.RECEIVER)),
                new Writer("another organization", "app", Map.of("app.org", JRS.toString()), Set.of()),
                new Writer("nobody", "app", Map.of(), Set.of()),
                new Writer("person", "app", Map.of("app.chain", chain.toString()), Set.of(Actor.PERSON)),
                new Writer("worker", "worker", Map.of("app.org", CPR.toString()), Set.of(Actor.CLOCK)),
                new Writer("auditor", "auditor", Map.of("app.org", CPR.toString()), Set.of()),
                new Writer("directory", "", Map.of("app.org", CPR.toString()), Set.of()));
    }

    private static boolean mayMove(State from, State to, Set<Actor> parties) {
        for (Step step : Step.values()) {
            if (step.leadsFrom(from)
                    && to == step.to(State.ACCEPTED)
                    && parties.stream().anyMatch(step::isBy)) {
                return true;
            }
        }
        return false;
    }

    /** Tries, and takes it back. */
    private static boolean moves(Connection connection, Writer writer, UUID id, State to) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (Map.Entry<String, String> each : writer.settings().entrySet()) {
                Rows.set(connection, each.getKey(), each.getValue());
            }
            return statement.executeUpdate(
                            "update referral.referral set version = version + 1, state = '%s', resumes_to = %s, ended_at = %s where id = '%s'"
                                    .formatted(
                                            to.word(),
                                            to == State.ON_HOLD ? "state" : "null",
                                            to.isOpen() ? "null" : "now()",
                                            id))
                    == 1;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isIn("23514", "42501");
            return false;
        } finally {
            connection.rollback();
        }
    }

    @Test
    void aStepThatIsNotWrittenDownDoesNotCommit() throws SQLException {
        try (Connection owner = Rows.as("owner");
                Connection app = Rows.as("app")) {
            UUID id = Rows.inState(owner, State.SENT, AIMA, CPR);
            app.setAutoCommit(false);
            Rows.set(app, "app.org", CPR.toString());
            app.createStatement()
                    .executeUpdate(
                            "update referral.referral set state = 'accepted', version = 2 where id = '" + id + "'");
            org.assertj.core.api.Assertions.assertThatThrownBy(app::commit)
                    .hasMessageContaining("was not written down");
            assertThat(stateOf(owner, id)).isEqualTo("sent");
        }
    }

    @Test
    void noRoleChangesWhoTheyAreBetweenOrWhatHappened() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            UUID id = Rows.inState(owner, State.ACCEPTED, AIMA, CPR);
            List<String> statements = List.of(
                    "update referral.referral set sender_org = receiver_org",
                    "update referral.referral set receiver_org = sender_org",
                    "update referral.referral set listing = '{}'",
                    "update referral.event set code = 'x'",
                    "truncate referral.event",
                    "update referral.step set actor = 'sender'",
                    "insert into referral.step values ('cheat', 'declined', 'accepted', 'receiver')",
                    "alter table referral.referral disable row level security",
                    "set session_replication_role = replica",
                    "drop trigger guard_step on referral.referral");
            for (String pool : List.of("app", "worker", "auditor", "")) {
                for (String statement : statements) {
                    try (Connection connection = Rows.as(pool)) {
                        connection.setAutoCommit(false);
                        Rows.set(connection, "app.org", CPR.toString());
                        org.assertj.core.api.Assertions.assertThatThrownBy(
                                        () -> connection.createStatement().execute(statement))
                                .as(statement + " as " + pool)
                                .isInstanceOf(SQLException.class)
                                .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                                        .isEqualTo("42501"));
                    }
                }
            }
            try (Connection app = Rows.as("app")) {
                app.setAutoCommit(false);
                Rows.set(app, "app.org", CPR.toString());
                assertThat(Rows.count(app, "select count(*) from referral.referral where id = '" + id + "'"))
                        .isOne();
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> app.createStatement().execute("delete from referral.event"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void everyTableOfReferralsHasForcedPoliciesOneForEachCommand() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            assertThat(Rows.count(owner, """
                    select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'referral' and c.relkind in ('r', 'p') and c.relname <> 'step'
                       and not (c.relrowsecurity and c.relforcerowsecurity)""")).isZero();
            assertThat(Rows.count(
                            owner, "select count(*) from pg_policies where schemaname = 'referral' and cmd = 'ALL'"))
                    .isZero();
            assertThat(Rows.count(owner, """
                    select count(*) from pg_policies where schemaname = 'referral' and 'public' = any (roles)""")).isZero();
            assertThat(Rows.count(owner, """
                    select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'referral' and c.relkind in ('r', 'p', 'v')
                       and has_table_privilege('balcao_directory', c.oid, 'select, insert, update, delete')""")).isZero();
        }
        try (Connection directory = Rows.as("")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Rows.count(directory, "select count(*) from referral.referral"))
                    .satisfies(refused ->
                            assertThat(((SQLException) refused).getSQLState()).isEqualTo("42501"));
        }
    }
}
