package org.balcao.eligibility.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.eligibility.engine.Expression;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;

/**
 * A rule as text in one language, for those who read a listing without evaluating anything.
 *
 * @param sentences all sentences of that language, by kind of id
 */
record RuleWords(JsonNode sentences) {

    /** Who qualifies: a line for each criterion, and first of all whether an authority has read the rule. */
    String conditions(Version version) {
        String heading = listing("draft".equals(version.status()) ? "draft" : "reviewed");
        Stream<Expression> parts =
                version.when() instanceof Expression.All all ? Arrays.stream(all.parts()) : Stream.of(version.when());
        return Stream.concat(Stream.of(heading), parts.map(part -> "– " + clause(part)))
                .collect(Collectors.joining("\n"));
    }

    private String clause(Expression part) {
        return switch (part) {
            case Expression.Criterion criterion -> sentence("criteria", criterion.id());
            case Expression.All all -> joined(all.parts(), " ");
            case Expression.Any any -> listing("any") + " " + joined(any.parts(), " / ");
            case Expression.Not not -> listing("unless") + " " + clause(not.part());
        };
    }

    private String joined(Expression[] parts, String between) {
        return Arrays.stream(parts).map(this::clause).distinct().collect(Collectors.joining(between));
    }

    /** A paper with those that do as well. */
    String paper(Item document) {
        return Stream.concat(Stream.of(document.id()), document.alternatives().stream())
                .map(id -> sentence("documents", id))
                .distinct()
                .collect(Collectors.joining(" " + listing("or") + " "));
    }

    String name(String programme) {
        return sentence("programmes", programme);
    }

    /** Papers that everybody needs. */
    static List<Item> papersForAll(Version version) {
        return version.documents().stream().filter(each -> each.when() == null).toList();
    }

    private String listing(String id) {
        return sentence("listing", id);
    }

    private String sentence(String group, String id) {
        return sentences.path(group).path(id).textValue();
    }
}
