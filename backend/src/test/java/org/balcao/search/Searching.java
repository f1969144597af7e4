package org.balcao.search;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.balcao.search.store.CaughtUp;

/** Asks the search as a reader would, and waits for what is not there at once. */
public final class Searching {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Searching() {}

    static JsonNode search(String words) {
        return json(
                given().queryParam("search", words).queryParam("lang", "en,pt").get("/api/services"));
    }

    static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.asString(), unreadable);
        }
    }

    /** Until the index answers, and not PostgreSQL, with all that other tests changed. */
    public static void awaitIndex() {
        await(CaughtUp::now);
    }

    /** Until something holds. */
    public static void await(BooleanSupplier fact) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
