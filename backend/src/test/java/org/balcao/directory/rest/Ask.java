package org.balcao.directory.rest;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** Asks the running API as a reader would. */
final class Ask {

    private static final JsonMapper JSON = new JsonMapper();

    private Ask() {}

    static Response get(String path) {
        return given().urlEncodingEnabled(false).get("/api" + path);
    }

    static JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(Response answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return parsed(answer.asString());
    }

    static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    /** Every record of a list, page by page. */
    static List<JsonNode> everyPage(String path, int perPage) {
        List<JsonNode> all = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        for (int page = 1; ; page++) {
            JsonNode answer = json(path + separator + "per_page=" + perPage + "&page=" + page);
            answer.get("contents").forEach(all::add);
            if (answer.get("last_page").asBoolean()) {
                return all;
            }
        }
    }

    static List<JsonNode> contents(String path) {
        List<JsonNode> all = new ArrayList<>();
        json(path).get("contents").forEach(all::add);
        return all;
    }

    static List<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> record.get("id").asText()).toList();
    }
}
