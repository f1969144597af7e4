package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Small mistakes that somebody could make in a rule: another operator, a criterion or a code less, a threshold moved by the smallest step. */
final class Mutants {

    /** A pack with one mistake in one programme. */
    record Mutant(String programme, String what, JsonNode pack) {}

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("lt", "le"),
            Map.entry("le", "lt"),
            Map.entry("gt", "ge"),
            Map.entry("ge", "gt"),
            Map.entry("before", "onOrBefore"),
            Map.entry("onOrBefore", "before"),
            Map.entry("after", "onOrAfter"),
            Map.entry("onOrAfter", "after"),
            Map.entry("all", "any"),
            Map.entry("any", "all"));
    private static final List<String> STEPS = List.of("years", "months", "days");

    private final JsonNode pack;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(JsonNode pack) {
        this.pack = pack;
    }

    static List<Mutant> of(JsonNode pack) {
        Mutants all = new Mutants(pack);
        for (int i = 0; i < pack.get("programmes").size(); i++) {
            JsonNode programme = pack.at("/programmes/" + i);
            for (int v = 0; v < programme.get("versions").size(); v++) {
                String version = "/programmes/" + i + "/versions/" + v;
                for (String part : List.of("/when", "/until", "/notBefore")) {
                    all.walk(programme.get("id").textValue(), version + part);
                }
                all.moveBorders(programme.get("id").textValue(), version);
            }
        }
        return all.mutants;
    }

    private void walk(String programme, String at) {
        JsonNode node = pack.at(at);
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> mutate(programme, at, name));
            node.fieldNames().forEachRemaining(name -> walk(programme, at + "/" + name));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(programme, at + "/" + i);
            }
        }
    }

    private void mutate(String programme, String at, String name) {
        JsonNode value = pack.at(at + "/" + name);
        boolean several = value.isArray() && value.size() > 1;
        boolean connects = name.equals("all") || name.equals("any");
        if (OPERATORS.containsKey(name) && (!connects || several)) {
            change(programme, at + ": " + name + " → " + OPERATORS.get(name), at, object -> {
                object.set(OPERATORS.get(name), object.remove(name));
            });
        }
        if (connects && several) {
            for (int i = 0; i < value.size(); i++) {
                int dropped = i;
                change(
                        programme,
                        at + ": without part " + i,
                        at,
                        object -> ((ArrayNode) object.get(name)).remove(dropped));
            }
        }
        if (name.equals("is")) {
            change(
                    programme,
                    at + ": is → is not",
                    at,
                    object -> ((ArrayNode) object.get("is"))
                            .set(
                                    1,
                                    RuleFolder.JSON
                                            .getNodeFactory()
                                            .booleanNode(!value.get(1).booleanValue())));
        }
        if (name.equals("in")) {
            for (int i = 0; i < value.get(1).size() && value.get(1).size() > 1; i++) {
                int dropped = i;
                change(
                        programme,
                        at + ": without " + value.get(1).get(i),
                        at,
                        object -> ((ArrayNode) object.get("in").get(1)).remove(dropped));
            }
        }
        if (STEPS.contains(name)) {
            for (int step : new int[] {-1, 1}) {
                change(
                        programme,
                        at + ": " + name + " " + step,
                        at,
                        object -> object.put(name, value.intValue() + step));
            }
        }
        if (name.equals("times")) {
            for (int step : new int[] {-1, 1}) {
                change(
                        programme,
                        at + ": times " + step,
                        at,
                        object -> ((ArrayNode) object.get("times"))
                                .set(
                                        0,
                                        RuleFolder.JSON
                                                .getNodeFactory()
                                                .numberNode(value.get(0).intValue() + step)));
            }
        }
    }

    /** The day on which one version gives way to the next. */
    private void moveBorders(String programme, String version) {
        if (pack.at(version).has("to")) {
            String next = version.replaceFirst("\\d+$", "") + (Integer.parseInt(version.replaceFirst(".*/", "")) + 1);
            for (int step : new int[] {-1, 1}) {
                JsonNode copy = pack.deepCopy();
                move((ObjectNode) copy.at(version), "to", step);
                move((ObjectNode) copy.at(next), "from", step);
                mutants.add(new Mutant(programme, version + ": border " + step, copy));
            }
        }
    }

    private static void move(ObjectNode version, String name, int days) {
        version.put(
                name,
                LocalDate.parse(version.get(name).textValue()).plusDays(days).toString());
    }

    private void change(String programme, String what, String at, Consumer<ObjectNode> mistake) {
        JsonNode copy = pack.deepCopy();
        mistake.accept((ObjectNode) copy.at(at));
        mutants.add(new Mutant(programme, what, copy));
    }
}
