package org.balcao.search.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.search.Reason;
import org.balcao.search.SearchReport;
import org.balcao.search.SearchReport.Part;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.store.MatchableTexts.Text;
import org.balcao.search.store.WordQuery.Clause;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;

/** Why each service is there, from what the index holds of it. */
final class Reasons {

    private static final int LONGEST = 160;
    private static final Map<String, Float> POINTS = Map.of(
            "name", Weights.NAME,
            "alternate_name", Weights.NAME,
            "organization", Weights.OTHER,
            "program", Weights.OTHER,
            "taxonomy_term", Weights.OTHER,
            "location", Weights.PLACE_NAME,
            "description", Weights.TEXT,
            "eligibility_description", Weights.TEXT,
            "application_process", Weights.TEXT);

    private static final Set<String> NAMES = Set.of("name", "alternate_name", "organization", "program", "location");

    private final List<Clause> clauses;
    private final Vocabulary.Known known;
    private final Intent intent;
    private final List<String> languages;
    private final Set<String> folded = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> corrected = new HashSet<>();

    Reasons(Understanding understanding, Vocabulary.Known known, List<String> languages) {
        this.clauses = understanding.clauses();
        this.known = known;
        this.intent = understanding.intent();
        this.languages = languages;
        for (Clause clause : clauses) {
            clause.group().words().forEach(word -> seek(word, clause));
            clause.group()
                    .meanings()
                    .forEach(meaning ->
                            meaning.search().forEach(other -> Words.typed(other).forEach(this::seek)));
        }
    }

    private void seek(Word word) {
        folded.add(word.folded());
        stems.addAll(word.stems());
    }

    private void seek(Word word, Clause clause) {
        seek(word);
        if (clause.group().last() && word.folded().length() > 1) {
            begun.add(word.folded());
        }
        if (clause.corrected()) {
            corrected.add(word.folded());
        }
    }

    List<Reason> of(UUID id, StoredHit stored) {
        MatchableTexts hit = stored.matchable();
        List<Reason> reasons = new ArrayList<>();
        int line = intent.lines().indexOf(id);
        if (line >= 0) {
            reasons.add(Reason.of("urgent", null, null, Weights.LINE - Weights.LATER * line));
        }
        Set<String> said = new LinkedHashSet<>();
        for (String need : intent.needs()) {
            addNeed(reasons, need, hit, said);
        }
        for (Clause clause : clauses) {
            for (Meaning meaning : clause.group().meanings()) {
                addMeaning(reasons, meaning, hit, said);
            }
        }
        addWords(reasons, stored.texts());
        return reasons;
    }

    private void addMeaning(List<Reason> reasons, Meaning meaning, MatchableTexts hit, Set<String> said) {
        for (String need : intent.kind() == Intent.Kind.SITUATION ? List.<String>of() : meaning.needs()) {
            addNeed(reasons, need, hit, said);
        }
        for (String audience : meaning.audiences()) {
            if (hit.audiences().contains(audience) && said.add("audience " + audience)) {
                reasons.add(Reason.of("audience", audience, name(audience), Weights.AUDIENCE));
            }
        }
        if (!meaning.places().isEmpty() && said.add("place " + meaning.places())) {
            addPlace(reasons, meaning.places(), hit);
        }
        if (meaning.spoken() != null
                && hit.languages().contains(meaning.spoken())
                && said.add("spoken " + meaning.spoken())) {
            reasons.add(Reason.of("spoken", meaning.spoken(), null, Weights.SPOKEN));
        }
        if ("free".equals(meaning.asks()) && hit.free() && said.add("free")) {
            reasons.add(Reason.of("free", null, null, Weights.FREE));
        }
        if (meaning.asks() != null && hit.deliveryModes().contains(meaning.asks()) && said.add(meaning.asks())) {
            reasons.add(Reason.of("delivery_mode", meaning.asks(), null, Weights.DELIVERY_MODE));
        }
    }

    private void addNeed(List<Reason> reasons, String need, MatchableTexts hit, Set<String> said) {
        if (hit.needs().contains(need) && said.add("need " + need)) {
            float points = hit.ownNeeds().contains(need) ? Weights.NEED : Weights.NARROWER_NEED;
            reasons.add(Reason.of("need", need, name(need), points));
        }
    }

    private void addPlace(List<Reason> reasons, List<String> codes, MatchableTexts hit) {
        Optional<String> here = codes.stream().filter(hit.places()::contains).findFirst();
        Optional<String> area = codes.stream().filter(hit.areas()::contains).findFirst();
        if (here.isPresent()) {
            reasons.add(Reason.of(
                    "place", here.get(), known.places().get(here.get()).name(), Weights.PLACE));
        } else if (area.isPresent()) {
            reasons.add(
                    Reason.of("area", area.get(), known.places().get(area.get()).name(), Weights.AREA));
        } else if (hit.nationwide()) {
            reasons.add(Reason.of("nationwide", null, null, Weights.NATIONWIDE));
        }
    }

