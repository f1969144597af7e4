package org.balcao.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AT_JRS;
import static org.balcao.referral.Desk.JRS_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.hasItem;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.balcao.referral.usecase.ClockWork;
import org.balcao.referral.usecase.Notices;
import org.junit.jupiter.api.Test;

/** Notices through a real SMTP server: that something waits, and nothing of anybody. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(PgResource.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class NoticesIT {

    GreenMail mail;

    @Inject
    Notices notices;

    @Inject
    ClockWork clockWork;

    @Test
    void anOrganizationIsToldOnceHoweverMuchHappened() throws Exception {
        as(AT_JRS)
                .body(Map.of("email", "equipa@example.org"))
                .put("/api/notices")
                .then()
                .statusCode(204);
        as(AT_JRS)
                .body(Map.of("email", "no address"))
                .put("/api/notices")
                .then()
                .statusCode(422);
        Sent first = sent(MEDIATOR, JRS_SOCIAL);
        sent(MEDIATOR, JRS_SOCIAL);
        notices.tell();
        notices.tell();
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getAllRecipients()[0]).hasToString("equipa@example.org");
        String text = received[0].getSubject() + " " + received[0].getContent();
        assertThat(text).contains("2 pedidos por responder").doesNotContain("Olena", "+351", first.id(), first.code());

        mail.stop();
        step(AT_JRS, first.id(), 1, "decline", Map.of("code", "no_capacity"))
                .then()
                .statusCode(200);
        sent(MEDIATOR, JRS_SOCIAL);
        notices.tell();
        try (Connection owner = Rows.as("owner")) {
            assertThat(Rows.count(owner, "select count(*) from referral.outbox where done_at is null and tries = 1"))
                    .isOne();
            mail.start();
            assertThat(mail.getReceivedMessages()).isEmpty();
            owner.createStatement()
                    .executeUpdate("update referral.outbox set next_try_at = now() where done_at is null");
        }
    }

    @Test
    void theTelephoneOfAHiddenPlaceIsInNoCopy() throws Exception {
        String service = Desk.JRS_SOCIAL.toString();
        try (Connection owner = Rows.as("owner");
                var statement = owner.createStatement()) {
            statement.executeUpdate("delete from directory.phone where service_id = '" + service
                    + "' or organization_id = '" + Desk.JRS + "'");
            String place = "(select location_id from directory.service_at_location where service_id = '" + service
                    + "' limit 1)";
            statement.executeUpdate(
                    "insert into directory.phone (id, location_id, number) select gen_random_uuid(), location_id, '+351 210 000 000' "
                            + "from directory.service_at_location where service_id = '" + service + "'");
            assertThat(Rows.count(owner, "select count(*) from directory.location where id = " + place))
                    .isOne();
            String open = sent(MEDIATOR, Desk.JRS_SOCIAL).id();
            assertThat(get(MEDIATOR, open).<String>path("listing.phone")).isNotNull();
            statement.executeUpdate("update directory.location set address_visibility = 'hidden' where id in "
                    + "(select location_id from directory.service_at_location where service_id = '" + service + "')");
        }
        String hidden = sent(MEDIATOR, Desk.JRS_SOCIAL).id();
        assertThat(get(MEDIATOR, hidden).<String>path("listing.phone")).isNull();
        assertThat(get(MEDIATOR, hidden).<String>path("listing.address")).isNull();
    }

    @Test
    void itsPeopleAreToldThatAListingWasWithdrawnAndThatAProgrammeEnds() throws Exception {
        Sent sent = sent(MEDIATOR, Desk.service("jrs-emprego"));
        try (Connection owner = Rows.as("owner")) {
            owner.createStatement()
                    .executeUpdate("update directory.service set status = 'inactive' where id = '"
                            + Desk.service("jrs-emprego") + "'");
            owner.createStatement()
                    .executeUpdate("update referral.referral set person_deadline = current_date + 25 where id = '"
                            + sent.id() + "'");
        }
        clockWork.work();
        clockWork.work();
        List<String> kinds = get(MEDIATOR, sent.id()).path("events.kind");
        assertThat(kinds).containsExactly("send", "listing_withdrawn", "deadline_near", "deadline_near");
        get(MEDIATOR, sent.id()).then().body("listing.keySet()", hasItem("name"));
    }
}
