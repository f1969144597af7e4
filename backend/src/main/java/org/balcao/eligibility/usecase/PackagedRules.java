package org.balcao.eligibility.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.shared.StableId;
import org.balcao.shared.TextLanguages;

/** The rules that come with the program: the files of {@code eligibility/portugal}, put together. */
@ApplicationScoped
public class PackagedRules {

    private static final String STARTER_DATA = "portugal";
    private static final String FOLDER = "/eligibility/portugal/";
    private static final List<String> PARTS = List.of("facts", "parameters", "definitions", "sources");
    private static final JsonMapper JSON = new JsonMapper();

    private final String pack;
    private final Map<String, JsonNode> texts = new LinkedHashMap<>();
    private final Map<String, JsonNode> examples = new LinkedHashMap<>();

    PackagedRules() {
        ObjectNode all = JSON.createObjectNode().put("format", 1);
        PARTS.forEach(part -> all.set(part, file(part)));
        ArrayNode programmes = all.putArray("programmes");
        for (JsonNode id : file("programmes")) {
            ObjectNode rule = (ObjectNode) file("rules/" + id.textValue());
            examples.put(id.textValue(), rule.remove("examples"));
            rule.findParents("service")
                    .forEach(step -> ((ObjectNode) step).put("service", inDirectory(step.get("service"))));
            if (rule.get("services") instanceof ArrayNode services) {
                for (int i = 0; i < services.size(); i++) {
                    services.set(i, inDirectory(services.get(i)));
                }
            }
            programmes.add(rule);
        }
        this.pack = CanonicalJson.of(all);
        TextLanguages.OF_THE_PAGE.forEach(language -> texts.put(language, file("texts/" + language)));
    }

    /** The rules name a service as the starter data do; who reads the pack needs the id that the directory gave it. */
    private static String inDirectory(JsonNode service) {
        return StableId.of(STARTER_DATA, "service", service.textValue()).toString();
    }

    /** The pack in canonical JSON, in the order in which programmes are shown; examples are not in it. */
    public String pack() {
        return pack;
    }

    /** The sentences of all ids, by language; Portuguese is always there. */
    public Map<String, JsonNode> texts() {
        return Map.copyOf(texts);
    }

    /** What the rules have to say of made-up people, by programme: what they answer, the day, and what is expected. */
    Map<String, JsonNode> examples() {
        return Map.copyOf(examples);
    }

    /** Made-up people for whom the rules are walked through: what they answer, on which day, and what is expected. */
    JsonNode people() {
        return file("people");
    }

    private static JsonNode file(String name) {
        try (InputStream content = PackagedRules.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (content == null) {
                throw new IllegalStateException("There is no " + FOLDER + name + ".json");
            }
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
