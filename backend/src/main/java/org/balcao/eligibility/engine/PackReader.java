package org.balcao.eligibility.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;

/**
 * Reads a pack of rules, as the schema in {@code eligibility/pack.schema.json} has it, and checks all that the schema cannot say. A
 * pack that is wrong anywhere is refused as a whole.
 */
public final class PackReader {

    /** The largest whole number that JavaScript has exactly. */
    static final long LARGEST = (1L << 53) - 1;

    /** The longest text of a pack, in UTF-16 units. */
    public static final int LONGEST = 1_000_000;

    static final int MOST_RULES = 2_000;
    static final int MOST_CODES = 32;

    private static final int DEEPEST_JSON = 64;
    private static final int MOST_FACTS = 128;
    private static final int MOST_VALUES = 100;
    private static final int MOST_SOURCES = 2_000;
    private static final int MOST_ITEMS = 32;
    private static final int MOST_VERSIONS = 32;
    private static final int LAST_STAGE = 5;

    private static final JsonMapper JSON = StrictJson.nestedAtMost(DEEPEST_JSON);

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Term.OfParameter> parameters = new LinkedHashMap<>();
    private final Map<String, At> definitions = new LinkedHashMap<>();
    private final Set<String> sources = new HashSet<>();

    private PackReader() {}

    /** @throws PackException if anything in it is not as it has to be */
    public static Pack read(String text) {
        if (text.length() > LONGEST) {
            throw new PackException("", "is longer than %d characters".formatted(LONGEST));
        }
        try {
            JsonNode json = JSON.readTree(text);
            return new PackReader().read(new At("", json));
        } catch (JsonProcessingException broken) {
            throw new PackException("", "is not JSON as packs are written: " + broken.getOriginalMessage());
        }
    }

    private Pack read(At pack) {
        pack.object("format", "facts", "parameters", "definitions", "sources", "programmes");
        pack.get("format").integer(1, 1);
        pack.get("facts").list(1, MOST_FACTS, this::fact);
        sources.addAll(pack.get("sources").map(MOST_SOURCES, PackReader::source).keySet());
        parameters.putAll(pack.get("parameters").map(MOST_VALUES, this::parameter));
        definitions.putAll(pack.get("definitions").map(MOST_VALUES, at -> at));
        definitions.values().forEach(each -> new RuleReader(facts, parameters, definitions, sources).expression(each));
        List<Programme> programmes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        pack.get("programmes").list(0, MOST_RULES, each -> {
            Programme programme = programme(each, programmes.size());
            if (!ids.add(programme.id())) {
                throw each.problem("has the id of another");
            }
            return programmes.add(programme);
        });
        return new Pack(List.copyOf(facts.values()), programmes, facts);
    }

    private boolean fact(At at) {
        at.object("id", "type", "codes?", "least?", "most?", "stage", "sensitive?");
        String id = at.get("id").id();
        Fact.Kind kind = Fact.Kind.valueOf(
                at.get("type").oneOf("bool", "code", "date", "int").toUpperCase(java.util.Locale.ROOT));
        if (at.has("codes") != (kind == Fact.Kind.CODE) || at.has("least") != (kind == Fact.Kind.INT)) {
            throw at.problem("has codes if and only if it is a code, least and most if and only if it is an int");
        }
        List<String> codes = kind == Fact.Kind.CODE
                ? at.get("codes").list(2, MOST_CODES, At::id)
                : kind == Fact.Kind.BOOL ? Fact.YES_NO : List.of();
        if (Set.copyOf(codes).size() != codes.size()) {
            throw at.problem("has a code twice");
        }
        long least = kind == Fact.Kind.INT ? at.get("least").integer(-LARGEST, LARGEST) : Days.FIRST;
        long most = kind == Fact.Kind.INT ? at.get("most").integer(least, LARGEST) : Days.LAST;
        int stage = (int) at.get("stage").integer(0, LAST_STAGE);
        boolean sensitive = at.has("sensitive") && at.get("sensitive").bool();
        if (facts.putIfAbsent(id, new Fact(facts.size(), id, kind, codes, least, most, stage, sensitive)) != null) {
            throw at.problem("has the id of another");
        }
        return true;
    }