    /** Of each field the text that the reader reads best among those with most of the words; a name as it is, another text only if it can be read. */
    private void addWords(List<Reason> reasons, List<CutText> texts) {
        if (folded.isEmpty()) {
            return;
        }
        Set<String> fields = new LinkedHashSet<>();
        texts.forEach(each -> fields.add(each.text().field()));
        for (String field : fields) {
            texts.stream()
                    .filter(each -> each.text().field().equals(field))
                    .filter(each -> NAMES.contains(field) || rank(each.text().language()) < languages.size())
                    .map(this::marked)
                    .filter(reason -> !reason.marks().isEmpty())
                    .max(Comparator.comparingInt(
                                    (Reason reason) -> reason.marks().size())
                            .thenComparing(reason -> -rank(reason.language())))
                    .ifPresent(reasons::add);
        }
    }

    private int rank(String language) {
        int rank = languages.indexOf(language);
        return rank < 0 ? languages.size() : rank;
    }

    private Reason marked(CutText text) {
        return cut(
                text.text(),
                text.those(this::isSought).stream()
                        .map(word -> List.of(word.start(), word.end()))
                        .toList());
    }

    private boolean isSought(Word word) {
        return folded.contains(word.folded())
                || !Collections.disjoint(stems, word.stems())
                || !begun.isEmpty() && begun.stream().anyMatch(word.folded()::startsWith)
                || !corrected.isEmpty() && corrected.stream().anyMatch(sought -> isMistyped(sought, word));
    }

    private static boolean isMistyped(String sought, Word word) {
        int most = Words.mistakes(sought);
        return Words.distance(sought, word.folded(), most) <= most;
    }

    /** A long text around its first mark, cut at spaces. */
    private static Reason cut(Text text, List<List<Integer>> marks) {
        String value = text.value();
        int from = 0;
        int to = value.length();
        if (to > LONGEST && !marks.isEmpty()) {
            from = Math.max(0, marks.getFirst().getFirst() - LONGEST / 3);
            from = from == 0 ? 0 : value.indexOf(' ', from) + 1;
            from = Math.min(from, marks.getFirst().getFirst());
            to = Math.min(value.length(), from + LONGEST);
            int space = value.lastIndexOf(' ', to);
            to = to == value.length() || space <= marks.getFirst().get(1) ? to : space;
        }
        int start = from;
        int end = to;
        List<List<Integer>> inside = marks.stream()
                .filter(mark -> mark.getFirst() >= start && mark.get(1) <= end)
                .map(mark -> List.of(mark.getFirst() - start, mark.get(1) - start))
                .toList();
        return new Reason(
                "word",
                text.field(),
                text.language(),
                value.substring(start, end),
                inside,
                null,
                null,
                POINTS.getOrDefault(text.field(), Weights.TEXT));
    }

    private String name(String code) {
        return known.terms().containsKey(code) ? known.terms().get(code).name(languages) : null;
    }

    /** What was made of each part of what was typed. */
    static List<Part> understood(Understanding understanding, Vocabulary.Known known, List<String> languages) {
        List<Part> parts = new ArrayList<>();
        Intent intent = understanding.intent();
        String typed = understanding.understood().text();
        intent.needs().stream().limit(1).forEach(code -> addTerm(parts, typed.strip(), "need", code, known, languages));
        intent.contacts().forEach(contact -> parts.add(new Part(contact, "contact", null, null)));
        if (intent.moment() != null) {
            parts.add(Part.openAt(typed.strip(), intent.moment()));
        }
        boolean byWords = intent.kind() == Intent.Kind.WORDS;
        for (Clause clause : understanding.clauses()) {
            Group group = clause.group();
            String text = group.text(understanding.understood().text());
            if (group.meanings().isEmpty() && byWords) {
                parts.add(new Part(
                        text, clause.unknown() ? "unknown" : clause.corrected() ? "corrected" : "word", null, null));
            }
            for (Meaning meaning : group.meanings()) {
                if (byWords) {
                    meaning.needs().forEach(code -> addTerm(parts, text, "need", code, known, languages));
                }
                meaning.audiences().forEach(code -> addTerm(parts, text, "audience", code, known, languages));
                meaning.search().forEach(other -> parts.add(new Part(text, "synonym", null, other)));
                if (!meaning.places().isEmpty()) {
                    String code = meaning.places().getLast();
                    parts.add(new Part(
                            text, "place", code, known.places().get(code).name()));
                }
                if (meaning.spoken() != null) {
                    parts.add(new Part(text, "spoken", meaning.spoken(), null));
                }
                if (meaning.asks() != null && intent.moment() == null) {
                    parts.add(new Part(text, meaning.asks(), null, null));
                }
            }
        }
        return parts.stream().distinct().toList();
    }

    /** The needs somebody may mean, in the reader's language. */
    static List<SearchReport.Topic> topics(
            Understanding understanding, Vocabulary.Known known, List<String> languages) {
        return understanding.intent().topics().stream()
                .filter(known.terms()::containsKey)
                .map(code ->
                        new SearchReport.Topic(code, known.terms().get(code).name(languages)))
                .toList();
    }

    private static void addTerm(
            List<Part> parts, String text, String kind, String code, Vocabulary.Known known, List<String> languages) {
        Vocabulary.Term term = known.terms().get(code);
        parts.add(new Part(text, kind, code, term == null ? null : term.name(languages)));
    }
}
