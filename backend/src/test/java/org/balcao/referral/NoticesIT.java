package org.balcao.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AT_JRS;
import static org.balcao.referral.Desk.JRS_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.body;
import static org.balcao.referral.Desk.byCode;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.send;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.fixture.OwnDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.balcao.referral.usecase.ClockWork;
import org.balcao.referral.usecase.Notices;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Notices through a real SMTP server: that something waits, and nothing of anybody. */
@QuarkusTest
@TestProfile(NoticesIT.WithMail.class)
@QuarkusTestResource(PgResource.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class NoticesIT {
    /** A profile of its own: with another resource beside the same profile, Quarkus 3.33 starts without the configuration it was built with. */
    public static class WithMail extends OwnDatabase {}

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
                    .executeUpdate(
                            "update referral.outbox set next_try_at = now() - interval '1 second' where done_at is null");
        }
    }

    @Test
    void aPersonIsToldThatThereIsNewsAndNothingElse() throws Exception {
        Path spool = Path.of(ConfigProvider.getConfig().getValue("balcao.sms.invented", String.class));
        Set<Path> before = filesIn(spool);
        Sent told = sentWith(person -> person.put("no_message", false));
        Sent careful = sentWith(person -> person.put("no_message", true));
        Sent quiet = sentWith(person -> person.put("no_message", false).put("do_not_say_who", true));
        for (Sent each : List.of(told, careful, quiet)) {
            step(AT_JRS, each.id(), 1, "acceptance", null).then().statusCode(200);
        }
        notices.tell();
        step(AT_JRS, told.id(), 2, "contact", Map.of("on", LocalDate.now().toString()))
                .then()
                .statusCode(200);
        step(AT_JRS, told.id(), 3, "completion", Map.of("code", "got_help"))
                .then()
                .statusCode(200);
        notices.tell();
        Set<Path> after = filesIn(spool);
        after.removeAll(before);
        assertThat(after).hasSize(1);
        String message = Files.readString(after.iterator().next());
        assertThat(message)
                .matches("To: 35191\\d{7}\nAlphabet: UTF-8\n\n[^\n]+\n")
                .contains("Скористайтеся кодом");
        assertThat(message.split("\n\n")[1].strip())
                .hasSizeLessThanOrEqualTo(70)
                .doesNotContain("Olena", "JRS", "http");
        try (Connection owner = Rows.as("owner");
                var statement = owner.createStatement()) {
            String ofHer = " from referral.outbox o where done_at is null and referral_id = '" + told.id() + "'";
            assertThat(Rows.count(owner, "select count(*)" + ofHer + " and kind = 'complete' and tries = 0"))
                    .as("not twice a day")
                    .isOne();
            statement.executeUpdate("update referral.reach set told_at = told_at - interval '21 hours'");
            statement.executeUpdate(
                    "update referral.outbox set next_try_at = now() - interval '1 second' where done_at is null");
            notices.tell();
            assertThat(filesIn(spool)).hasSize(before.size() + 2);
            assertThat(Rows.count(owner, "select count(*)" + ofHer + " and kind in ('accept', 'complete')"))
                    .isZero();
            byCode("/erasure", Map.of("code", told.code())).then().statusCode(200);
            assertThat(Rows.count(
                            owner,
                            "select count(*) from referral.reach c join referral.referral r using (chain_id) where r.id = '"
                                    + told.id() + "'"))
                    .isZero();
        }
    }

    private static Sent sentWith(Consumer<ObjectNode> change) {
        ObjectNode wanted = body(JRS_SOCIAL);
        change.accept((ObjectNode) wanted.get("person"));
        Response answer = send(MEDIATOR, wanted);
        answer.then().statusCode(201);
        return new Sent(answer.path("referral.id"), answer.path("code"));
    }

    private static Set<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new HashSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toCollection(HashSet::new));
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
