package org.balcao.eligibility.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Assessment;
import org.balcao.eligibility.engine.Assessor;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Outcome;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.Programme.Version;

/**
 * Looks for what is wrong with rules although they can be read: examples that do not come out or are missing, rules that say the same to
 * everybody, criteria that never matter, reviews that are overdue, codes that nothing reads, sentences that are missing. What rules can
 * say is tried on many people of a fixed seed, drawn around the dates of today, so what is reported as "never" was not seen rather than proven.
 */
final class RulesCheck {

    private static final int PEOPLE = 20_000;
    private static final int SEED = 18;
    private static final int YEAR = 365;
    private static final Set<Outcome> YES =
            EnumSet.of(Outcome.YES, Outcome.YES_UNTIL, Outcome.POSSIBLE, Outcome.DISPUTED);

    /**
     * Something to look at.
     *
     * @param wrong whether it has to be mended before the rules are published
     */
    record Finding(boolean wrong, String where, String what) {}

    private final Pack pack;
    private final JsonNode written;
    private final Map<String, JsonNode> examples;
    private final JsonNode people;
    private final Map<String, JsonNode> texts;
    private final int today;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param written the pack as JSON
     * @param examples by the programme's id
     * @param people made-up people
     * @param texts the sentences, by language
     */
    RulesCheck(
            Pack pack,
            JsonNode written,
            Map<String, JsonNode> examples,
            JsonNode people,
            Map<String, JsonNode> texts,
            int today) {
        this.pack = pack;
        this.written = written;
        this.examples = Map.copyOf(examples);
        this.people = people;
        this.texts = Map.copyOf(texts);
        this.today = today;
    }

    List<Finding> run() {
        List<Answers> random = randomPeople();
        for (Programme programme : pack.programmes()) {
            checkExamples(programme);
            checkReviews(programme);
            checkWhatItSays(programme, random);
        }
        checkPeople();
        checkFactsAreRead();
        checkTexts();
        return List.copyOf(findings);
    }

    private void wrong(String where, String what) {
        findings.add(new Finding(true, where, what));
    }

    private void toLookAt(String where, String what) {
        findings.add(new Finding(false, where, what));
    }

    private void checkExamples(Programme programme) {
        Set<String> expected = new HashSet<>();
        for (JsonNode example : examples.get(programme.id())) {
            String name = example.get("name").textValue();
            Answers answers = new Answers(pack.facts());
            List<AnswerReader.Wrong> unread = AnswerReader.read(pack, example.get("facts"), answers);
            int[] day = Days.span(example.get("asOf").textValue());
            String outcome = example.at("/expect/outcome").textValue();
            expected.add(outcome);
            if (!unread.isEmpty()) {
                wrong(
                        programme.id(),
                        "example \"" + name + "\": " + unread.getFirst().fact() + " "
                                + unread.getFirst().problem());
            } else {
                String given = Assessor.outcome(programme, answers, day[0]).word();
                if (!given.equals(outcome)) {
                    wrong(programme.id(), "example \"" + name + "\" expects " + outcome + ", and it is " + given);
                }
            }
        }
        if (expected.stream().noneMatch(each -> each.startsWith("yes") || each.startsWith("possible"))) {
            wrong(programme.id(), "has no example of a yes");
        }
        for (String needed : List.of("no", "not-known")) {
            if (!expected.contains(needed)) {
                wrong(programme.id(), "has no example of " + needed);
            }
        }
    }

    private void checkReviews(Programme programme) {
        JsonNode versions = written.at("/programmes/" + programme.index() + "/versions");
        for (JsonNode version : versions) {
            int[] due = Days.span(version.get("reviewAgainBy").textValue());
            if (due[1] < today && !version.has("to")) {
                wrong(
                        programme.id(),
                        "was to be reviewed by " + version.get("reviewAgainBy").textValue());
            }
        }
    }

    private void checkWhatItSays(Programme programme, List<Answers> people) {
        Set<Outcome> said = EnumSet.noneOf(Outcome.class);
        Version newest = programme.versions().getLast();
        int[] decided = new int[newest.criteria().size()];
        SplittableRandom random = new SplittableRandom(SEED);
        int first = Math.min(newest.from(), today);
        for (Answers person : people) {
            int day = random.nextInt(first, today + 1); // amounts of the present may not be known yet
            Assessment assessment = Assessor.assess(programme, person, day);
            said.add(assessment.outcome());
            if (newest.equals(assessment.version())) {
                for (Assessment.Judged judged : assessment.criteria()) {
                    if (judged.role() == Assessment.Role.DECIDES || judged.assessedBy() != null) {
                        decided[newest.criteria().indexOf(judged.criterion())]++;
                    }
                }
            }
        }
        if (said.stream().noneMatch(YES::contains)) {
            wrong(programme.id(), "says yes to none of " + people.size() + " people: a contradiction?");
        }
        if (!said.contains(Outcome.NO) && !said.contains(Outcome.ENDED)) {
            wrong(programme.id(), "says no to none of " + people.size() + " people");
        }
        for (int i = 0; i < decided.length; i++) {
            if (decided[i] == 0) {
                wrong(programme.id(), "criterion " + newest.criteria().get(i).id() + " never decides: a dead branch?");
            }
        }
    }

