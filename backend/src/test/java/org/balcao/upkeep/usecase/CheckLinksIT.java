package org.balcao.upkeep.usecase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.fixture.PartnersDatabase;
import org.balcao.fixture.PgResource;
import org.balcao.fixture.Stranger;
import org.balcao.shared.StableId;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that listings name: dead is what three days in a row was not there, while others were. */
@QuarkusTest
@TestProfile(PartnersDatabase.class)
@QuarkusTestResource(PgResource.class)
class CheckLinksIT {
    private static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    private static final String BRUNO = Token.of("bruno", Role.PARTNER_EDITOR, CPR);
    private static final String STRANGER = Token.of("stranger", Role.PARTNER_EDITOR, UUID.randomUUID());

    @Inject
    SyncDatabase database;

    @Inject
    Links links;

    @Inject
    CheckLinks asConfigured;

    private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** A source of CPR's, and no link that is due but those of the test. */
    @BeforeEach
    void nothingIsDue() {
        given().auth()
                .oauth2(BRUNO)
                .contentType("application/json")
                .body(Map.of("name", "Ligações"))
                .put("/api/sources/links")
                .then()
                .statusCode(200);
        database.call(handle -> {
            links.follow(handle, now);
            return handle.execute("update sync.link set next_at = '2200-01-01', checked_at = null, status = null");
        });
    }

    private void look() {
        new CheckLinks(
                        database,
                        links,
                        Clock.fixed(now, ZoneOffset.UTC),
                        Optional.of(List.of(Stranger.ADDRESS + "/32", PartnersDatabase.OF_PARTNERS_ONLY + "/32")))
                .look();
    }

    private void day() {
        now = now.plus(25, ChronoUnit.HOURS);
        // the real addresses of the starter data stay out of it
        database.call(handle -> handle.execute(
                "update sync.link set next_at = '2200-01-01' where host not like '127.%' and host <> 'localhost'"));
        // servers are asked one address a round
        for (int round = 0; round < 8; round++) {
            look();
        }
    }

    /** A listing with an address of this machine, which no delivery may say: as if the name of a public server led here. */
    private String listed(String url) {
        String id = given().auth()
                .oauth2(BRUNO)
                .contentType("application/json")
                .body(Map.of("name", "Ligação", "status", "active"))
                .put("/api/sources/links/services/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .extract()
                .path("record_id");
        database.call(handle -> handle.execute("update directory.service set url = ? where id = ?::uuid", url, id));
        return id;
    }

    private static ValidatableResponse dead(String token) {
        return given().auth().oauth2(token).get("/api/upkeep/dead-links").then().statusCode(200);
    }

    private List<String> deadNow() {
        return database.call(handle -> links.dead(handle, CPR, 3, now.minus(2, ChronoUnit.DAYS), 50).stream()
                .map(each -> each.recordId().toString())
                .toList());
    }

    private int fails(String url) {
        return database.call(handle -> handle.createQuery("select fails from sync.link where url = :url")
                .bind("url", url)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void deadIsWhatIsNotThereOnThreeDays() throws Exception {
        try (Stranger stranger = new Stranger()) {
            String gone = listed(stranger.on("/gone", Stranger.status(410)));
            listed(stranger.on("/well", Stranger.text("hello")));
            listed(stranger.on("/no-programs", Stranger.status(403)));
            listed(stranger.on("/trouble", Stranger.status(500)));
            // a server of its own, of which nobody is at home
            String silent = listed("http://127.0.0.3:9/");
            day();
            assertThat(stranger.requests("/well")).hasSize(1);
            assertThat(stranger.requests("/well").getFirst().headers().get("user-agent"))
                    .startsWith("Balcao/");
            dead(BRUNO).body("$", hasSize(0));
            day();
            dead(BRUNO).body("$", hasSize(0));
            day();
            assertThat(stranger.requests("/well")).hasSize(1);
            assertThat(stranger.requests("/gone")).hasSize(3);
            now = now.plus(1, ChronoUnit.HOURS);
            assertThat(deadNow()).containsExactlyInAnyOrder(gone, silent);
            // it is there again
            stranger.on("/gone", Stranger.text("back"));
            day();
            assertThat(deadNow()).containsExactly(silent);
            database.call(handle ->
                    handle.execute("update sync.link set failing_since = failing_since - interval '30 days'"));
            dead(BRUNO).body("record_id", equalTo(List.of(silent))).body("type", equalTo(List.of("services")));
            dead(STRANGER).body("$", hasSize(0));
        }
    }

    @Test
    void serversOfOurOwnHouseAreNotAskedForWhatAListingNames() throws Exception {
        try (Stranger stranger = new Stranger()) {
            String url = stranger.on("/inside", Stranger.status(410));
            listed(url);
            asConfigured.look();
            assertThat(stranger.requests("/inside")).isEmpty();
            assertThat(fails(url)).isZero();
        }
    }

    @Test
    void whenNobodyAnswersItIsUs() {
        String url = "http://127.0.0.3:11/";
        listed(url);
        for (int days = 0; days < 5; days++) {
            day();
        }
        assertThat(fails(url)).isZero();
    }
}
