package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.balcao.eligibility.engine.Expression.Criterion;

/** Reads the conditions of one rule, in a budget of nodes and depth: what a rule costs to evaluate is known when it is loaded. */
final class RuleReader {

    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 256;
    private static final int MOST_PARTS = 64;
    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_DAYS = 36_600;
    private static final int MONTHS = 12;
    private static final String[] TESTS = {
        "is", "in", "lt", "le", "gt", "ge", "eq", "onOrBefore", "onOrAfter", "before", "after", "within"
    };

    private final Map<String, Fact> facts;
    private final Map<String, Term.OfParameter> parameters;
    private final Map<String, At> definitions;
    private final Set<String> sources;
    private final List<Criterion> criteria = new ArrayList<>();
    private final Set<Integer> parameterDays = new TreeSet<>();
    private final Set<Integer> read = new TreeSet<>();
    private boolean timed;
    private int nodes;

    RuleReader(
            Map<String, Fact> facts,
            Map<String, Term.OfParameter> parameters,
            Map<String, At> definitions,
            Set<String> sources) {
        this.facts = facts;
        this.parameters = parameters;
        this.definitions = definitions;
        this.sources = sources;
    }

    List<Criterion> criteria() {
        return criteria;
    }

    /** The days on which an amount that is read here changes. */
    int[] parameterDays() {
        return parameterDays.stream().mapToInt(Integer::intValue).toArray();
    }

    Expression expression(At at) {
        return expression(at, 1, Verdict.YES, Set.of());
    }

    /**
     * @param met what counts as met here: no under a negation
     * @param within the definitions that this stands in
     */
    private Expression expression(At at, int depth, int met, Set<String> within) {
        if (depth > DEEPEST) {
            throw at.problem("lies deeper than " + DEEPEST);
        }
        spend(at);
        if (at.has("all")) {
            return new Expression.All(parts(at.object("all").get("all"), depth, met, within));
        }
        if (at.has("any")) {
            return new Expression.Any(parts(at.object("any").get("any"), depth, met, within));
        }
        if (at.has("not")) {
            return new Expression.Not(expression(at.object("not").get("not"), depth + 1, Verdict.not(met), within));
        }
        if (at.has("ref")) {
            return definition(at.object("ref").get("ref"), depth, met, within);
        }
        return criterion(at, met);
    }

    private void spend(At at) {
        if (++nodes > MOST_NODES) {
            throw at.problem("makes a rule of more than " + MOST_NODES + " nodes");
        }
    }

    private Expression[] parts(At at, int depth, int met, Set<String> within) {
        return at.list(1, MOST_PARTS, each -> expression(each, depth + 1, met, within))
                .toArray(Expression[]::new);
    }

    private Expression definition(At at, int depth, int met, Set<String> within) {
        String id = at.id();
        if (!definitions.containsKey(id)) {
            throw at.problem("is a definition that the pack does not have");
        }
        if (within.contains(id)) {
            throw at.problem("is defined by itself");
        }
        Set<String> deeper = new java.util.HashSet<>(within);
        deeper.add(id);
        return expression(definitions.get(id), depth + 1, met, deeper);
    }

    private Expression criterion(At at, int met) {
        List<String> names = new ArrayList<>(List.of("id", "cite", "confidence", "assessedBy?"));
        String test = null;
        for (String each : TESTS) {
            if (at.has(each)) {
                if (test != null) {
                    throw at.problem("tests two things");
                }
                test = each;
            }
        }
        if (test == null && !at.has("assessedBy")) {
            throw at.problem("is no condition");
        }
        if (test != null) {
            names.add(test);
        }
        at.object(names.toArray(String[]::new));
        String id = at.get("id").id();
        List<String> cite = at.get("cite").list(1, MOST_PARTS, each -> {
            String source = each.id();
            if (!sources.contains(source)) {
                throw each.problem("is a source that the pack does not have");
            }
            return source;
        });
        String confidence = at.get("confidence").oneOf("confirmed", "reported", "disputed");
        read.clear();
        timed = false;
        Test read = test == null ? null : test(test, at.get(test));
        Criterion criterion = new Criterion(
                criteria.size(),
                id,
                read,
                confidence,
                at.optional("assessedBy", At::id),
                cite,
                timed,
                met,
                List.copyOf(this.read));
        criteria.add(criterion);
        return criterion;
    }

