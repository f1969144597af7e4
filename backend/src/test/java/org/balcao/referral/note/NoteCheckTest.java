package org.balcao.referral.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two lists that were written before the check: odd lines must be right, even lines are held out and measured. */
class NoteCheckTest {
    private static final int FEWEST_HELD_OUT = 97;
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
    void theNotesWrittenAfterwardsAreToldApart() throws IOException {
        assertThat(lines("refused-afterwards.tsv"))
                .allMatch(line -> NoteCheck.in(line.note()).isPresent());
        assertThat(lines("harmless-afterwards.tsv"))
                .allMatch(line -> NoteCheck.in(line.note()).isEmpty());
    }

    @Test
    void aRefusalSaysWhatWouldBeRightAndNothingOfTheNote() {
        assertThat(NoteCheck.in("912/345/678")).contains(NoteCheck.Kind.NUMBER);
        assertThat(NoteCheck.in("born 3 May 1990")).contains(NoteCheck.Kind.DATE);
        assertThat(NoteCheck.in("t.me/joao")).contains(NoteCheck.Kind.WEB_ADDRESS);
        assertThat(NoteCheck.in("joao(at)example.pt")).contains(NoteCheck.Kind.MAIL_ADDRESS);
        assertThat(NoteCheck.in("Rua da Palma, 45")).contains(NoteCheck.Kind.STREET);
        assertThat(NoteCheck.Kind.values())
                .allMatch(kind -> kind.right().startsWith("holds what looks like")
                        && kind.right().contains(": "));
    }

    @Test
    void theLongestNotesOfOneSignAreReadToTheirEnd() {
        for (String part : List.of(
                "1 ", "a.", "rua ", "nove ", "um e ", "3 de ", "3.", "maio ", "1:11", "é ", "one", "1a", "@ ")) {
            assertThatCode(() -> NoteCheck.in(part.repeat(280 / part.length())))
                    .as(part)
                    .doesNotThrowAnyException();
        }
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

    @Test
    void bothListsAreWhole() throws IOException {
        assertThat(lines("refused.tsv")).hasSize(200);
        assertThat(lines("harmless.tsv")).hasSize(200);
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
            return lines;
        }
    }
}
