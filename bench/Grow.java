import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Runs bench/grow.sql in the database of a program that is running: {@code Grow HOME SERVICES}. */
public final class Grow {
    private Grow() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var port = Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3).strip();
        var password = Files.readString(home.resolve("password"));
        var script = Files.readString(Path.of(arguments[2])).replace(":services", Long.toString(Long.parseLong(arguments[1])));
        try (var database =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/balcao", "balcao", password)) {
            database.setAutoCommit(false); // all of it or nothing
            try (var statement = database.createStatement()) {
                for (String each : statements(script)) {
                    long began = System.nanoTime();
                    statement.execute(each);
                    System.err.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, each.strip().lines().findFirst().orElse(""));
                }
            }
            database.commit();
        }
    }

    /** Cut at the end of a line that ends with a semicolon, comments left out. */
    private static String[] statements(String script) {
        return script.lines().filter(line -> !line.startsWith("--")).collect(java.util.stream.Collectors.joining("\n")).split(";\\s*\\n");
    }
}
