import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old the oldest answer is: {@code Staleness HOME SECONDS WARMING NODE…}, a node as {@code port:managementPort}. The last node keeps no answers: what it
 * says is the baseline, under the same writes at the same time; of a search also what the other nodes say to one that none of them keeps, since an index
 * may be behind on one node alone. Each of 16 writers gives one service a numbered name in PostgreSQL, once in each two
 * seconds, and notes when that was acknowledged; in the rest of the two seconds answers can be kept. 4 readers ask the nodes in turn and look which
 * numbers they are shown. An answer is as old as the time from the acknowledgement of the first name that it should have had to the moment it was
 * asked for. For each kind of question three times: with notices, with the connections that the notices come by cut, and without any notice.
 */
public final class Staleness {
    private static final int WRITERS = 16;
    private static final int READERS = 4;
    private static final long WRITTEN_EVERY_MILLIS = 2_000;
    private static final int WRITTEN_WITHIN_MILLIS = 200;
    private static final int CUT_EVERY_MILLIS = 700;
    private static final int IN_A_ROW = 6;
    private static final int PAUSE_MILLIS = 5;
    /** No node keeps a search of so many words; it finds the same, as old as the index of this very node. */
    private static final String NEVER_KEPT = "/api/services?search=ensaio+ensaio+ensaio+ensaio+ensaio&per_page=50";

    private static final Pattern NAME = Pattern.compile("Ensaio x(\\d\\d) v(\\d+)");

    /** What is asked for. What is found by words comes from the search index, which follows the change log ten times a second. */
    private enum Kind {
        ONE_SERVICE("one service"),
        LIST("list of 50"),
        SEARCH("search");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    /** When each name of a service was acknowledged, in the order of their numbers. */
    private static final class Names {
        private final List<Long> acknowledged = new ArrayList<>();

        synchronized void add() {
            acknowledged.add(System.nanoTime());
        }

        synchronized int count() {
            return acknowledged.size();
        }

        /** How old a number was at a moment: 0 if no newer one was acknowledged before. */
        synchronized long age(int number, long moment) {
            int next = number + 1;
            return next < acknowledged.size() ? Math.max(0, moment - acknowledged.get(next)) : 0;
        }
    }

    private static final class Ages {
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger old = new AtomicInteger();
        private final AtomicLong oldest = new AtomicLong();
    }

    private final String url;
    private final String password;
    private final String[] ids = new String[WRITERS];
    private final Names[] names = new Names[WRITERS];
    private final List<String[]> nodes;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Staleness(String url, String password, List<String[]> nodes) {
        this.url = url;
        this.password = password;
        this.nodes = nodes;
    }

    public static void main(String[] arguments) throws Exception {
        var home = java.nio.file.Path.of(arguments[0]);
        var port = java.nio.file.Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3).strip();
        var password = java.nio.file.Files.readString(home.resolve("password"));
        var nodes = Arrays.stream(arguments).skip(3).map(node -> node.split(":")).toList();
        var proof = new Staleness("jdbc:postgresql://127.0.0.1:" + port + "/balcao", password, nodes);
        proof.begin();
        int seconds = Integer.parseInt(arguments[1]);
        for (Kind kind : Kind.values()) {
            proof.phase(null, kind, Integer.parseInt(arguments[2]), "", 0); // the programs are cold
        }
        System.out.println("| notices | asked for | answers | from memory | older than the newest write | oldest, ms |"
                + " without cache: answers | older | oldest, ms |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        proof.phases("given", seconds, "", 0);
        proof.phases("connection cut every " + CUT_EVERY_MILLIS + " ms", seconds,
                "select pg_terminate_backend(pid) from pg_stat_activity where query like '%/* change number */%' and pid <> pg_backend_pid()",
                CUT_EVERY_MILLIS);
        proof.say("alter table directory.change disable trigger tell_of_change");
        try {
            proof.phases("none", seconds, "", 0);
        } finally {
            proof.say("alter table directory.change enable trigger tell_of_change");
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "balcao", password);
    }

