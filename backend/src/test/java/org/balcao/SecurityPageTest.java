package org.balcao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says can be looked up, and what it relies on stays so. */
class SecurityPageTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| ([a-z' ]+) \\| ([^|]*) ?\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
    private static final int LEVEL_1_OF_5_0_0 = 70;
    private static final int A_SENTENCE = 60;

    private static final String PAGE = read(TOP.resolve("docs/security.md"));

    private record Requirement(String number, String state, String evidence) {}

    private static List<Requirement> requirements() {
        return ROW.matcher(PAGE)
                .results()
                .map(row ->
                        new Requirement(row.group(1), row.group(2), row.group(3).strip()))
                .toList();
    }

    @Test
    void everyRequirementOfLevelOneStandsThereOnce() {
        assertThat(requirements())
                .extracting(Requirement::number)
                .doesNotHaveDuplicates()
                .hasSize(LEVEL_1_OF_5_0_0);
        assertThat(requirements())
                .extracting(Requirement::state)
                .containsOnly("met", "not met", "not applicable", "provider's");
    }

    @Test
    void whatIsMetNamesItsEvidenceAndWhatIsNotNamesItsReason() {
        for (Requirement each : requirements()) {
            if (each.state().equals("met")) {
                assertThat(each.evidence()).as(each.number()).isNotEmpty();
            }
            if (each.state().equals("not met")) {
                assertThat(each.evidence().length()).as(each.number()).isGreaterThan(A_SENTENCE);
            }
        }
    }

    @Test
    void theSumBelowTheTableIsTheTables() {
        Map<String, Long> states =
                requirements().stream().collect(Collectors.groupingBy(Requirement::state, Collectors.counting()));
        assertThat(PAGE)
                .contains("Met %d, not met %d with their reasons, not applicable %d, the provider's %d."
                        .formatted(
                                states.get("met"),
                                states.get("not met"),
                                states.get("not applicable"),
                                states.get("provider's")));
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            NAMED.matcher(PAGE)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !tests.contains(name))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noPathPolicyGuardsAnything() {
        assertThat(read(Path.of("src/main/resources/application.properties")))
                .as("CVE-2026-50559: path policies can be gone past; roles stand on the operations")
                .doesNotContain("quarkus.http.auth.permission")
                .doesNotContain("quarkus.http.auth.policy");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
