package org.balcao.eligibility.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Assessor;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.PackException;
import org.balcao.eligibility.engine.PackReader;
import org.balcao.eligibility.engine.Programme;
import org.balcao.launch.Command;

/**
 * {@code rules check}: what is wrong with the rules that come with the program. {@code rules compare FILE}: for which examples and made-up people
 * another pack says something else.
 */
@ApplicationScoped
class RulesCommand implements Command {

    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final JsonMapper JSON = new JsonMapper();

    private final PackagedRules rules;
    private final Clock clock;

    RulesCommand(PackagedRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.equals(List.of("check"))) {
            return check();
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("compare")) {
            return compare(Path.of(arguments.get(1)));
        }
        System.err.println("rules check|compare FILE");
        return 2;
    }

    private int check() {
        List<RulesCheck.Finding> findings = findings();
        findings.forEach(
                each -> System.out.println((each.wrong() ? "wrong  " : "look   ") + each.where() + ": " + each.what()));
        long wrong = findings.stream().filter(RulesCheck.Finding::wrong).count();
        System.out.println(wrong + " to mend, " + (findings.size() - wrong) + " to look at");
        return wrong == 0 ? 0 : 1;
    }

    List<RulesCheck.Finding> findings() {
        int today = (int) LocalDate.ofInstant(clock.instant(), HERE).toEpochDay();
        return new RulesCheck(
                        PackReader.read(rules.pack()),
                        json(rules.pack()),
                        rules.examples(),
                        rules.people(),
                        rules.texts(),
                        today)
                .run();
    }

    private int compare(Path file) {
        Pack other;
        try {
            other = PackReader.read(CanonicalJson.of(JSON.readTree(Files.readString(file))));
        } catch (IOException | PackException unreadable) {
            System.err.println(file + ": " + unreadable.getMessage());
            return 2;
        }
        Pack own = PackReader.read(rules.pack());
        int differing = 0;
        for (Programme programme : own.programmes()) {
            for (JsonNode example : rules.examples().get(programme.id())) {
                String before = outcome(own, programme.id(), example.get("facts"), example.get("asOf"));
                String after = outcome(other, programme.id(), example.get("facts"), example.get("asOf"));
                if (!before.equals(after)) {
                    differing++;
                    System.out.println(programme.id() + ", \""
                            + example.get("name").textValue() + "\": " + before + " → " + after);
                }
            }
        }
        for (JsonNode person : rules.people()) {
            for (Programme programme : own.programmes()) {
                String before = outcome(own, programme.id(), person.get("facts"), person.get("on"));
                String after = outcome(other, programme.id(), person.get("facts"), person.get("on"));
                if (!before.equals(after)) {
                    differing++;
                    System.out.println(
                            person.get("name").textValue() + ": " + programme.id() + ", " + before + " → " + after);
                }
            }
        }
        System.out.println(differing + " come out otherwise");
        return 0;
    }

    private static String outcome(Pack pack, String programme, JsonNode facts, JsonNode day) {
        Answers answers = new Answers(pack.facts());
        AnswerReader.read(pack, facts, answers);
        return pack.programmes().stream()
                .filter(each -> each.id().equals(programme))
                .findFirst()
                .map(each -> Assessor.outcome(each, answers, Days.span(day.textValue())[0])
                        .word())
                .orElse("not there");
    }

    private static JsonNode json(String pack) {
        try {
            return JSON.readTree(pack);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
