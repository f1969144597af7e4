package org.balcao.directory.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.balcao.shared.TextLanguages;

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

    /**
     * What came with this program.
     *
     * @param id SHA-256, in hexadecimal, of all files and of how they are read
     * @param bytes how large the files are together
     */
    public record Version(String id, long bytes) {}

    private StarterData() {}

    /** Another one as soon as a record, or a text in any language, is another. It reads every file. */
    public static Version version() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(RecordReader.READING.getBytes(StandardCharsets.UTF_8));
            long bytes = 0;
            var texts = TextLanguages.OF_THE_PAGE.stream()
                    .filter(language -> !language.equals("en"))
                    .map(language -> "texts/" + language + ".po");
            for (var file : Stream.concat(FILES.stream(), texts).toList()) {
                digest.update(file.getBytes(StandardCharsets.UTF_8));
                try (var content = new DigestInputStream(open(file), digest)) {
                    bytes += content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return new Version(HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

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
