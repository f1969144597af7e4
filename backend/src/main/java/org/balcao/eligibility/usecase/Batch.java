package org.balcao.eligibility.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Assessor;
import org.balcao.eligibility.engine.CanonicalJson;
import org.balcao.eligibility.engine.Days;
import org.balcao.eligibility.engine.Outcome;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.PackException;
import org.balcao.eligibility.engine.PackReader;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.engine.StrictJson;

/**
 * Many situations of nobody in particular, a line of JSON each: {@code {"facts": {…}, "as_of": "2026-11-25"}}. The answer has a line for each,
 * {@code {"line": 1, "outcomes": {"school": "yes", …}}} or {@code {"line": 1, "error": "…"}}, and one at the end that counts them all. The first line
 * may be {@code {"pack": {…}}}: rules of the asker's own, such as the served ones with 24 months for 18, used for this request and not kept.
 * A line is read, answered and forgotten.
 */
public final class Batch {

    private static final int LONGEST_LINE = 16_384;
    private static final int DEEPEST = 64;
    private static final int BUFFER = 1 << 16;

    private static final JsonMapper JSON = StrictJson.nestedAtMost(DEEPEST);

    private final int today;
    private final boolean countsOnly;
    private Pack pack;
    private Answers answers;
    private long[][] counts;
    private long situations;
    private long errors;

    /**
     * @param pack the rules that are served
     * @param today for lines that name no day, in days since 1970-01-01
     * @param countsOnly whether only lines with an error and the counts are wanted
     */
    public Batch(Pack pack, int today, boolean countsOnly) {
        this.today = today;
        this.countsOnly = countsOnly;
        use(pack);
    }

    private void use(Pack rules) {
        pack = rules;
        answers = new Answers(rules.facts());
        counts = new long[rules.programmes().size()][Outcome.values().length];
    }

    /** Answers all lines. */
    public void run(InputStream lines, OutputStream answered) throws IOException {
        InputStream in = new BufferedInputStream(lines, BUFFER);
        OutputStream out = new BufferedOutputStream(answered, BUFFER);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean more = true;
        for (long number = 1; more; number++) {
            line.reset();
            int longest = number == 1 ? PackReader.LONGEST : LONGEST_LINE;
            boolean whole = true;
            int read = in.read();
            for (; read >= 0 && read != '\n'; read = in.read()) {
                whole = line.size() < longest;
                if (whole) {
                    line.write(read);
                }
            }
            more = read >= 0;
            if (!whole) {
                write(out, error(number, "is longer than " + longest + " bytes"));
            } else if (line.size() > 0) {
                answer(number, line.toByteArray(), out);
            }
        }
        write(out, total());
        out.flush();
    }

    private void answer(long number, byte[] line, OutputStream out) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            write(out, error(number, "is not JSON, is nested too deeply or has a name twice"));
            return;
        }
        if (number == 1 && json.has("pack")) {
            try {
                use(PackReader.read(CanonicalJson.of(json.get("pack"))));
            } catch (PackException wrong) {
                write(out, error(number, "/pack" + wrong.getMessage()));
            }
            return;
        }
        String problem = problem(json);
        if (problem != null) {
            write(out, error(number, problem));
            return;
        }
        int[] day = json.has("as_of") ? Days.span(json.get("as_of").textValue()) : new int[] {today, today};
        situations++;
        ObjectNode answer = countsOnly ? null : JSON.createObjectNode().put("line", number);
        ObjectNode outcomes = countsOnly ? null : answer.putObject("outcomes");
        List<Programme> programmes = pack.programmes();
        for (int i = 0; i < programmes.size(); i++) {
            Outcome outcome = Assessor.outcome(programmes.get(i), answers, day[0]);
            counts[i][outcome.ordinal()]++;
            if (outcomes != null) {
                outcomes.put(programmes.get(i).id(), outcome.word());
            }
        }
        if (answer != null) {
            write(out, answer);
        }
    }

    /** What is wrong with a line; else the answers are read and null comes back. */
    private String problem(JsonNode json) {
        if (!json.path("facts").isObject()) {
            return "/facts: is not an object";
        }
        for (var each : json.properties()) {
            if (!each.getKey().equals("facts") && !each.getKey().equals("as_of")) {
                return "has an unknown field";
            }
        }
        if (json.has("as_of")) {
            int[] day =
                    json.get("as_of").isTextual() ? Days.span(json.get("as_of").textValue()) : null;
            if (day == null || day[0] != day[1]) {
                return "/as_of: is no date from 1900 to 2199, as 2026-11-25";
            }
        }
        pack.facts().forEach(answers::clear);
        List<AnswerReader.Wrong> wrong = AnswerReader.read(pack, json.get("facts"), answers);
        return wrong.isEmpty()
                ? null
                : "/facts/" + wrong.getFirst().fact() + ": " + wrong.getFirst().problem();
    }

    private ObjectNode error(long number, String problem) {
        errors++;
        return JSON.createObjectNode().put("line", number).put("error", problem);
    }

    private ObjectNode total() {
        ObjectNode total = JSON.createObjectNode().put("situations", situations).put("errors", errors);
        ObjectNode all = total.putObject("counts");
        for (int i = 0; i < counts.length; i++) {
            ObjectNode programme = all.putObject(pack.programmes().get(i).id());
            for (Outcome outcome : Outcome.values()) {
                if (counts[i][outcome.ordinal()] > 0) {
                    programme.put(outcome.word(), counts[i][outcome.ordinal()]);
                }
            }
        }
        return total;
    }

    private static void write(OutputStream out, JsonNode line) throws IOException {
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
