package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.balcao.eligibility.engine.RulesOfPortugalTest.Example;

/** The folder in which the rules of a country are written, as a pack and as examples. */
record RuleFolder(ObjectNode json, List<Example> examples) {

    static final JsonMapper JSON = new JsonMapper();

    static RuleFolder ofPortugal() {
        Path folder = Path.of("..", "eligibility", "portugal");
        try {
            ObjectNode pack = JSON.createObjectNode().put("format", 1);
            for (String part : List.of("facts", "parameters", "definitions", "sources")) {
                pack.set(part, JSON.readTree(folder.resolve(part + ".json").toFile()));
            }
            List<Example> examples = new ArrayList<>();
            var programmes = pack.putArray("programmes");
            List<Path> rules;
            try (var files = Files.list(folder.resolve("rules"))) {
                rules = files.sorted().toList();
            }
            for (Path file : rules) {
                ObjectNode rule = (ObjectNode) JSON.readTree(file.toFile());
                String id = rule.get("id").textValue();
                JsonNode own = rule.remove("examples");
                own.forEach(each -> examples.add(
                        new Example(id, id + ": " + each.get("name").textValue(), each, each.get("expect"))));
                programmes.add(rule);
            }
            return new RuleFolder(pack, examples);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String pack() {
        return CanonicalJson.of(json);
    }
}
