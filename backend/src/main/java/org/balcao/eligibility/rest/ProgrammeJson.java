package org.balcao.eligibility.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.balcao.eligibility.engine.Assessment;
import org.balcao.eligibility.engine.Assessment.Span;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;
import org.balcao.eligibility.engine.Verdict;

/** Programmes and what their rules say of a person, as JSON with sentences. */
final class ProgrammeJson {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sentences.In sentences;

    ProgrammeJson(Sentences.In sentences) {
        this.sentences = sentences;
    }

    ObjectNode list(Pack pack) {
        ObjectNode list =
                JSON.createObjectNode().put("total_items", pack.programmes().size());
        ArrayNode contents = list.putArray("contents");
        pack.programmes().forEach(each -> contents.add(brief(each)));
        return list;
    }

    private ObjectNode brief(Programme programme) {
        return JSON.createObjectNode()
                .put("id", programme.id())
                .put("name", sentences.of("programmes", programme.id()))
                .put("description", sentences.of("gives", programme.id()))
                .put("kind", programme.kind())
                .put("decided_by", sentences.of("deciders", programme.decidedBy()))
                .put("language", sentences.language())
                .put("reviewed", sentences.reviewed());
    }

    /** With its rules as they are written in the pack. */
    ObjectNode whole(Programme programme, JsonNode written) {
        ObjectNode whole = brief(programme);
        whole.set("versions", written.get("versions"));
        return whole;
    }

    ObjectNode checked(Pack pack, String packId, int asOf, List<Assessment> all, Fact next) {
        ObjectNode checked =
                JSON.createObjectNode().put("as_of", Days.text(asOf)).put("pack", packId);
        ArrayNode outcomes = checked.putArray("outcomes");
        all.forEach(each -> outcomes.add(assessed(each)));
        if (next != null) {
            checked.set("next_question", question(next));
        }
        return checked;
    }

    private ObjectNode assessed(Assessment each) {
        ObjectNode json = JSON.createObjectNode()
                .put("programme", each.programme().id())
                .put("name", sentences.of("programmes", each.programme().id()))
                .put("outcome", each.outcome().word());
        addSpan(json, "day", each.day());
        addSpan(json, "apply_by", each.applyBy());
        json.put("decided_by", sentences.of("deciders", each.programme().decidedBy()));
        Version version = each.version();
        if (version != null) {
            json.put("status", version.status()).put("in_force_from", Days.text(version.from()));
            if (version.to() != Days.LAST) {
                json.put("in_force_to", Days.text(version.to()));
            }
            ArrayNode sources = json.putArray("sources");
            version.sources().forEach(sources::add);
        }
        ArrayNode criteria = json.putArray("criteria");
        for (Assessment.Judged judged : each.criteria()) {
            ObjectNode criterion = criteria.addObject()
                    .put("id", judged.id())
                    .put("text", sentences.of("criteria", judged.id()))
                    .put("verdict", Verdict.word(judged.verdict()))
                    .put("role", judged.role().name().toLowerCase(Locale.ROOT))
                    .put("confidence", judged.confidence());
            if (judged.assessedBy() != null) {
                criterion.put("assessed_by", sentences.of("deciders", judged.assessedBy()));
            }
            ArrayNode cite = criterion.putArray("cite");
            judged.cite().forEach(cite::add);
        }
        ArrayNode missing = json.putArray("missing");
        each.missing().forEach(fact -> missing.add(fact.id()));
        addItems(json.putArray("documents"), each.documents(), "documents");
        addItems(json.putArray("next"), each.next(), "steps");
        ArrayNode changes = json.putArray("changes");
        each.changes()
                .forEach(change -> changes.addObject()
                        .put("on", Days.text(change.on()))
                        .put("outcome", change.outcome().word()));
        return json;
    }

    private void addItems(ArrayNode to, List<Item> items, String group) {
        for (Item item : items) {
            ObjectNode json = to.addObject().put("id", item.id()).put("text", sentences.of(group, item.id()));
            if (!item.alternatives().isEmpty()) {
                ArrayNode alternatives = json.putArray("alternatives");
                item.alternatives()
                        .forEach(id -> alternatives.addObject().put("id", id).put("text", sentences.of(group, id)));
            }
        }
    }

    private ObjectNode question(Fact fact) {
        ObjectNode question = JSON.createObjectNode()
                .put("fact", fact.id())
                .put("text", sentences.of("facts", fact.id()))
                .put("type", fact.kind().name().toLowerCase(Locale.ROOT));
        if (fact.kind() == Fact.Kind.CODE) {
            ArrayNode choices = question.putArray("choices");
            fact.codes()
                    .forEach(code -> choices.addObject()
                            .put("code", code)
                            .put("text", sentences.of("codes", fact.id() + "." + code)));
        }
        return question;
    }

    private static void addSpan(ObjectNode json, String name, Span span) {
        if (span != null) {
            json.putObject(name).put("first", Days.text(span.first())).put("last", Days.text(span.last()));
        }
    }
}
