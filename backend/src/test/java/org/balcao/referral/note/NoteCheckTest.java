package org.balcao.referral.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two lists that were written before the check: odd lines must be right, even lines are held out and measured. */
class NoteCheckTest {
    private static final int FEWEST_HELD_OUT = 90;
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})|\\\\\\\\");

    private record Line(int number, String kind, String note) {
        boolean isHeldOut() {
            return number % 2 == 0;
        }
    }

    @Test
    void everyNoteToRefuseOfTheFirstHalfIsRefused() throws IOException {
        assertThat(missed(false)).isEmpty();
    }

    @Test
    void everyHarmlessNoteOfTheFirstHalfPasses() throws IOException {
        assertThat(stopped(false)).isEmpty();
    }

    @Test
    void theHalvesHeldOutAreMeasured() throws IOException {
        List<Line> missed = missed(true);
        List<Line> stopped = stopped(true);
        System.out.printf(
                "notes held out: %d of 100 refused, %d of 100 harmless passed%n",
                100 - missed.size(), 100 - stopped.size());
        if (Boolean.getBoolean("balcao.notes.show")) {
            System.out.println(missed.stream().map(Line::number).toList() + " "
                    + stopped.stream().map(Line::number).toList());
        }
        assertThat(100 - missed.size()).as("refused of those held out").isGreaterThanOrEqualTo(FEWEST_HELD_OUT);
        assertThat(100 - stopped.size()).as("passed of those held out").isGreaterThanOrEqualTo(FEWEST_HELD_OUT);
    }

    private static List<Line> missed(boolean heldOut) throws IOException {
        return lines("refused.tsv").stream()
                .filter(line ->
                        line.isHeldOut() == heldOut && NoteCheck.in(line.note()).isEmpty())
                .toList();
    }

    private static List<Line> stopped(boolean heldOut) throws IOException {
        return lines("harmless.tsv").stream()
                .filter(line ->
                        line.isHeldOut() == heldOut && NoteCheck.in(line.note()).isPresent())
                .map(line -> new Line(
                        line.number(), NoteCheck.in(line.note()).orElseThrow().word(), line.note()))
                .toList();
    }

    private static List<Line> lines(String file) throws IOException {
        try (InputStream list = NoteCheckTest.class.getResourceAsStream("/notes/" + file)) {
            List<Line> lines = new ArrayList<>();
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split("\t");
                String note = ESCAPE.matcher(parts[parts.length - 1])
                        .replaceAll(found -> found.group(1) == null
                                ? "\\\\"
                                : java.util.regex.Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(found.group(1), 16))));
                lines.add(new Line(lines.size() + 1, parts[0], note));
            }
            assertThat(lines).hasSize(200);
            return lines;
        }
    }
}