    private void say(String sql) throws SQLException {
        try (var database = connection(); var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void begin() throws SQLException {
        try (var database = connection();
                var rows = database.createStatement().executeQuery("select id from directory.service where status = 'active'"
                        + " order by position limit " + WRITERS)) {
            for (int i = 0; rows.next(); i++) {
                ids[i] = rows.getString(1);
                names[i] = new Names();
            }
        }
    }

    private void phases(String title, int seconds, String trouble, int every) throws Exception {
        for (Kind kind : Kind.values()) {
            phase(title, kind, seconds, trouble, every);
        }
    }

    private void phase(String title, Kind kind, int seconds, String trouble, int every) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        var kept = new Ages();
        var baseline = new Ages();
        double before = fromMemory();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            threads.add(start(() -> write(writer, end)));
        }
        for (int i = 0; i < READERS; i++) {
            threads.add(start(() -> read(kind, end, kept, baseline)));
        }
        if (!trouble.isEmpty()) {
            threads.add(start(() -> {
                while (System.nanoTime() < end) {
                    say(trouble);
                    Thread.sleep(every);
                }
            }));
        }
        for (Thread each : threads) {
            each.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        if (title != null) {
            System.out.printf(Locale.ROOT, "| %s | %s | %d | %.0f | %d | %.1f | %d | %d | %.1f |%n",
                    title, kind.title, kept.answers.get(), fromMemory() - before, kept.old.get(), kept.oldest.get() / 1e6,
                    baseline.answers.get(), baseline.old.get(), baseline.oldest.get() / 1e6);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Thread start(Work work) {
        return Thread.ofPlatform().start(() -> {
            try {
                work.run();
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            }
        });
    }

    private void write(int writer, long end) throws Exception {
        try (var database = connection();
                var statement = database.prepareStatement("update directory.service set name = ? where id = ?::uuid")) {
            while (System.nanoTime() < end) {
                statement.setString(1, "Ensaio x%02d v%d".formatted(writer, names[writer].count()));
                statement.setString(2, ids[writer]);
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("The service " + ids[writer] + " is gone");
                }
                names[writer].add();
                long toNext = WRITTEN_EVERY_MILLIS - System.nanoTime() / 1_000_000 % WRITTEN_EVERY_MILLIS;
                Thread.sleep(toNext + ThreadLocalRandom.current().nextInt(WRITTEN_WITHIN_MILLIS));
            }
        }
    }

    private void read(Kind kind, long end, Ages kept, Ages baseline) throws Exception {
        var chance = ThreadLocalRandom.current();
        while (System.nanoTime() < end) {
            String path = switch (kind) {
                case ONE_SERVICE -> "/api/services/" + ids[chance.nextInt(WRITERS)];
                case LIST -> "/api/services?per_page=50";
                case SEARCH -> "/api/services?search=ensaio&per_page=50";
            };
            int node = chance.nextInt(nodes.size());
            String of = "http://127.0.0.1:" + nodes.get(node)[0];
            boolean keepsNone = node == nodes.size() - 1;
            if (kind == Kind.SEARCH && !keepsNone) {
                read(of + NEVER_KEPT, baseline);
            }
            for (int i = 0; i < IN_A_ROW; i++) {
                read(of + path, keepsNone ? baseline : kept);
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void read(String address, Ages of) throws Exception {
        long asked = System.nanoTime();
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + ": " + answer.statusCode());
        }
        long age = 0;
        for (Matcher name = NAME.matcher(answer.body()); name.find(); ) {
            age = Math.max(age, names[Integer.parseInt(name.group(1))].age(Integer.parseInt(name.group(2)), asked));
        }
        of.answers.incrementAndGet();
        if (age > 0) {
            of.old.incrementAndGet();
            of.oldest.accumulateAndGet(age, Math::max);
        }
    }

    private double fromMemory() throws Exception {
        double sum = 0;
        for (String[] node : nodes) {
            String metrics = http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node[1] + "/q/metrics")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher line = Pattern.compile("balcao_answers_total\\{from=\"memory\"} ([0-9.E]+)").matcher(metrics);
            sum += line.find() ? Double.parseDouble(line.group(1)) : 0;
        }
        return sum;
    }
}
