package org.balcao.directory.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The records about Portugal that Balcão comes with. */
public final class StarterData {
    /** Whoever these records are from, in the directory's own books. */
    public static final String SOURCE = "portugal";

    /** What is pointed at comes before what points at it. */
    private static final List<String> FILES = List.of(
            "places.csv",
            "taxonomy.yaml",
            "organizations.yaml",
            "programs.yaml",
            "locations.yaml",
            "services.yaml",
            "service_at_locations.yaml",
            "one_stop_centres.yaml");

    private StarterData() {}

    /** Reads every record. */
    public static void read(Consumer<Read> to) {
        for (var file : FILES) {
            try (var content = open(file)) {
                RecordFile.of(file).read(content, file, to);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(StarterData.class.getResourceAsStream("/data/portugal/" + file), file);
    }
}
