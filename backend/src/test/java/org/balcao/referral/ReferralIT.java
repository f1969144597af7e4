package org.balcao.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AT_CPR;
import static org.balcao.referral.Desk.AT_JRS;
import static org.balcao.referral.Desk.CPR_LEGAL;
import static org.balcao.referral.Desk.CPR_SOCIAL;
import static org.balcao.referral.Desk.JRS_SOCIAL;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;
import static org.balcao.referral.Desk.body;
import static org.balcao.referral.Desk.byCode;
import static org.balcao.referral.Desk.get;
import static org.balcao.referral.Desk.send;
import static org.balcao.referral.Desk.sent;
import static org.balcao.referral.Desk.step;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PgResource;
import org.balcao.referral.Desk.Sent;
import org.junit.jupiter.api.Test;

/** From one door to the next, over HTTP: sent, answered, passed on, followed by a code, and always ended. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class ReferralIT {

    @Test
    void aPersonIsSentAndHelped() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        get(AT_CPR, sent.id())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("sent"))
                .body("parties", contains("receiver"))
                .body("actions", containsInAnyOrder("study", "accept", "decline", "forward"))
                .body("facts.arrival_channel", equalTo("resettlement"))
                .body("listing.name", notNullValue())
                .body("opened", equalTo(false))
                .body("events.kind", contains("send", "viewed"));
        as(AT_CPR).post("/api/referrals/" + sent.id() + "/person").then().statusCode(404);
        step(AT_CPR, sent.id(), 1, "study", null).then().statusCode(200).body("state", equalTo("under_study"));
        step(AT_CPR, sent.id(), 2, "acceptance", null).then().body("opened", equalTo(true));
        as(AT_CPR)
                .post("/api/referrals/" + sent.id() + "/person")
                .then()
                .statusCode(200)
                .body("called", equalTo("Olena"))
                .body("no_message", equalTo(true));
        as(AT_CPR)
                .post("/api/referrals/" + sent.id() + "/contact-attempts")
                .then()
                .statusCode(200);
        step(
                        AT_CPR,
                        sent.id(),
                        3,
                        "contact",
                        Map.of(
                                "on",
                                java.time.LocalDate.now(java.time.ZoneId.of("Europe/Lisbon"))
                                        .toString()))
                .then()
                .body("state", equalTo("in_progress"));
        step(AT_CPR, sent.id(), 4, "completion", Map.of("code", "got_help"))
                .then()
                .header("ETag", equalTo("\"v5\""))
                .body("state", equalTo("completed"))
                .body("actions", hasSize(0));
        step(
                        AT_CPR,
                        sent.id(),
                        5,
                        "outcome-correction",
                        Map.of("code", "referred_on", "service_id", JRS_SOCIAL.toString()))
                .then()
                .statusCode(422);
        step(AT_CPR, sent.id(), 5, "outcome-correction", Map.of("code", "partly_helped"))
                .then()
                .body("code", equalTo("partly_helped"));
        get(MEDIATOR, sent.id())
                .then()
                .body("parties", contains("sender"))
                .body(
                        "events.kind",
                        contains(
                                "send",
                                "viewed",
                                "study",
                                "accept",
                                "opened",
                                "contact_tried",
                                "contact",
                                "complete",
                                "outcome_corrected"));
        byCode("", Map.of("code", sent.code()))
                .then()
                .body("legs[0].state", equalTo("completed"))
                .body("actions", contains("say_whether_helped"));
        byCode("/statements", Map.of("code", sent.code(), "reason", "got_help"))
                .then()
                .statusCode(200);
    }

    @Test
    void aDateIsWithinSenseAndItsFieldIsNamed() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        List<String> never =
                List.of("-99999999-01-01", "+999999999-12-31", "-4800-01-01", "0001-01-01", "9999-12-31", "x");
        for (String day : Stream.concat(
                        never.stream(),
                        Stream.of(
                                today.minusDays(1).toString(),
                                today.plusYears(6).toString()))
                .toList()) {
            ObjectNode wanted = body(CPR_SOCIAL).put("person_deadline", day);
            send(MEDIATOR, wanted).then().statusCode(422).body("errors.field", contains("/person_deadline"));
        }
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "acceptance", null).then().statusCode(200);
        for (String day : Stream.concat(
                        never.stream(),
                        Stream.of(
                                today.plusDays(1).toString(), today.minusDays(2).toString()))
                .toList()) {
            step(AT_CPR, sent.id(), 2, "contact", Map.of("on", day))
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("/on"));
        }
        for (String day : Stream.concat(
                        never.stream(),
                        Stream.of(today.toString(), today.plusDays(61).toString()))
                .toList()) {
            step(AT_CPR, sent.id(), 2, "hold", Map.of("code", "waiting_list", "review_on", day))
                    .then()
                    .statusCode(422)
                    .body("errors.field", contains("/review_on"));
        }
        step(AT_CPR, sent.id(), 2, "contact", Map.of("on", today.toString()))
                .then()
                .statusCode(200);
    }

    @Test
    void aNoteAndARemarkSayWhatWouldBeRight() {
        ObjectNode wanted = body(CPR_SOCIAL);
        ((ObjectNode) wanted.get("person")).put("note", "٩١٢\u200B٣٤٥\u200B٦٧٨").put("called", "t.me/olena");
        send(MEDIATOR, wanted)
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("/person/note", "/person/called"))
                .body("errors.detail", everyItem(containsString("leave it out")));
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "decline", Map.of("code", "other", "remark", "born 3 May 1990"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("/remark"));
    }

    @Test
    void whoIsNoPartySeesNothing() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        String absent = UUID.randomUUID().toString();
        var foreign = get(AT_JRS, sent.id());
        var missing = get(AT_JRS, absent);
        foreign.then().statusCode(404);
        assertThat(foreign.asString()).isEqualTo(missing.asString());
        assertThat(step(AT_JRS, sent.id(), 1, "acceptance", null).asString())
                .isEqualTo(step(AT_JRS, absent, 1, "acceptance", null).asString());
        as(AT_JRS).get("/api/referrals").then().body("contents.id", not(hasItem(sent.id())));
        given().get("/api/referrals/" + sent.id()).then().statusCode(401);
    }

    @Test
    void itIsPassedOnSealedAndTheFirstSenderSeesWhereItStands() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "forward", Map.of("service_id", JRS_SOCIAL.toString()))
                .then()
                .statusCode(200)
                .body("state", equalTo("forwarded"));
        String next = get(MEDIATOR, sent.id())
                .then()
                .body("legs", hasSize(2))
                .extract()
                .path("legs[1].id");
        get(MEDIATOR, next)
                .then()
                .body("parties", hasSize(0))
                .body("state", equalTo("sent"))
                .body("events", nullValue());
        as(AT_CPR).post("/api/referrals/" + sent.id() + "/person").then().statusCode(404);
        step(AT_JRS, next, 1, "forward", Map.of("service_id", CPR_SOCIAL.toString()))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("was in this chain already"));
        step(AT_JRS, next, 1, "acceptance", null).then().statusCode(200);
        as(AT_JRS)
                .post("/api/referrals/" + next + "/person")
                .then()
                .statusCode(200)
                .body("called", equalTo("Olena"));
        step(AT_JRS, next, 2, "completion", Map.of("code", "referred_on", "service_id", CPR_LEGAL.toString()))
                .then()
                .statusCode(200);
        String third = get(MEDIATOR, sent.id()).path("legs[2].id");
        step(
                        AT_CPR,
                        third,
                        1,
                        "forward",
                        Map.of("service_id", Desk.service("jrs-juridico").toString()))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("would be a fourth leg"));
        byCode("", Map.of("code", sent.code())).then().body("legs.state", contains("forwarded", "completed", "sent"));
    }

    @Test
    void whoPassesOnTakesBackItsOwnLegAndErasesNothingOfTheFirstSender() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "forward", Map.of("service_id", JRS_SOCIAL.toString()))
                .then()
                .statusCode(200);
        String next = get(MEDIATOR, sent.id()).path("legs[1].id");
        step(AT_JRS, next, 1, "acceptance", null).then().statusCode(200);
        step(AT_CPR, next, 2, "withdrawal", Map.of("code", "by_mistake")).then().statusCode(200);
        as(AT_JRS).post("/api/referrals/" + next + "/person").then().statusCode(404);
        as(AT_CPR).post("/api/referrals/" + next + "/person").then().statusCode(404);
        as(MEDIATOR)
                .post("/api/referrals/" + sent.id() + "/person")
                .then()
                .statusCode(200)
                .body("called", equalTo("Olena"));
    }

    @Test
    void withoutAgreementToItNothingIsPassedOn() {
        ObjectNode body = Desk.body(CPR_SOCIAL);
        ((ObjectNode) body.get("agreement")).putArray("purposes").add("receiver");
        String id = send(MEDIATOR, body).path("referral.id");
        step(AT_CPR, id, 1, "forward", Map.of("service_id", JRS_SOCIAL.toString()))
                .then()
                .statusCode(422);
        get(AT_CPR, id).then().body("state", equalTo("sent")).body("legs", hasSize(1));
        step(
                        AT_CPR,
                        id,
                        1,
                        "decline",
                        Map.of(
                                "code",
                                "better_placed",
                                "service_id",
                                UUID.randomUUID().toString()))
                .then()
                .statusCode(422);
        step(AT_CPR, id, 1, "decline", Map.of("code", "better_placed", "service_id", JRS_SOCIAL.toString()))
                .then()
                .body("state", equalTo("declined"))
                .body("suggested_service_id", equalTo(JRS_SOCIAL.toString()));
    }

    @Test
    void thePersonWithdrawsAndTheReceiverLosesTheContactAtOnce() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        step(AT_CPR, sent.id(), 1, "acceptance", null).then().statusCode(200);
        as(AT_CPR).post("/api/referrals/" + sent.id() + "/person").then().statusCode(200);
        byCode(
                        "/export",
                        Map.of(
                                "code",
                                sent.code().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .then()
                .body("person.called", equalTo("Olena"))
                .body("agreements[0].language", equalTo("uk"));
        byCode("/withdrawal", Map.of("code", sent.code(), "reason", "safety"))
                .then()
                .statusCode(200)
                .body("legs[0].state", equalTo("withdrawn"))
                .body("actions", hasSize(0));
        as(AT_CPR).post("/api/referrals/" + sent.id() + "/person").then().statusCode(404);
        as(MEDIATOR).post("/api/referrals/" + sent.id() + "/person").then().statusCode(404);
        byCode("/export", Map.of("code", sent.code())).then().body("person", nullValue());
        step(AT_CPR, sent.id(), 2, "contact", Map.of("on", "2026-01-05")).then().statusCode(412);
        step(AT_CPR, sent.id(), 3, "contact", Map.of("on", "2026-01-05"))
                .then()
                .statusCode(409)
                .header("ETag", equalTo("\"v3\""))
                .body("state", equalTo("withdrawn"))
                .body("actions", hasSize(0));
        byCode("/withdrawal", Map.of("code", sent.code(), "reason", "safety"))
                .then()
                .statusCode(409);
    }

    @Test
    void thePersonErasesWhatIsHeld() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        byCode("/erasure", Map.of("code", sent.code())).then().body("legs[0].state", equalTo("withdrawn"));
        byCode("/export", Map.of("code", sent.code())).then().statusCode(200).body("person", nullValue());
        get(AT_CPR, sent.id()).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void whoeverHasNoAccountAsksForThemselves() {
        ObjectNode body = Desk.body(CPR_SOCIAL);
        ((ObjectNode) body.get("agreement")).put("mode", "ticked").remove("read_aloud_by");
        var answer = given().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/api/referrals/self");
        answer.then().statusCode(201).body("referral.origin", equalTo("self"));
        String id = answer.path("referral.id");
        get(AT_CPR, id).then().statusCode(200).body("sender_organization_id", nullValue());
        byCode("", Map.of("code", answer.path("code"))).then().body("actions", contains("withdraw"));
        byCode("/withdrawal", Map.of("code", answer.path("code"), "reason", "by_mistake"))
                .then()
                .statusCode(200);
        get(AT_CPR, id).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void theSameRequestAgainIsTheSameReferral() {
        ObjectNode body = Desk.body(CPR_SOCIAL);
        String key = UUID.randomUUID().toString();
        String first = as(MEDIATOR)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/api/referrals")
                .path("referral.id");
        as(MEDIATOR)
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/api/referrals")
                .then()
                .statusCode(201)
                .body("referral.id", equalTo(first))
                .body("code", nullValue());
        as(MEDIATOR)
                .header("Idempotency-Key", key)
                .body(body.put("priority", "urgent").toString())
                .post("/api/referrals")
                .then()
                .statusCode(422);
        as(MEDIATOR).body(body.toString()).post("/api/referrals").then().statusCode(400);
        send(MEDIATOR, body).then().statusCode(409).body("errors[0].field", equalTo("/person/contact"));
        String another = as(MEDIATOR)
                .post("/api/referrals/" + first + "/code")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        byCode("", Map.of("code", another)).then().statusCode(200);
        String step = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(AT_CPR)
                    .header("If-Match", "\"v1\"")
                    .header("Idempotency-Key", step)
                    .post("/api/referrals/" + first + "/study")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"v2\""));
        }
    }

    @Test
    void whatMustNotBeStoredIsRefusedAndNotRepeated() {
        List<String> notes = List.of(
                "NISS 12345678901",
                "passaporte AB123456",
                "nasceu a 31/12/1990",
                "IBAN PT50 0002 0123 1234 5678 9015 4",
                "ver www.exemplo.pt/pessoa",
                "liga 912 345 678");
        for (String note : notes) {
            ObjectNode body = Desk.body(CPR_SOCIAL);
            ((ObjectNode) body.get("person")).put("note", note);
            var answer = send(MEDIATOR, body);
            answer.then().statusCode(422).body("errors[0].field", equalTo("/person/note"));
            assertThat(answer.asString()).doesNotContain(note.substring(note.length() - 6));
        }
        ObjectNode body = Desk.body(CPR_SOCIAL);
        ((ObjectNode) body.get("facts")).put("birth_date", "1990-12-31");
        send(MEDIATOR, body).then().statusCode(422).body("errors.field", hasItem("/facts/birth_date"));
        send(MEDIATOR, Desk.body(CPR_SOCIAL).put("passport", "AB123456")).then().statusCode(400);
        send(
                        MEDIATOR,
                        Desk.body(CPR_SOCIAL)
                                .put("previous_id", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/previous_id"));
        send(MEDIATOR, Desk.body(CPR_SOCIAL).put("need", "maria.silva")).then().statusCode(422);
        send(MEDIATOR, Desk.body(CPR_SOCIAL).put("age_band", "13-17"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("/person/channel"));
        send(MEDIATOR, Desk.body(Desk.service("nif")))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/service_id"));
        step(
                        AT_CPR,
                        sent(MEDIATOR, CPR_SOCIAL).id(),
                        1,
                        "decline",
                        Map.of("code", "other", "remark", "passaporte AB123456"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/remark"));
    }

    @Test
    void versionsAreAskedForAndKeptTo() {
        Sent sent = sent(MEDIATOR, CPR_SOCIAL);
        as(AT_CPR).post("/api/referrals/" + sent.id() + "/acceptance").then().statusCode(428);
        step(AT_CPR, sent.id(), 7, "acceptance", null).then().statusCode(412);
        step(AT_CPR, sent.id(), 1, "resume", null)
                .then()
                .statusCode(409)
                .body("actions", containsInAnyOrder("study", "accept", "decline", "forward"));
        step(AT_CPR, sent.id(), 1, "acceptance", null).then().statusCode(200);
        step(AT_CPR, sent.id(), 2, "hold", Map.of("code", "waiting_list", "review_on", "2020-01-01"))
                .then()
                .statusCode(422);
    }

    @Test
    void theInboxTellsWhatWaits() {
        String desk = Token.of(Role.MEDIATOR, UUID.randomUUID());
        Sent sent = sent(desk, JRS_SOCIAL);
        as(AT_JRS)
                .get("/api/referrals?box=received")
                .then()
                .statusCode(200)
                .body("contents.id", hasItem(sent.id()))
                .body("counts.open", notNullValue());
        as(desk).get("/api/referrals?box=sent")
                .then()
                .body("contents.id", contains(sent.id()))
                .body("counts.waiting", equalTo(1))
                .body("counts.overdue", equalTo(0));
        as(AT_JRS).get("/api/referrals?box=all").then().statusCode(400);
        as(AT_JRS).get("/api/referrals?after=x").then().statusCode(400);
    }
}
