package org.balcao.eligibility.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.balcao.eligibility.engine.Assessment;
import org.balcao.eligibility.engine.Assessment.Judged;
import org.balcao.eligibility.engine.Assessment.Span;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;
import org.balcao.eligibility.engine.Verdict;
import org.balcao.eligibility.rest.EligibilityViews.AnswerView;
import org.balcao.eligibility.rest.EligibilityViews.ChangeView;
import org.balcao.eligibility.rest.EligibilityViews.ChoiceView;
import org.balcao.eligibility.rest.EligibilityViews.CriterionView;
import org.balcao.eligibility.rest.EligibilityViews.OutcomeView;
import org.balcao.eligibility.rest.EligibilityViews.PaperView;
import org.balcao.eligibility.rest.EligibilityViews.ProgrammeView;
import org.balcao.eligibility.rest.EligibilityViews.ProgrammesView;
import org.balcao.eligibility.rest.EligibilityViews.QuestionView;
import org.balcao.eligibility.rest.EligibilityViews.SpanView;
import org.balcao.eligibility.rest.EligibilityViews.StepView;
import org.balcao.eligibility.rest.EligibilityViews.TextView;

/** Programmes and what their rules say of a person, with sentences. */
record ProgrammeViews(Sentences.In sentences) {

    ProgrammesView list(Pack pack) {
        return new ProgrammesView(
                pack.programmes().size(),
                pack.programmes().stream().map(each -> whole(each, null)).toList());
    }

    /** @param versions its rules as they are written in the pack, or null */
    ProgrammeView whole(Programme programme, JsonNode versions) {
        return new ProgrammeView(
                programme.id(),
                sentences.of("programmes", programme.id()),
                sentences.of("gives", programme.id()),
                programme.kind(),
                sentences.of("deciders", programme.decidedBy()),
                programme.services(),
                sentences.language(),
                sentences.reviewed(),
                versions);
    }

    AnswerView answer(String packId, int asOf, List<Assessment> all, Fact next) {
        return new AnswerView(
                Days.text(asOf),
                packId,
                all.stream().map(this::outcome).toList(),
                next == null ? null : question(next));
    }

    private OutcomeView outcome(Assessment each) {
        Version version = each.version();
        return new OutcomeView(
                each.programme().id(),
                sentences.of("programmes", each.programme().id()),
                each.outcome().word(),
                span(each.day()),
                span(each.applyBy()),
                sentences.of("deciders", each.programme().decidedBy()),
                version == null ? null : version.status(),
                version == null ? null : Days.text(version.from()),
                version == null || version.to() == Days.LAST ? null : Days.text(version.to()),
                version == null ? null : version.sources(),
                each.criteria().stream().map(this::criterion).toList(),
                each.missing().stream().map(Fact::id).toList(),
                each.documents().stream().map(this::paper).toList(),
                each.next().stream()
                        .map(item -> new StepView(item.id(), sentences.of("steps", item.id()), item.service()))
                        .toList(),
                each.changes().stream()
                        .map(change -> new ChangeView(
                                Days.text(change.on()), change.outcome().word()))
                        .toList());
    }

    private CriterionView criterion(Judged judged) {
        return new CriterionView(
                judged.id(),
                sentences.of("criteria", judged.id()),
                Verdict.word(judged.verdict()),
                judged.role().name().toLowerCase(Locale.ROOT),
                judged.confidence(),
                judged.assessedBy() == null ? null : sentences.of("deciders", judged.assessedBy()),
                judged.cite());
    }

    private PaperView paper(Item item) {
        List<TextView> alternatives = item.alternatives().stream()
                .map(id -> new TextView(id, sentences.of("documents", id)))
                .toList();
        return new PaperView(
                item.id(), sentences.of("documents", item.id()), alternatives.isEmpty() ? null : alternatives);
    }

    private QuestionView question(Fact fact) {
        List<ChoiceView> choices = fact.codes().stream()
                .map(code -> new ChoiceView(code, sentences.of("codes", fact.id() + "." + code)))
                .toList();
        return new QuestionView(
                fact.id(),
                sentences.of("facts", fact.id()),
                fact.kind().name().toLowerCase(Locale.ROOT),
                fact.kind() == Fact.Kind.CODE ? choices : null);
    }

    private static SpanView span(Span span) {
        return span == null ? null : new SpanView(Days.text(span.first()), Days.text(span.last()));
    }
}
