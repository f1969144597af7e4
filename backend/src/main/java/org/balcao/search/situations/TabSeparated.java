package org.balcao.search.situations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A resource with a name and a text in each line. */
final class TabSeparated {

    private TabSeparated() {}

    /** The lines, cut at the first tab. A line that begins with # is a comment. */
    static List<String[]> lines(String resource) {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(TabSeparated.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
