package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.CPR;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.referral.model.State;
import org.balcao.referral.usecase.Audit;
import org.balcao.referral.usecase.ClockWork;
import org.junit.jupiter.api.Test;

/** Whatever is done to the events by somebody who can do everything, it is found. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(PgResource.class)
class AuditIT {

    @Inject
    Audit audit;

    @Inject
    ClockWork clockWork;

    @Test
    void everyRewritingIsFound() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            UUID id = Rows.inState(owner, State.ACCEPTED, AIMA, CPR);
            UUID other = Rows.inState(owner, State.ACCEPTED, AIMA, CPR);
            for (int i = 0; i < 3; i++) {
                owner.createStatement()
                        .executeUpdate(
                                "insert into referral.event (referral_id, seq, kind, actor, to_state, version, at, prev_hash, hash) values ('"
                                        + id
                                        + "', 0, 'contact_tried', 'receiver', 'accepted', 1, now() - interval '2 minutes', '', '')");
            }
            clockWork.work();
            assertThat(audit.firstWrong()).isEmpty();
            given().get("/api/audit-roots").then().statusCode(200).body("roots", hasSize(1));
            List<String> rewritings = List.of(
                    "update referral.event set code = 'x' where referral_id = '" + id + "' and seq = 2",
                    "delete from referral.event where referral_id = '" + id + "' and seq = 2",
                    "update referral.event set seq = 9 where referral_id = '" + id + "' and seq = 4",
                    "update referral.event e set hash = o.hash from referral.event o where e.referral_id = '" + id
                            + "' and e.seq = 3 and o.referral_id = '" + other + "'",
                    // the end of a chain cut off: only the root knows
                    "delete from referral.event where referral_id = '" + id + "' and seq = 4",
                    "update referral.root set events = events - 1",
                    "update referral.root set signature = sha512('x')");
            owner.setAutoCommit(false);
            for (String rewriting : rewritings) {
                try (var statement = owner.createStatement()) {
                    statement.execute("set local session_replication_role = replica");
                    statement.execute("create table public.kept_event as table referral.event");
                    statement.execute("create table public.kept_root as table referral.root");
                    assertThat(statement.executeUpdate(rewriting)).isPositive();
                    owner.commit();
                    assertThat(audit.firstWrong()).as(rewriting).isPresent();
                    statement.execute("set local session_replication_role = replica");
                    statement.execute("delete from referral.event");
                    statement.execute("insert into referral.event table public.kept_event");
                    statement.execute("delete from referral.root");
                    statement.execute("insert into referral.root overriding system value table public.kept_root");
                    statement.execute("drop table public.kept_event, public.kept_root");
                    owner.commit();
                }
                assertThat(audit.firstWrong())
                        .as("put back after: " + rewriting)
                        .isEmpty();
            }
        }
    }
}