    private static String source(At at) {
        at.object("url", "title", "kind", "seenOn");
        at.get("title").text();
        at.get("kind").oneOf("law", "authority", "ngo", "press");
        at.get("seenOn").day();
        String url = at.get("url").text();
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw at.get("url").problem("is not a web address");
        }
        return url;
    }

    private Term.OfParameter parameter(At at) {
        List<int[]> days = new ArrayList<>();
        List<Long> values = at.list(1, MOST_VALUES, each -> {
            each.object("from", "value?", "source?");
            if (each.has("value") != each.has("source")) {
                throw each.problem("has a value without a source, or a source without a value");
            }
            int from = each.get("from").day();
            if (!days.isEmpty() && days.getLast()[0] >= from) {
                throw each.problem("does not come after the value before it");
            }
            days.add(new int[] {from});
            each.optional("source", source -> known(source, sources, "source"));
            return each.has("value") ? each.get("value").integer(1, LARGEST) : Term.OfParameter.NOT_FOUND;
        });
        return new Term.OfParameter(
                days.stream().mapToInt(each -> each[0]).toArray(),
                values.stream().mapToLong(Long::longValue).toArray());
    }

    private static String known(At at, Set<String> all, String what) {
        String id = at.id();
        if (!all.contains(id)) {
            throw at.problem("is a " + what + " that the pack does not have");
        }
        return id;
    }

    private Programme programme(At at, int index) {
        at.object("id", "kind", "decidedBy", "services?", "versions");
        String id = at.get("id").id();
        String kind = at.get("kind").oneOf("entitlement", "service", "procedure", "status");
        List<Version> versions = new ArrayList<>();
        at.get("versions").list(1, MOST_VERSIONS, each -> {
            Version version = version(each);
            if (!versions.isEmpty()) {
                Version before = versions.getLast();
                if (before.to() + 1 != version.from() || before.anchor() != version.anchor()) {
                    throw each.problem("leaves a gap after the version before it, overlaps it, or has another anchor");
                }
            }
            return versions.add(version);
        });
        List<String> services = at.has("services") ? at.get("services").list(1, MOST_ITEMS, At::record) : List.of();
        return new Programme(index, id, kind, at.get("decidedBy").id(), services, versions);
    }

    private Version version(At at) {
        at.object(
                "from",
                "fromBasis",
                "to?",
                "anchor",
                "status",
                "reviewedBy?",
                "reviewedOn?",
                "reviewAgainBy",
                "sources",
                "when",
                "until?",
                "notBefore?",
                "applyBy?",
                "documents?",
                "next?");
        int from = at.get("from").day();
        int to = at.has("to") ? at.get("to").day() : Days.LAST;
        if (to < from) {
            throw at.problem("ends before it begins");
        }
        at.get("fromBasis").oneOf("law", "first-seen");
        String status = at.get("status").oneOf("draft", "reviewed", "published", "withdrawn");
        boolean draft = status.equals("draft");
        if (draft == at.has("reviewedBy") || draft == at.has("reviewedOn")) {
            throw at.problem("names who reviewed it and when if and only if it is not a draft");
        }
        at.optional("reviewedBy", At::text);
        at.optional("reviewedOn", At::day);
        at.get("reviewAgainBy").day();
        RuleReader rule = new RuleReader(facts, parameters, definitions, sources);
        Expression when = rule.expression(at.get("when"));
        RuleReader items = new RuleReader(facts, parameters, definitions, sources);
        return new Version(
                from,
                to,
                at.get("anchor").text().equals("asOf")
                        ? -1
                        : items.factOf(at.get("anchor"), Fact.Kind.DATE).index(),
                status,
                when,
                at.optional("until", items::date),
                at.optional("notBefore", items::date),
                at.optional("applyBy", items::date),
                rule.criteria(),
                rule.criteria().stream().anyMatch(Expression.Criterion::isDisputed),
                at.has("documents")
                        ? at.get("documents").list(0, MOST_ITEMS, each -> document(each, items))
                        : List.of(),
                at.has("next") ? at.get("next").list(0, MOST_ITEMS, each -> step(each, items)) : List.of(),
                at.get("sources").list(1, MOST_ITEMS, each -> known(each, sources, "source")),
                rule.parameterDays());
    }

    private static Item document(At at, RuleReader reader) {
        at.object("id", "if?", "alternatives?");
        return new Item(
                at.get("id").id(),
                at.optional("if", reader::expression),
                at.has("alternatives") ? at.get("alternatives").list(1, MOST_ITEMS, At::id) : List.of(),
                null);
    }

    private static Item step(At at, RuleReader reader) {
        at.object("id", "if?", "service?");
        return new Item(
                at.get("id").id(),
                at.optional("if", reader::expression),
                List.of(),
                at.optional("service", At::record));
    }
}
