package org.balcao.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL of our own in a directory: made on the first start, taken over from a Balcão that was killed, started again
 * when it dies, and stopped when Balcão stops. It listens on this machine only and asks for a password that lies beside it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Whether what was committed must survive a power cut. A test's database need not. */
    public enum Durability {
        KEPT(List.of(), List.of()),
        FORGOTTEN(
                List.of("--no-sync"),
                List.of(
                        "-c fsync=off",
                        "-c synchronous_commit=off",
                        "-c full_page_writes=off",
                        "-c max_wal_size=256MB"));

        private final List<String> whenMade;
        private final List<String> whenStarted;

        Durability(List<String> whenMade, List<String> whenStarted) {
            this.whenMade = whenMade;
            this.whenStarted = whenStarted;
        }
    }

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String USER = "balcao";
    private static final String DATABASE = "balcao";
    private static final int SECONDS_TO_START = 90;
    private static final int SECONDS_TO_FINISH = 30;

    private final Path home;
    private final Path data;
    private final Path serverLog;
    private final Path binaries;
    private final Durability durability;
    private final RunAs runAs;
    private final FileLock lock;
    private final String password;
    private int port;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private final ReentrantLock startingOrStopping = new ReentrantLock();
    private final Thread stopsWithUs = new Thread(this::stopWhenUnused, "stop-postgres");
    private volatile CountDownLatch inUse = new CountDownLatch(0);
    private volatile boolean stopping;

    /** Whether others were told the port: then PostgreSQL starts again at the same one. */
    private boolean portIsKnown;

    private EmbeddedPostgres(Path home, Path binariesHome, Durability durability) throws IOException {
        this.home = home;
        this.durability = durability;
        var database = home.resolve("database");
        data = database.resolve("data");
        serverLog = database.resolve("server.log");
        Files.createDirectories(home);
        lock = lock(home);
        runAs = RunAs.forDirectory(database);
        if (!Files.exists(database)) {
            runAs.createDirectory(database);
        }
        binaries = PostgresBinaries.unpackedUnder(binariesHome);
        password = password(home);
        Runtime.getRuntime().addShutdownHook(stopsWithUs);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            makeCluster(database);
        }
        var running = Postmaster.of(data).filter(Postmaster::isAlive);
        if (running.isPresent()) {
            LOG.infof(
                    "Taking over the PostgreSQL that an earlier Balcão left (process %d)",
                    running.get().pid());
            port = running.get().port();
            portIsKnown = true;
        } else {
            port = freePort();
            launch();
        }
        makeDatabase();
        watch.scheduleWithFixedDelay(this::startAgainIfDead, 250, 250, TimeUnit.MILLISECONDS);
    }

    /** Starts the database of this home. Only one program at a time may. */
    public static EmbeddedPostgres start(Path home, Durability durability) {
        return start(home, home, durability);
    }

    /** The same, with PostgreSQL's programs unpacked somewhere else than beside the data. */
    public static EmbeddedPostgres start(Path home, Path binariesHome, Durability durability) {
        try {
            return new EmbeddedPostgres(
                    home.toAbsolutePath().normalize(),
                    binariesHome.toAbsolutePath().normalize(),
                    durability);
        } catch (IOException failed) {
            throw new CannotStart("the embedded PostgreSQL in " + home + " cannot start", failed);
        }
    }

    /** The database of this home while another program runs it, if one does. */
    public static Optional<DatabaseAddress> running(Path home) {
        try {
            var data = home.toAbsolutePath().resolve("database").resolve("data");
            var passwordFile = home.resolve("password");
            if (!Files.exists(passwordFile)) {
                return Optional.empty();
            }
            var secret = Files.readString(passwordFile);
            return Postmaster.of(data)
                    .filter(Postmaster::isAlive)
                    .map(each -> new DatabaseAddress(url(each.port(), DATABASE), USER, secret));
        } catch (IOException unreadable) {
            throw new CannotStart("the embedded PostgreSQL in " + home + " cannot be read", unreadable);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(url(port, DATABASE), USER, password);
    }

    /** The process number of the PostgreSQL now running. */
    public long pid() {
        try {
            return Postmaster.of(data).orElseThrow().pid();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps PostgreSQL up until {@code user} has ended, even when the program is asked to stop meanwhile. */
    int whileUsedBy(IntSupplier user) {
        inUse = new CountDownLatch(1);
        try {
            return user.getAsInt();
        } finally {
            inUse.countDown();
        }
    }

    /** Stops PostgreSQL: what was committed stays, whoever is connected is sent away. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(stopsWithUs);
        } catch (IllegalStateException alreadyEnding) {
            LOG.debug("The program is ending", alreadyEnding);
        }
    }

    private void stopWhenUnused() {
        try {
            if (!inUse.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.warn("Stopping PostgreSQL under requests that do not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    private void stop() {
        stopping = true;
        startingOrStopping.lock();
        try {
            watch.shutdownNow();
            if (lock.isValid()
                    && Postmaster.of(data).filter(Postmaster::isAlive).isPresent()) {
                run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
            }
            lock.close();
        } catch (IOException failed) {
            LOG.errorf("PostgreSQL in %s did not stop: %s", home, failed.getMessage());
        } finally {
            startingOrStopping.unlock();
        }
    }

    private void startAgainIfDead() {
        try {
            if (stopping || Postmaster.of(data).filter(Postmaster::isAlive).isPresent()) {
                return;
            }
            LOG.warn("PostgreSQL died; starting it again");
            launch();
            LOG.info("PostgreSQL is back");
        } catch (IOException | RuntimeException failed) {
            LOG.errorf("PostgreSQL does not start again yet: %s", failed.getMessage());
        }
    }

    private static boolean isFree(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** What was running may need a moment to let go of its memory and its files, so a start may be refused a few times. */
    private void launch() throws IOException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        IOException last;
        do {
            startingOrStopping.lock();
            try {
                if (stopping) {
                    throw new IOException("Balcão is stopping");
                }
                Files.deleteIfExists(Postmaster.file(data));
                keepOneOldLog();
                var options = new ArrayList<>(List.of(
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=''",
                        "-c log_min_messages=warning",
                        "-c max_connections=60",
                        "-c timezone=UTC",
                        "-c log_timezone=UTC"));
                options.addAll(durability.whenStarted);
                run(List.of(
                        program("pg_ctl"),
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        serverLog.toString(),
                        "-w",
                        "-t",
                        String.valueOf(SECONDS_TO_START),
                        "-o",
                        String.join(" ", options)));
                portIsKnown = true;
                return;
            } catch (IOException refused) {
                last = refused;
                if (!portIsKnown && !isFree(port)) { // somebody was faster than PostgreSQL
                    port = freePort();
                }
            } finally {
                startingOrStopping.unlock();
            }
        } while (!stopping && System.nanoTime() < giveUp && pause());
        throw last;
    }

    private boolean pause() {
        try {
            return !watch.isShutdown() && !watch.awaitTermination(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keepOneOldLog() throws IOException {
        if (Files.exists(serverLog) && Files.size(serverLog) > 5_000_000) {
            Files.move(serverLog, serverLog.resolveSibling("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A cluster appears under its name only when it is whole, so a first start cut short is simply begun again. */
    private void makeCluster(Path database) throws IOException {
        var unfinished = database.resolve("unfinished");
        PostgresBinaries.deleteTree(unfinished);
        var secret = database.resolve("secret");
        Files.writeString(secret, password);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        runAs.giveAway(secret);
        var command = new ArrayList<>(List.of(
                program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                USER,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        command.addAll(durability.whenMade);
        try {
            run(command);
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeDatabase() throws IOException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database " + DATABASE);
                }
            }
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** A database taken over may still be recovering, and says so for a while. */
    private Connection connect(String name) throws SQLException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try {
                return DriverManager.getConnection(url(port, name), USER, password);
            } catch (SQLException notYet) {
                boolean temporary = "57P03".equals(notYet.getSQLState()) || "08001".equals(notYet.getSQLState());
                if (!temporary || System.nanoTime() > giveUp || !pause()) {
                    throw notYet;
                }
            }
        }
    }

    private void run(List<String> command) throws IOException {
        var output = Files.createTempFile("balcao-postgres", ".txt");
        try {
            var builder = new ProcessBuilder(runAs.command(command))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            if (builder.start().waitFor() != 0) {
                throw new IOException(lastLine(output) + " see " + serverLog);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLine(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .map(line -> line + ";")
                .orElse("");
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static FileLock lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException here) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new CannotStart(
                    "another Balcão is running on " + home + ": stop it, or set BALCAO_HOME to another directory");
        }
        return lock;
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var unfinished = Files.createTempFile(
                    home,
                    "password",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(bytes));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
