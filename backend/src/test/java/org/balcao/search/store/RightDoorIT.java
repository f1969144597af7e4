package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.balcao.search.Certainty;
import org.balcao.search.Searching;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.situations.Situations;
import org.balcao.shared.StableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether people who write what has happened to them stand before the right door, by day and by night, and are told where it is not known. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RightDoorIT {
    private static final int FIRST = 3;
    private static final Instant DAY = Instant.parse("2026-12-02T11:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-12-02T03:00:00Z");

    /** An everyday question: the best doors, those that are good too, and whether the directory has any. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Question(
            String id, String language, String text, List<String> best, List<String> good, boolean none, Boolean sure) {
        boolean isVague() {
            return Boolean.FALSE.equals(sure);
        }
    }

    /** The lines for a danger: the first that is open is right, or one of {@code alsoFirst}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Lines(
            List<String> order, @JsonProperty("also_first") List<String> alsoFirst) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Danger(String id, String situation, String language, String text) {}

    record Dangers(Map<String, Lines> lines, List<Danger> questions) {}

    private record Answer(List<String> services, Certainty certainty) {}

    @Inject
    IndexFollower follower;

    @Inject
    Vocabulary vocabulary;

    @Inject
    OpeningHoursKeys hours;

    @Inject
    Gaps gaps;

    @Inject
    Intents intents;

    @Inject
    Situations situations;

    private final Map<UUID, String> names = new HashMap<>();

    @BeforeEach
    void theIndexHasCaughtUp() {
        Searching.awaitIndex();
    }

    @Test
    void theTuningQuestionsFindTheirDoor() throws IOException {
        Score score = everyday("questions-tuning.yaml");
        assertThat(score.firstThree()).as(score.report()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.wronglySure()).as(score.report()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void theTuningQuestionsOfDangerFindALineThatAnswers() throws IOException {
        assertThat(dangers("danger-tuning.yaml")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void theHeldOutQuestionsFindTheirDoor() throws IOException {
        Score score = everyday("questions-held-out.yaml");
        assertThat(score.firstThree()).as(score.report()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void theHeldOutQuestionsOfDangerFindALineThatAnswers() throws IOException {
        assertThat(dangers("danger-held-out.yaml")).isGreaterThanOrEqualTo(0.9);
    }

    /** Shares of all questions that the directory has a door for; of wrongly sure, of all questions. */
    private record Score(double first, double firstThree, double wronglySure, String report) {}

    private Score everyday(String file) throws IOException {
        List<Question> questions = yaml().readValue(resource(file), new TypeReference<>() {});
        IndexedServices search = at(DAY);
        Map<String, int[]> byLanguage = new TreeMap<>();
        StringBuilder report = new StringBuilder();
        int[] all = new int[5]; // asked, first, first three, nothing, wrongly sure
        for (Question question : questions) {
            Answer answer = ask(search, question.text(), question.language());
            List<String> accepted = new ArrayList<>(question.best());
            accepted.addAll(question.good());
            List<String> top = answer.services()
                    .subList(0, Math.min(FIRST, answer.services().size()));
            boolean first = !top.isEmpty() && question.best().contains(top.getFirst());
            boolean three = top.stream().anyMatch(accepted::contains);
            boolean sure = answer.certainty() == Certainty.SURE;
            boolean wronglySure = sure && (question.none() || !three);
            int[] counts = byLanguage.computeIfAbsent(question.language(), each -> new int[5]);
            for (int[] each : List.of(all, counts)) {
                each[0] += question.none() ? 0 : 1;
                each[1] += first ? 1 : 0;
                each[2] += three ? 1 : 0;
                each[3] += !question.none() && answer.services().isEmpty() ? 1 : 0;
                each[4] += wronglySure ? 1 : 0;
            }
            if (!three && !question.none() || wronglySure || !first && !question.none() && !question.isVague()) {
                report.append("%s %s %s | %s | %s%n"
                        .formatted(
                                three || question.none() ? "" : "MISSED",
                                wronglySure ? "SURE" : "",
                                question.id(),
                                question.text(),
                                top + " " + answer.certainty() + " " + lead(question.text()) + " best "
                                        + question.best()));
            }
        }
        StringBuilder table = new StringBuilder(
                "| language | questions with a door | first | first three | nothing | wrongly sure |%n| --- | ---: | ---: | ---: | ---: | ---: |%n"
                        .formatted());
        byLanguage.forEach((language, each) -> table.append(row(language, each)));
        table.append(row("all", all));
        String text = table + "\n" + report;
        Files.writeString(Path.of("target/" + file.replace(".yaml", ".txt")), text);
        return new Score((double) all[1] / all[0], (double) all[2] / all[0], (double) all[4] / questions.size(), text);
    }

    private static String row(String name, int[] each) {
        return "| %s | %d | %d | %d | %d | %d |%n".formatted(name, each[0], each[1], each[2], each[3], each[4]);
    }

    private double dangers(String file) throws IOException {
        Dangers dangers = yaml().readValue(resource(file), Dangers.class);
        int right = 0;
        Map<String, int[]> table = new LinkedHashMap<>();
        StringBuilder report = new StringBuilder();
        for (Map.Entry<String, Instant> time :
                Map.of("day", DAY, "night", NIGHT).entrySet()) {
            IndexedServices search = at(time.getValue());
            for (Danger danger : dangers.questions()) {
                Lines lines = dangers.lines().get(danger.situation());
                Answer answer = ask(search, danger.text(), danger.language());
                String expected = lines.order().stream()
                        .filter(line -> isOpen(line, time.getValue()))
                        .findFirst()
                        .orElseThrow();
                String first = answer.services().isEmpty()
                        ? "nothing"
                        : answer.services().getFirst();
                boolean ok =
                        first.equals(expected) || lines.alsoFirst().contains(first) && isOpen(first, time.getValue());
                right += ok ? 1 : 0;
                table.computeIfAbsent(danger.situation(), each -> new int[2])["day".equals(time.getKey()) ? 0 : 1] +=
                        ok ? 1 : 0;
                if (!ok) {
                    report.append("%s %s | %s | %s %s%n"
                            .formatted(
                                    danger.id(),
                                    time.getKey(),
                                    danger.text(),
                                    answer.services()
                                            .subList(
                                                    0,
                                                    Math.min(
                                                            FIRST,
                                                            answer.services().size())),
                                    answer.certainty()));
                }
            }
        }
        StringBuilder rows =
                new StringBuilder("| danger | right by day | right by night |%n| --- | ---: | ---: |%n".formatted());
        table.forEach((situation, each) -> rows.append("| %s | %d | %d |%n".formatted(situation, each[0], each[1])));
        Files.writeString(
                Path.of("target/" + file.replace(".yaml", ".txt")),
                rows + "%d of %d%n%n".formatted(right, 2 * dangers.questions().size()) + report);
        return (double) right / (2 * dangers.questions().size());
    }

    /** Whether a line of the starter data answers at a moment, by its hours there; 112 and the lines without a closed hour always do. */
    private static boolean isOpen(String line, Instant moment) {
        return switch (line) {
            case "sos-crianca", "apav-116006" -> moment.equals(DAY);
            case "sos-voz-amiga" -> false;
            default -> true;
        };
    }

    private String lead(String text) {
        var guess = situations.guess(text);
        return guess.situation() == null
                ? "-"
                : "%s %.2f %.2f".formatted(guess.situation().id(), guess.lead(), guess.known());
    }

    private IndexedServices at(Instant now) {
        return new IndexedServices(follower, vocabulary, hours, Clock.fixed(now, ZoneOffset.UTC), gaps, intents);
    }

    private Answer ask(IndexedServices search, String text, String language) {
        ServicePage page = search.page(
                        new ServiceQuery(text, List.of(), null, ServiceQuery.Order.RELEVANCE),
                        1,
                        10,
                        List.of(language, "en", "pt"))
                .orElseThrow();
        return new Answer(
                page.hits().stream()
                        .map(hit -> names().getOrDefault(
                                        hit.version().id(), hit.version().id().toString()))
                        .toList(),
                page.report() == null ? Certainty.SURE : page.report().certainty());
    }

    /** The ids of the starter data by those of the directory. */
    private Map<UUID, String> names() {
        if (names.isEmpty()) {
            for (String each : StarterIds.services()) {
                names.put(StableId.of("portugal", "service", each), each);
            }
        }
        return names;
    }

    private static JsonMapper yaml() {
        return JsonMapper.builder(new YAMLFactory())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static java.net.URL resource(String file) {
        return RightDoorIT.class.getResource("/search/" + file);
    }
}
