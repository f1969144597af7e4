import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.jar.JarFile;

/** Prints for each jar of a folder its name and the day its newest file was made; nothing for the day where its makers hide it. */
final class Built {
    private static final Instant HIDDEN_BEFORE = Instant.parse("2010-01-02T00:00:00Z");

    private Built() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
                System.out.println(file.getFileName() + "\t" + day(file));
            }
        }
    }

    private static String day(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getLastModifiedTime() != null)
                    .map(entry -> entry.getLastModifiedTime().toInstant())
                    .max(Instant::compareTo)
                    .filter(HIDDEN_BEFORE::isBefore)
                    .map(newest -> LocalDate.ofInstant(newest, ZoneOffset.UTC).toString())
                    .orElse("");
        }
    }
}
