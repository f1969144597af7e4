package org.balcao.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.CPR;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.byCode;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.balcao.referral.model.State;
import org.balcao.referral.store.Keys;
import org.balcao.referral.usecase.ClockWork;
import org.junit.jupiter.api.Test;

/** Every referral ends: what nobody answers expires, silence lapses, and what is sealed goes. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ClockWorkIT {

    @Inject
    ClockWork clockWork;

    @Inject
    Keys keys;

    @Test
    void silenceEnds() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            UUID unanswered = Rows.inState(owner, State.SENT, AIMA, CPR);
            UUID studied = Rows.inState(owner, State.UNDER_STUDY, AIMA, CPR);
            UUID silent = Rows.inState(owner, State.IN_PROGRESS, AIMA, CPR);
            UUID held = Rows.inState(owner, State.ON_HOLD, AIMA, CPR);
            UUID young = Rows.inState(owner, State.SENT, AIMA, CPR);
            change(owner, "expires_at = now() - interval '1 minute'", unanswered, studied);
            change(owner, "last_event_at = now() - interval '90 days 1 minute'", silent);
            change(owner, "review_on = current_date - 31", held);
            clockWork.work();
            clockWork.work();
            get(MEDIATOR, unanswered.toString()).then().body("state", equalTo("expired"));
            get(MEDIATOR, studied.toString()).then().body("state", equalTo("expired"));
            get(MEDIATOR, silent.toString()).then().body("state", equalTo("lapsed"));
            get(MEDIATOR, held.toString()).then().body("state", equalTo("lapsed"));
            get(MEDIATOR, young.toString()).then().body("state", equalTo("sent"));
            assertThat(kinds(unanswered)).containsExactly("send", "expire");
        }
    }

    @Test
    void whoHasToAnswerIsRemindedOnceForEachTime() throws SQLException {
        try (Connection owner = Rows.as("owner")) {
            UUID waiting = Rows.inState(owner, State.SENT, AIMA, CPR);
            change(owner, "priority = 'urgent', sent_at = now() - interval '49 hours'", waiting);
            clockWork.work();
            clockWork.work();
            assertThat(kinds(waiting)).containsExactly("send", "reminded", "reminded");
        }
    }

    @Test
    void whatIsSealedGoesNinetyDaysAfterTheEnd() throws SQLException {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "decline", Map.of("code", "no_capacity"))
                .then()
                .statusCode(200);
        clockWork.work();
        byCode("/export", Map.of("code", sent.code())).then().body("person.called", equalTo("Olena"));
        UUID chain = UUID.fromString(get(MEDIATOR, sent.id()).path("chain_id"));
        assertThat(keys.find(chain)).isPresent();
        try (Connection owner = Rows.as("owner")) {
            change(owner, "ended_at = now() - interval '90 days 1 minute'", UUID.fromString(sent.id()));
        }
        clockWork.work();
        assertThat(keys.find(chain)).isEmpty();
        byCode("/export", Map.of("code", sent.code())).then().statusCode(404);
        get(MEDIATOR, sent.id()).then().statusCode(200).body("remark", nullValue());
    }

    private static List<String> kinds(UUID referral) {
        return get(MEDIATOR, referral.toString()).path("events.kind");
    }

    /** As time would. */
    private static void change(Connection owner, String what, UUID... referrals) throws SQLException {
        for (UUID referral : referrals) {
            try (var statement = owner.createStatement()) {
                statement.executeUpdate("update referral.referral set " + what + " where id = '" + referral + "'");
            }
        }
    }
}