    private Test test(String name, At at) {
        return switch (name) {
            case "is" -> {
                Fact fact = factOf(pair(at, 0), Fact.Kind.BOOL);
                yield new Test.CodeIn(fact.index(), pair(at, 1).bool() ? 1 : 2);
            }
            case "in" -> codes(at);
            case "lt" -> new Test.Less(number(pair(at, 0)), number(pair(at, 1)));
            case "le" -> new Test.AtMost(number(pair(at, 0)), number(pair(at, 1)));
            case "gt" -> new Test.Less(number(pair(at, 1)), number(pair(at, 0)));
            case "ge" -> new Test.AtMost(number(pair(at, 1)), number(pair(at, 0)));
            case "eq" -> new Test.Equal(number(pair(at, 0)), number(pair(at, 1)));
            case "before" -> new Test.Less(date(pair(at, 0)), date(pair(at, 1)));
            case "onOrBefore" -> new Test.AtMost(date(pair(at, 0)), date(pair(at, 1)));
            case "after" -> new Test.Less(date(pair(at, 1)), date(pair(at, 0)));
            case "onOrAfter" -> new Test.AtMost(date(pair(at, 1)), date(pair(at, 0)));
            default -> within(at);
        };
    }

    private static At pair(At at, int which) {
        JsonNode pair = at.node();
        if (!pair.isArray() || pair.size() != 2) {
            throw at.problem("is not a pair");
        }
        return new At(at.pointer() + "/" + which, pair.get(which));
    }

    private Test codes(At at) {
        Fact fact = factOf(pair(at, 0), Fact.Kind.CODE);
        int codes = 0;
        for (int code : pair(at, 1).list(1, PackReader.MOST_CODES, each -> {
            int index = fact.codes().indexOf(each.id());
            if (index < 0) {
                throw each.problem("is a code that " + fact.id() + " does not have");
            }
            return index;
        })) {
            codes |= 1 << code;
        }
        return new Test.CodeIn(fact.index(), codes);
    }

    Fact factOf(At at, Fact.Kind kind) {
        Fact fact = facts.get(at.id());
        if (fact == null || fact.kind() != kind) {
            throw at.problem("is not a fact of the kind " + kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        read.add(fact.index());
        return fact;
    }

    private Term number(At at) {
        spend(at);
        if (at.node().isNumber()) {
            return new Term.Constant(at.integer(-PackReader.LARGEST, PackReader.LARGEST));
        }
        if (at.has("fact")) {
            return new Term.OfFact(
                    factOf(at.object("fact").get("fact"), Fact.Kind.INT).index());
        }
        if (at.has("param")) {
            return parameter(at.object("param").get("param"));
        }
        At times = at.object("times").get("times");
        Term term = number(pair(times, 1));
        if (term instanceof Term.OfFact || term instanceof Term.Constant) {
            throw times.problem("multiplies something else than a parameter");
        }
        return new Term.Times(pair(times, 0).integer(0, PackReader.LARGEST), term);
    }

    private Term parameter(At at) {
        Term.OfParameter parameter = parameters.get(at.id());
        if (parameter == null) {
            throw at.problem("is a parameter that the pack does not have");
        }
        for (int day : parameter.from()) {
            parameterDays.add(day);
        }
        return parameter;
    }

    Term date(At at) {
        spend(at);
        if (at.node().isTextual()) {
            if (at.text().equals("asOf")) {
                timed = true;
                return new Term.AsOf();
            }
            return new Term.Constant(at.day());
        }
        if (at.has("fact")) {
            return new Term.OfFact(
                    factOf(at.object("fact").get("fact"), Fact.Kind.DATE).index());
        }
        At add = at.object("add").get("add").object("to", "years?", "months?", "days?", "overflow");
        boolean clamp = add.get("overflow").oneOf("clamp", "next").equals("clamp");
        Term term = date(add.get("to"));
        if (term instanceof Term.Later) {
            throw add.problem("adds to what was added to");
        }
        return new Term.Later(term, months(add), optional(add, "days", MOST_DAYS), clamp);
    }

    private static int months(At at) {
        return optional(at, "years", MOST_MONTHS / MONTHS) * MONTHS + optional(at, "months", MOST_MONTHS);
    }

    private static int optional(At at, String name, int most) {
        return at.has(name) ? (int) at.get(name).integer(-most, most) : 0;
    }

    private Test within(At at) {
        at.object("years?", "months?", "days?", "of");
        if (at.node().size() != 2) {
            throw at.problem("is not a period of years, months or days");
        }
        Term start = date(at.get("of"));
        if (start instanceof Term.Later) {
            throw at.problem("begins on a day that was added to");
        }
        timed = true;
        return new Test.Within(start, new Term.Later(start, months(at), optional(at, "days", MOST_DAYS), true));
    }
}
