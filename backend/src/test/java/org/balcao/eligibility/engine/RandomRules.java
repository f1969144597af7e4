package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Packs of rules and people that make no sense and are allowed all the same; the same ones for the same seed. */
final class RandomRules {

    private static final int FIRST = Days.of(1995, 1, 1);
    private static final int LAST = Days.of(2040, 12, 31);
    private static final List<String> COMPARED_NUMBERS = List.of("lt", "le", "gt", "ge", "eq");
    private static final List<String> COMPARED_DATES = List.of("onOrBefore", "onOrAfter", "before", "after");

    private final Random random;
    private int criteria;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    ObjectNode pack() {
        ObjectNode pack = object().put("format", 1);
        ArrayNode facts = pack.putArray("facts");
        for (String id : List.of("b1", "b2", "b3")) {
            facts.addObject().put("id", id).put("type", "bool").put("stage", 1 + random.nextInt(5));
        }
        facts.addObject().put("id", "c1").put("type", "code").put("stage", 2).set("codes", codes(3));
        facts.addObject()
                .put("id", "c2")
                .put("type", "code")
                .put("stage", random.nextInt(3))
                .set("codes", codes(32));
        for (String id : List.of("d1", "d2", "d3")) {
            facts.addObject().put("id", id).put("type", "date").put("stage", 3);
        }
        for (String id : List.of("n1", "n2")) {
            facts.addObject()
                    .put("id", id)
                    .put("type", "int")
                    .put("least", -100)
                    .put("most", 100_000)
                    .put("stage", 5);
        }
        pack.putObject("sources")
                .putObject("s")
                .put("url", "https://example.org/")
                .put("title", "Invented")
                .put("kind", "law")
                .put("seenOn", "2026-01-01");
        ArrayNode amounts = pack.putObject("parameters").putArray("p");
        amounts.addObject().put("from", "2010-01-01").put("value", 300).put("source", "s");
        amounts.addObject().put("from", "2020-01-01");
        amounts.addObject()
                .put("from", "2024-01-01")
                .put("value", 1 + random.nextInt(1000))
                .put("source", "s");
        pack.putObject("definitions").set("shared", expression(2, false));
        ArrayNode programmes = pack.putArray("programmes");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            programmes.add(programme("r" + i));
        }
        return pack;
    }

    private static ObjectNode object() {
        return RuleFolder.JSON.createObjectNode();
    }

    private static ArrayNode codes(int count) {
        ArrayNode codes = RuleFolder.JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            codes.add("k" + i);
        }
        return codes;
    }

    private ObjectNode programme(String id) {
        ObjectNode programme = object().put("id", id).put("kind", "status").put("decidedBy", "nobody");
        ArrayNode versions = programme.putArray("versions");
        String anchor = random.nextInt(3) > 0 ? "asOf" : date();
        if (random.nextInt(3) == 0) {
            int border = day();
            versions.add(version(anchor, Days.text(Days.of(1990, 1, 1)), Days.text(border)));
            versions.add(version(anchor, Days.text(border + 1), null));
        } else {
            versions.add(version(anchor, random.nextBoolean() ? "1990-01-01" : Days.text(day()), null));
        }
        return programme;
    }

    private ObjectNode version(String anchor, String from, String to) {
        ObjectNode version = object().put("from", from).put("fromBasis", "law").put("anchor", anchor);
        if (to != null) {
            version.put("to", to);
        }
        version.put("status", "draft").put("reviewAgainBy", "2030-01-01");
        version.putArray("sources").add("s");
        version.set("when", expression(1 + random.nextInt(4), true));
        for (String part : List.of("until", "notBefore", "applyBy")) {
            if (random.nextInt(3) == 0) {
                version.set(part, dateTerm());
            }
        }
        if (random.nextInt(3) == 0) {
            version.putArray("documents").addObject().put("id", "paper").set("if", criterion());
            version.putArray("next").addObject().put("id", "step").put("service", "somewhere");
        }
        return version;
    }

    private JsonNode expression(int depth, boolean refers) {
        int kind = depth <= 1 ? 9 : random.nextInt(10);
        if (kind < 5) {
            ObjectNode node = object();
            ArrayNode parts = node.putArray(kind < 3 ? "all" : "any");
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                parts.add(expression(depth - 1, refers));
            }
            return node;
        }
        if (kind == 5) {
            return object().set("not", expression(depth - 1, refers));
        }
        return kind == 6 && refers ? object().put("ref", "shared") : criterion();
    }

    private ObjectNode criterion() {
        ObjectNode criterion = object().put("id", "x" + criteria++);
        criterion.putArray("cite").add("s");
        criterion.put("confidence", random.nextInt(6) == 0 ? "disputed" : "confirmed");
        boolean assessed = random.nextInt(8) == 0;
        if (assessed) {
            criterion.put("assessedBy", "somebody");
        }
        if (!assessed || random.nextBoolean()) {
            addTest(criterion);
        }
        return criterion;
    }

    private void addTest(ObjectNode criterion) {
        switch (random.nextInt(6)) {
            case 0 ->
                criterion.putArray("is").add("b" + (1 + random.nextInt(3))).add(random.nextBoolean());
            case 1 -> {
                boolean few = random.nextBoolean();
                ArrayNode in = criterion.putArray("in").add(few ? "c1" : "c2");
                ArrayNode codes = in.addArray();
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    codes.add("k" + random.nextInt(few ? 3 : 32));
                }
            }
            case 2 ->
                criterion
                        .putArray(COMPARED_NUMBERS.get(random.nextInt(COMPARED_NUMBERS.size())))
                        .add(number())
                        .add(number());
            case 3, 4 ->
                criterion
                        .putArray(COMPARED_DATES.get(random.nextInt(COMPARED_DATES.size())))
                        .add(dateTerm())
                        .add(dateTerm());
            default -> {
                String unit = List.of("years", "months", "days").get(random.nextInt(3));
                criterion.putObject("within").put(unit, random.nextInt(40)).set("of", simpleDate());
            }
        }
    }

    private JsonNode number() {
        return switch (random.nextInt(4)) {
            case 0 -> RuleFolder.JSON.getNodeFactory().numberNode(random.nextInt(2000) - 100);
            case 1 -> object().put("param", "p");
            case 2 -> {
                ObjectNode times = object();
                times.putArray("times").add(random.nextInt(100)).add(object().put("param", "p"));
                yield times;
            }
            default -> object().put("fact", "n" + (1 + random.nextInt(2)));
        };
    }

    private JsonNode dateTerm() {
        if (random.nextInt(2) == 0) {
            return simpleDate();
        }
        ObjectNode add = object();
        ObjectNode inner = add.putObject("add");
        inner.set("to", simpleDate());
        inner.put(List.of("years", "months", "days").get(random.nextInt(3)), random.nextInt(50) - 15);
        inner.put("overflow", random.nextBoolean() ? "clamp" : "next");
        return add;
    }

    private JsonNode simpleDate() {
        return switch (random.nextInt(4)) {
            case 0 -> RuleFolder.JSON.getNodeFactory().textNode(Days.text(day()));
            case 1 -> RuleFolder.JSON.getNodeFactory().textNode("asOf");
            default -> object().put("fact", date());
        };
    }

    private String date() {
        return "d" + (1 + random.nextInt(3));
    }

    /** More often than by chance a day at the end of a month. */
    int day() {
        int day = FIRST + random.nextInt(LAST - FIRST);
        int civil = Days.civil(day);
        int year = civil / 10_000;
        int month = civil / 100 % 100;
        return random.nextInt(3) > 0
                ? day
                : Days.of(year, month, Days.length(year, month)) - random.nextInt(3) + random.nextInt(2);
    }

    ObjectNode person() {
        ObjectNode person = object();
        for (String id : List.of("b1", "b2", "b3")) {
            if (random.nextInt(3) > 0) {
                person.put(id, random.nextBoolean());
            }
        }
        for (String id : List.of("c1", "c2")) {
            int most = id.equals("c1") ? 3 : 32;
            switch (random.nextInt(3)) {
                case 0 -> person.put(id, "k" + random.nextInt(most));
                case 1 -> person.putArray(id).add("k" + random.nextInt(most)).add("k" + random.nextInt(most));
                default -> {}
            }
        }
        for (String id : List.of("d1", "d2", "d3")) {
            String day = Days.text(day());
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> person.put(id, day.substring(0, 4));
                case 2 -> person.put(id, day.substring(0, 7));
                default -> person.put(id, day);
            }
        }
        for (String id : List.of("n1", "n2")) {
            int number = random.nextInt(2000) - 100;
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> person.putObject(id).put("least", number);
                case 2 -> person.putObject(id).put("least", number).put("most", number + random.nextInt(500));
                default -> person.put(id, number);
            }
        }
        return person;
    }
}
