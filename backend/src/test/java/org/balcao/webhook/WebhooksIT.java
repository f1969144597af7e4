package org.balcao.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.google.crypto.tink.subtle.Ed25519Verify;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.balcao.access.NationalTeam;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.fixture.Stranger;
import org.balcao.fixture.Stranger.Request;
import org.balcao.shared.StableId;
import org.balcao.webhook.usecase.SendWebhooks;
import org.junit.jupiter.api.Test;

/** Whoever asked for it is told of each change once by its id, however badly their server behaves. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class WebhooksIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String NATIONAL = Token.of(Role.NATIONAL_EDITOR, null);
    private static final int TRIES = 10;

    @Inject
    SendWebhooks sendWebhooks;

    @Inject
    AgroalDataSource database;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String webhook(String url, String... types) {
        return as(NATIONAL)
                .body(Map.of("url", url, "types", List.of(types)))
                .post("/api/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath messages(String id) {
        return as(NATIONAL).get("/api/webhooks/" + id + "/messages").jsonPath();
    }

    /** Changes one organization of the directory by delivering it. */
    private static void change(String id, String name) {
        NationalTeam.source("w", Map.of("name", "w", "publishes_others", true));
        as(NATIONAL)
                .body(Map.of("name", name, "description", "Inventada"))
                .put("/api/sources/w/organizations/" + id)
                .then()
                .statusCode(200);
    }

    private void sql(String statement) throws Exception {
        try (var connection = database.getConnection();
                var each = connection.createStatement()) {
            each.executeUpdate(statement);
        }
    }

    /** As if the time until the next try were over. */
    private void later() throws Exception {
        sql("update sync.webhook set paused_until = null");
        sql("update sync.webhook_message set next_at = now() - interval '1 second' where state = 'waiting'");
        sendWebhooks.work();
    }

    private static boolean isSigned(Request request) throws Exception {
        List<String> keys = given().get("/api/webhooks/keys").path("keys");
        String signed = request.headers().get("webhook-id") + "."
                + request.headers().get("webhook-timestamp") + "." + request.body();
        for (String signature : request.headers().get("webhook-signature").split(" ")) {
            assertThat(signature).startsWith("v1a,");
            byte[] key = Base64.getDecoder().decode(keys.getFirst().substring("whpk_".length()));
            new Ed25519Verify(key)
                    .verify(
                            Base64.getDecoder().decode(signature.substring("v1a,".length())),
                            signed.getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    @Test
    void eachChangeIsToldOnceByItsIdOrParked() throws Exception {
        try (Stranger stranger = new Stranger()) {
            AtomicInteger asked = new AtomicInteger();
            String well = webhook(stranger.on("/well", Stranger.status(204)), "organization");
            String deaf = webhook(stranger.on("/services-only", Stranger.status(204)), "service");
            String mends = webhook(
                    stranger.on(
                            "/mends",
                            exchange -> Stranger.status(asked.getAndIncrement() < 2 ? 500 : 200)
                                    .answer(exchange)),
                    "organization");
            String resets = webhook(stranger.rude(false), "organization");
            String hangs = webhook(stranger.rude(true), "organization");
            String elsewhere =
                    webhook(stranger.on("/elsewhere", Stranger.redirect(stranger.url("/well"))), "organization");
            as(NATIONAL)
                    .body(Map.of("url", "https://127.0.0.1/", "types", List.of("organization")))
                    .post("/api/webhooks")
                    .then()
                    .statusCode(422);
            // as if its name led elsewhere since it was saved
            String inside = webhook("https://inside.invalid/", "organization");
            sql("update sync.webhook set url = 'https://127.0.0.1/' where id = '" + inside + "'");
            String gone = webhook(stranger.on("/gone", Stranger.status(410)), "organization");
            String busy = webhook(
                    stranger.on("/busy", exchange -> {
                        exchange.getResponseHeaders().add("Retry-After", "7200");
                        exchange.sendResponseHeaders(503, -1);
                    }),
                    "organization");
            change("told", "Contada");
            change("told-too", "Contada também");
            sendWebhooks.work();

            List<Request> received = stranger.requests("/well");
            assertThat(received)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(isSigned(each)).isTrue());
            JsonPath event = JsonPath.from(received.getFirst().body());
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("type")).isEqualTo("org.balcao.organization.created");
            assertThat(event.getString("id"))
                    .isEqualTo(received.getFirst().headers().get("webhook-id"));
            given().get("/api/organizations/" + event.getString("data.id"))
                    .then()
                    .statusCode(200);
            assertThat(stranger.requests("/services-only")).isEmpty();
            assertThat(messages(well).getList("state")).containsOnly("delivered");
            assertThat(messages(deaf).getList("")).isEmpty();
            assertThat(messages(gone).getList("state")).contains("parked");
            as(NATIONAL)
                    .get("/api/webhooks")
                    .then()
                    .body("find { it.id == '" + gone + "' }.off_because", equalTo("gone"))
                    .body("find { it.id == '" + gone + "' }.active", equalTo(false))
                    .body("find { it.id == '" + mends + "' }.active", equalTo(true));
            assertThat(messages(busy).getString("find { it.tries == 1 }.next_at"))
                    .as("not before it asks for it")
                    .isGreaterThan(java.time.Instant.now().plusSeconds(7000).toString());
            for (Map.Entry<String, String> each : Map.of(
                            resets,
                            "not_reachable",
                            hangs,
                            "too_slow",
                            elsewhere,
                            "refused",
                            inside,
                            "address_not_public",
                            mends,
                            "refused")
                    .entrySet()) {
                assertThat(messages(each.getKey()).getList("findAll { it.tries > 0 }.problem"))
                        .as(each.getValue())
                        .isNotEmpty()
                        .containsOnly(each.getValue());
            }

            sql("delete from sync.webhook where id = '" + hangs + "'");
            for (int i = 1; i < TRIES; i++) {
                later();
            }
            assertThat(messages(mends).getList("state")).containsOnly("delivered");
            Set<String> ids = stranger.requests("/mends").stream()
                    .map(each -> each.headers().get("webhook-id"))
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(2);
            assertThat(stranger.requests("/mends"))
                    .as("two went wrong, two were taken")
                    .hasSize(4);
            for (String never : List.of(resets, elsewhere, inside)) {
                assertThat(messages(never).getList("state")).containsOnly("parked");
                assertThat(messages(never).getList("tries")).containsOnly(TRIES);
            }
            assertThat(stranger.requests("/well"))
                    .as("a redirect is not followed")
                    .hasSize(2);

            long before = messages(well).getLong("[-1].seq") - 1;
            as(NATIONAL)
                    .body(Map.of("after", before))
                    .post("/api/webhooks/" + well + "/replays")
                    .then()
                    .statusCode(200)
                    .body("messages", equalTo(2));
            sendWebhooks.work();
            assertThat(stranger.requests("/well").stream()
                            .map(each -> each.headers().get("webhook-id"))
                            .toList())
                    .as("the same ids again")
                    .hasSize(4)
                    .allMatch(ids::contains);
            sendWebhooks.work();
            assertThat(stranger.requests("/well")).hasSize(4);

            sql("update sync.webhook set failing_since = now() - interval '6 days' where id = '" + resets + "'");
            change("told", "Contada outra vez");
            later();
            as(NATIONAL)
                    .get("/api/webhooks")
                    .then()
                    .body("find { it.id == '" + resets + "' }.off_because", equalTo("failing"));
            int sent = messages(resets).getList("").size();
            change("told", "Contada uma vez mais");
            later();
            assertThat(messages(resets).getList("")).as("it waits").hasSize(sent);
            as(NATIONAL)
                    .body(Map.of("url", stranger.url("/well")))
                    .put("/api/webhooks/" + resets)
                    .then()
                    .statusCode(200);
            sendWebhooks.work();
            assertThat(messages(resets).getList("state"))
                    .as("and goes on where it stopped")
                    .hasSize(sent + 1);
        }
    }

    @Test
    void tryingAndWhatIsRefused() throws Exception {
        try (Stranger stranger = new Stranger()) {
            String id = webhook(stranger.on("/try", Stranger.status(200)));
            as(NATIONAL)
                    .post("/api/webhooks/" + id + "/tests")
                    .then()
                    .body("good", equalTo(true))
                    .body("status", equalTo(200));
            assertThat(isSigned(stranger.requests("/try").getFirst())).isTrue();
            as(Token.of(Role.PARTNER_EDITOR, CPR))
                    .post("/api/webhooks/" + id + "/tests")
                    .then()
                    .statusCode(404);
            as(Token.of(Role.PARTNER_EDITOR, CPR)).get("/api/webhooks").then().body("", equalTo(List.of()));
            as(Token.of(Role.PARTNER_CLIENT, CPR)).get("/api/webhooks").then().statusCode(403);
            for (String wrong : List.of("ftp://example.org/", "https://me@example.org/", "javascript:alert(1)", "")) {
                as(NATIONAL)
                        .body(Map.of("url", wrong))
                        .post("/api/webhooks")
                        .then()
                        .statusCode(422)
                        .body("errors.field", hasItem("/url"));
            }
            as(NATIONAL)
                    .body(Map.of("url", "https://example.org/", "types", List.of("people")))
                    .post("/api/webhooks")
                    .then()
                    .statusCode(422)
                    .body("errors.field", hasItem("/types"));
            as(NATIONAL)
                    .body(Map.of("after", -1))
                    .post("/api/webhooks/" + id + "/replays")
                    .then()
                    .statusCode(422);
            as(NATIONAL).delete("/api/webhooks/" + id).then().statusCode(204);
            as(NATIONAL).delete("/api/webhooks/" + id).then().statusCode(404);
        }
    }
}
