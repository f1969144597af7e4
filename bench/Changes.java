import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sixteen writers add and change organizations, some holding their transaction open for a while before they commit; a reader follows
 * {@code /api/changes} meanwhile. Every record written has to be seen, and no change twice.
 * usage: bin/with-product java … bench/Changes.java [CHANGES]
 */
final class Changes {
    private static final int WRITERS = 16;
    private static final Pattern CHANGE = Pattern.compile("\"seq\":(\\d+),\"type\":\"organization\",\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern AFTER = Pattern.compile("\"after\":(\\d+)");

    private Changes() {}

    public static void main(String[] arguments) throws Exception {
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path home = Path.of(System.getenv("BALCAO_HOME"));
        String port = Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3);
        String password = Files.readString(home.resolve("password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/balcao";
        AtomicInteger left = new AtomicInteger(wanted);
        Set<String> written = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(WRITERS);
        List<Throwable> failures = new ArrayList<>();
        long began = System.nanoTime();
        for (int n = 0; n < WRITERS; n++) {
            int seed = n;
            Thread.ofPlatform().start(() -> {
                try (Connection connection = DriverManager.getConnection(url, "balcao", password)) {
                    write(connection, new Random(seed), left, written);
                } catch (SQLException | InterruptedException failed) {
                    synchronized (failures) {
                        failures.add(failed);
                    }
                } finally {
                    done.countDown();
                }
            });
        }
        Set<String> seen = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        int doubled = 0;
        long after = 0;
        HttpClient http = HttpClient.newHttpClient();
        boolean last = false;
        while (true) {
            boolean writersEnded = done.getCount() == 0;
            String page = http.send(
                            HttpRequest.newBuilder(URI.create(System.getenv("BALCAO_URL") + "/api/changes?limit=1000&after=" + after))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            int found = 0;
            for (Matcher each = CHANGE.matcher(page); each.find(); ) {
                found++;
                seen.add(each.group(2));
                if (!numbers.add(Long.parseLong(each.group(1)))) {
                    doubled++;
                }
            }
            Matcher next = AFTER.matcher(page);
            next.find();
            long to = Long.parseLong(next.group(1));
            if (to == after && last) {
                break;
            }
            last = writersEnded && to == after;
            after = to;
        }
        Set<String> missed = new HashSet<>(written);
        missed.removeAll(seen);
        if (!failures.isEmpty() || !missed.isEmpty() || doubled > 0) {
            System.err.println("missed " + missed.size() + ", doubled " + doubled + ", failures " + failures);
            System.exit(1);
        }
        System.out.printf(
                "%d records written by %d writers with slow commits, followed meanwhile: missed 0, doubled 0; %.0f s%n",
                written.size(), WRITERS, (System.nanoTime() - began) / 1e9);
    }

    private static void write(Connection connection, Random random, AtomicInteger left, Set<String> written)
            throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(
                "insert into directory.organization (id, name, description) values (gen_random_uuid(), 'Inventada', 'Para o ensaio') returning id")) {
            while (true) {
                int some = Math.min(1 + random.nextInt(40), left.get());
                if (some <= 0 || left.addAndGet(-some) < 0) {
                    return;
                }
                List<String> mine = new ArrayList<>();
                for (int i = 0; i < some; i++) {
                    try (var row = insert.executeQuery()) {
                        row.next();
                        mine.add(row.getString(1));
                    }
                }
                if (random.nextInt(10) == 0) {
                    // a transaction that commits long after others with later rows
                    Thread.sleep(random.nextInt(200));
                }
                connection.commit();
                written.addAll(mine);
            }
        }
    }
}
