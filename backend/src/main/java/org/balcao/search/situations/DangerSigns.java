package org.balcao.search.situations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which beginnings of words speak of which danger in one language, learnt from the bank while the program is built: the few hundred that tell most,
 * for a device that cannot take the bank along. They tell less than the situations do, and nothing in another language.
 */
public final class DangerSigns {
    private static final String FILE = "/search/dangers.tsv";
    private static final char BETWEEN = ' ';
    private static final char COUNTS = ':';

    /**
     * What speaks of one danger.
     *
     * @param kind as in {@code search/urgent.yaml}
     * @param base what any text has of it, in halves
     * @param signs the beginnings, each with what it adds, in halves
     */
    public record Signs(String kind, int base, Map<String, Integer> signs) {}

    private DangerSigns() {}

    /** What was learnt of a language, in the order of the kinds. */
    public static List<Signs> of(String language) {
        String its = language + "/";
        return TabSeparated.lines(FILE).stream()
                .filter(line -> line[0].startsWith(its))
                .map(line -> read(line[0].substring(its.length()), line[1]))
                .toList();
    }

    private static Signs read(String kind, String line) {
        String[] parts = line.split(String.valueOf(BETWEEN));
        Map<String, Integer> signs = new TreeMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            int at = part.lastIndexOf(COUNTS);
            signs.put(part.substring(0, at), Integer.parseInt(part.substring(at + 1)));
        }
        return new Signs(kind, Integer.parseInt(parts[0]), signs);
    }

    /** Learns all languages and writes what was learnt. */
    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String language : SituationBank.LANGUAGES) {
            for (Signs each : LearnDangers.of(samples(language))) {
                lines.add(language + "/" + each.kind() + "\t" + each.base() + BETWEEN
                        + each.signs().entrySet().stream()
                                .map(sign -> sign.getKey() + COUNTS + sign.getValue())
                                .collect(Collectors.joining(String.valueOf(BETWEEN))));
            }
        }
        Files.write(Path.of(folder + FILE), lines, StandardCharsets.UTF_8);
    }

    private static List<LearnDangers.Sample> samples(String language) {
        Map<String, Situation> situations = new TreeMap<>();
        SituationBank.file().situations().forEach(each -> situations.put(each.id(), each));
        return SituationBank.lines(language).stream()
                .map(line -> new LearnDangers.Sample(
                        Beginnings.of(line[1]), situations.get(line[0]).urgent()))
                .toList();
    }
}
