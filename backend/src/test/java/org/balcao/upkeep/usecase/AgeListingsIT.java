package org.balcao.upkeep.usecase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.search.Searching;
import org.balcao.shared.StableId;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Ages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listing that nobody confirms is marked, sinks and is hidden; each step is told a month before, and none is taken that was not. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class AgeListingsIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String ELISA = Token.of("elisa", Role.NATIONAL_EDITOR, null);
    private static final String STRANGER = Token.of("stranger", Role.PARTNER_EDITOR, UUID.randomUUID());
    private static final LocalDate CHECKED = LocalDate.of(2021, 1, 1);

    @Inject
    SyncDatabase database;

    @Inject
    Ages ages;

    private final List<Mail> mails = new ArrayList<>();
    private boolean mailServerIsAway;

    private final Mailer mailer = sent -> {
        if (mailServerIsAway) {
            throw new IllegalStateException("away");
        }
        mails.addAll(List.of(sent));
    };

    private String id;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** What the program does some days after the last check. */
    private void after(int days) {
        var noon = CHECKED.plusDays(days).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        new AgeListings(
                        database,
                        ages,
                        mailer,
                        Clock.fixed(noon, ZoneOffset.UTC),
                        Optional.of("mail.example.org"),
                        Optional.of("https://balcao.example.org"))
                .age();
    }

    private String freshness() {
        return given().get("/api/services/" + id).path("freshness");
    }

    private void becomes(String freshness, Runnable work) {
        work.run();
        Searching.awaitIndex(); // by then every reader of the change log knows
        assertThat(freshness()).isEqualTo(freshness);
    }

    private static List<String> found(String words) {
        Searching.awaitIndex();
        return given().queryParam("search", words)
                .queryParam("per_page", 50)
                .get("/api/services")
                .path("contents.id");
    }

    @BeforeEach
    void aServiceThatWasCheckedOnce() {
        as(BRUNO)
                .body(Map.of("name", "Lista que envelhece"))
                .put("/api/sources/ageing")
                .then()
                .statusCode(200);
        id = as(BRUNO)
                .body(Map.of("name", "Oficina de zarabatanas", "status", "active"))
                .put("/api/sources/ageing/services/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
        database.call(handle -> handle.createUpdate(
                        "update directory.organization set email = 'cpr@example.org' where id = :cpr")
                .bind("cpr", CPR)
                .execute());
        database.call(
                handle -> handle.createUpdate("update directory.service set assured_date = :checked where id = :id")
                        .bind("checked", CHECKED)
                        .bind("id", UUID.fromString(id))
                        .execute());
    }

    @Test
    void eachStepIsToldAndThenTaken() {
        assertThat(found("zarabatanas")).contains(id);
        given().queryParam("search", "zarabatan").get("/api/suggestions").then().body("suggestions.id", hasItem(id));
        after(149);
        assertThat(mails).noneMatch(mail -> mail.getText().contains("zarabatanas"));
        after(150);
        after(151);
        assertThat(mails.stream().filter(mail -> mail.getText().contains("zarabatanas")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getTo()).containsExactly("cpr@example.org");
                    assertThat(mail.getText())
                            .contains("- Oficina de zarabatanas: a partir de 2021-06-30 fica marcado")
                            .contains("https://balcao.example.org/pt/desk/upkeep");
                });
        as(BRUNO)
                .get("/api/upkeep/listings")
                .then()
                .body("contents.find { it.id == '" + id + "' }.next_step", equalTo("ageing"))
                .body("contents.find { it.id == '" + id + "' }.next_step_on", equalTo("2021-06-30"))
                .body("contents.find { it.id == '" + id + "' }.freshness", equalTo("fresh"));
        becomes("fresh", () -> after(179));
        becomes("ageing", () -> after(180));
        becomes("ageing", () -> after(269)); // told late, so taken late
        becomes("ageing", () -> after(298));
        becomes("stale", () -> after(299));
        assertThat(found("zarabatanas")).contains(id);
        after(335);
        becomes("stale", () -> after(364));
        becomes("hidden", () -> after(365));
        assertThat(found("zarabatanas")).doesNotContain(id);
        given().queryParam("search", "zarabatanas")
                .queryParam("sort", "entry")
                .queryParam("per_page", 50)
                .get("/api/services")
                .then()
                .body("contents.id", hasItem(id));
        given().queryParam("search", "zarabatan")
                .get("/api/suggestions")
                .then()
                .statusCode(200)
                .body("suggestions.id", not(hasItem(id)));

        // one click brings it back, and it is written down who clicked
        as(BRUNO)
                .body(Map.of("services", List.of(id)))
                .post("/api/upkeep/confirmations")
                .then()
                .statusCode(200);
        assertThat(freshness()).isEqualTo("fresh");
        assertThat(found("zarabatanas")).contains(id);
        after(366);
        assertThat(freshness()).isEqualTo("fresh");
        as(BRUNO).get("/api/upkeep/services/" + id + "/verifications").then().body("way", equalTo(List.of("page")));
    }

    @Test
    void nothingIsTakenThatWasNotToldAndAMailThatIsLostIsNoReasonToHideForEver() {
        mailServerIsAway = true;
        for (int day = 150; day < 161; day++) {
            after(day);
        }
        assertThat(mails).isEmpty();
        as(BRUNO)
                .get("/api/upkeep/listings")
                .then()
                .body("contents.find { it.id == '" + id + "' }.next_step", equalTo("ageing"));
        becomes("fresh", () -> after(161)); // the twelfth try: now the page has told it
        becomes("fresh", () -> after(190));
        becomes("ageing", () -> after(191));
    }

    @Test
    void aListingThatPassesOnIsToldToWhoHasItNow() {
        UUID jrs = StableId.of("portugal", "organization", "jrs");
        mailServerIsAway = true;
        after(150);
        mailServerIsAway = false;
        database.call(handle ->
                handle.execute("update directory.service set organization_id = ? where id = ?::uuid", jrs, id));
        database.call(handle ->
                handle.execute("update directory.organization set email = 'jrs@example.org' where id = ?", jrs));
        after(151);
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.getTo()).containsExactly("jrs@example.org");
            assertThat(mail.getText()).contains("zarabatanas");
        });
    }

    @Test
    void aLookAtAServiceIsKeptWithWhatCameOfIt() {
        String path = "/api/upkeep/services/" + id + "/verifications";
        database.call(handle -> handle.createUpdate(
                        "update directory.service set assured_date = null, freshness = 'stale' where id = :id")
                .bind("id", UUID.fromString(id))
                .execute());
        as(ELISA)
                .body(Map.of("way", "phone", "outcome", "no_answer", "remark", "às segundas ninguém atende"))
                .post(path)
                .then()
                .statusCode(200);
        given().get("/api/services/" + id).then().body("assured_date", nullValue());
        as(ELISA)
                .body(Map.of("way", "phone", "outcome", "confirmed"))
                .post(path)
                .then()
                .statusCode(200);
        given().get("/api/services/" + id)
                .then()
                .body("assured_date", equalTo(LocalDate.now(Clock.systemUTC()).toString()))
                .body("assurer", equalTo("Equipa nacional"))
                .body("freshness", equalTo("fresh"));
        as(BRUNO)
                .get(path)
                .then()
                .statusCode(200)
                .body("outcome", equalTo(List.of("confirmed", "no_answer")))
                .body("role", equalTo(List.of(Role.NATIONAL_EDITOR, Role.NATIONAL_EDITOR)));
        as(STRANGER).get(path).then().statusCode(404);
        as(STRANGER)
                .body(Map.of("way", "phone", "outcome", "confirmed"))
                .post(path)
                .then()
                .statusCode(404);
        as(ELISA)
                .body(Map.of("way", "pigeon", "outcome", "confirmed"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("/way"));
    }
}