    /** People about whom everything is known. */
    private List<Answers> randomPeople() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Answers> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            Answers answers = new Answers(pack.facts());
            for (Fact fact : pack.facts()) {
                switch (fact.kind()) {
                    case BOOL, CODE ->
                        answers.setCodes(fact, 1 << random.nextInt(fact.codes().size()));
                    case DATE -> {
                        // birth long ago or lately, the rest within some years
                        int years = random.nextInt(4) == 0 ? 60 : 12;
                        int day = today - random.nextInt(-YEAR / 2, years * YEAR);
                        answers.setRange(fact, day, day);
                    }
                    case INT -> {
                        long most = Math.min(fact.most(), (long) Math.pow(10, random.nextInt(1, 9)));
                        long value = random.nextLong(fact.least(), most + 1);
                        answers.setRange(fact, value, value);
                    }
                }
            }
            people.add(answers);
        }
        return people;
    }

    /** Whether each of the made-up people gets what is expected, and who of them gets nothing at all. */
    private void checkPeople() {
        for (JsonNode person : people) {
            String name = "\"" + person.get("name").textValue() + "\"";
            Answers answers = new Answers(pack.facts());
            AnswerReader.read(pack, person.get("facts"), answers)
                    .forEach(unread -> wrong("people", name + ": " + unread.fact() + " " + unread.problem()));
            int day = Days.span(person.get("on").textValue())[0];
            boolean something = false;
            for (Programme programme : pack.programmes()) {
                Outcome outcome = Assessor.outcome(programme, answers, day);
                String expected = person.at("/expect/" + programme.id() + "/0").textValue();
                if (expected != null && !expected.equals(outcome.word())) {
                    wrong(
                            "people",
                            name + " expects " + expected + " of " + programme.id() + ", and it is " + outcome.word());
                }
                something |= YES.contains(outcome);
            }
            if (!something) {
                toLookAt("people", name + " gets a yes of no programme");
            }
        }
    }

    private void checkFactsAreRead() {
        Set<Integer> read = new HashSet<>();
        Set<String> codes = new HashSet<>();
        pack.programmes().stream().flatMap(each -> each.versions().stream()).forEach(version -> {
            version.criteria().forEach(criterion -> read.addAll(criterion.facts()));
        });
        for (String part : List.of("programmes", "definitions")) {
            written.get(part)
                    .findValues("in")
                    .forEach(in ->
                            in.get(1).forEach(code -> codes.add(in.get(0).textValue() + "." + code.textValue())));
        }
        for (Fact fact : pack.facts()) {
            if (!read.contains(fact.index())) {
                toLookAt(fact.id(), "is a fact that no rule reads");
            } else if (fact.kind() == Fact.Kind.CODE) {
                fact.codes().stream()
                        .filter(code -> !codes.contains(fact.id() + "." + code))
                        .forEach(code -> toLookAt(fact.id(), "has the code " + code + ", which no rule names"));
            }
        }
    }

    private void checkTexts() {
        JsonNode source = texts.get("pt");
        texts.forEach((language, sentences) -> {
            Set<String> missing = new TreeSet<>();
            source.properties()
                    .forEach(group -> group.getValue().fieldNames().forEachRemaining(id -> {
                        if (!sentences.path(group.getKey()).hasNonNull(id)) {
                            missing.add(group.getKey() + "/" + id);
                        }
                    }));
            missing.forEach(each -> wrong(language, "has no sentence for " + each));
            if (!sentences.path("reviewed").booleanValue()) {
                toLookAt(language, "is not reviewed by a native speaker");
            }
        });
        long drafts = pack.programmes().stream()
                .filter(each -> each.versions().getLast().status().equals("draft"))
                .count();
        if (drafts > 0) {
            toLookAt(
                    "programmes",
                    drafts + " of " + pack.programmes().size() + " are drafts that no authority has reviewed");
        }
    }
}
