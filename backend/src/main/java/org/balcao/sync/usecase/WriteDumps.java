package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.Published;
import org.balcao.sync.store.Published.Column;
import org.balcao.sync.store.SyncDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Once a day, everything that everybody may have: as a tabular data package and as JSON Lines, of one moment, with sums and the licence. */
@ApplicationScoped
public class WriteDumps {
    private static final Logger LOG = Logger.getLogger("sync.dumps");
    private static final Duration HELD = Duration.ofHours(24);
    private static final String MANIFEST = "manifest.json";
    public static final String TABLES = "balcao-hsds.zip";
    public static final String LINES = "balcao.jsonl";
    private static final CsvMapper CSV = new CsvMapper();

    private final SyncDatabase database;
    private final Published published;
    private final Path folder;
    private final Clock clock;

    WriteDumps(
            SyncDatabase database,
            Published published,
            @ConfigProperty(name = "balcao.dumps") Path folder,
            Clock clock) {
        this.database = database;
        this.published = published;
        this.folder = folder;
        this.clock = clock;
    }

    @Scheduled(every = "{balcao.dumps.every}", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            Instant oldest = clock.instant().minus(HELD);
            // one that was made before the first load holds nothing, and is no dump
            boolean fresh = manifest()
                    .filter(each -> each.path("seq").asLong() > 0)
                    .map(each -> Instant.parse(each.path("made_at").asText()))
                    .filter(made -> made.isAfter(oldest))
                    .isPresent();
            if (!fresh) {
                write();
            }
        } catch (RuntimeException away) {
            LOG.warnf("The dumps wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** What there is; nothing before the first time. */
    public Optional<JsonNode> manifest() {
        Path file = folder.resolve(MANIFEST);
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readString(file))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes both; who reads meanwhile has the ones before. */
    public void write() {
        try {
            Files.createDirectories(folder);
            Path tables = folder.resolve(TABLES + ".part");
            Path lines = folder.resolve(LINES + ".part");
            ObjectNode manifest = Json.MAPPER.createObjectNode();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            int[] records = new int[1];
            long seq = database.atLength(handle -> {
                try {
                    long at = published.begin(handle);
                    tables(handle, tables, now);
                    records[0] = lines(handle, lines);
                    return at;
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
            manifest.put("made_at", now.toString()).put("seq", seq);
            manifest.putObject("licence")
                    .put("name", "CC BY 4.0")
                    .put("url", "https://creativecommons.org/licenses/by/4.0/");
            ArrayNode files = manifest.putArray("files");
            described(
                    files,
                    TABLES,
                    tables,
                    "application/zip",
                    "HSDS 3.2 tabular data package (Frictionless), with the tables of our profile");
            described(
                            files,
                            LINES,
                            lines,
                            "application/x-ndjson",
                            "records as JSON Lines, what is pointed at before what points at it")
                    .put("records", records[0]);
            Files.move(tables, folder.resolve(TABLES), StandardCopyOption.ATOMIC_MOVE);
            Files.move(lines, folder.resolve(LINES), StandardCopyOption.ATOMIC_MOVE);
            Path part = Files.writeString(folder.resolve(MANIFEST + ".part"), Json.text(manifest));
            Files.move(part, folder.resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ObjectNode described(ArrayNode files, String name, Path file, String type, String what)
            throws IOException {
        MessageDigest hash = Json.sha256();
        try (var content = new DigestInputStream(Files.newInputStream(file), hash)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return files.addObject()
                .put("name", name)
                .put("description", what)
                .put("media_type", type)
                .put("bytes", Files.size(file))
                .put("sha256", HexFormat.of().formatHex(hash.digest()));
    }

    private int lines(Handle handle, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            return published.records(handle, line -> {
                try {
                    out.write(Json.text(line));
                    out.write('\n');
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
    }

    private void tables(Handle handle, Path file, Instant now) throws IOException {
        ObjectNode descriptor = Json.MAPPER.createObjectNode();
        descriptor
                .put("name", "balcao")
                .put("profile", "tabular-data-package")
                .put("title", "Balcão")
                .put("created", now.toString());
        descriptor
                .putArray("licenses")
                .addObject()
                .put("name", "CC-BY-4.0")
                .put("path", "https://creativecommons.org/licenses/by/4.0/");
        ArrayNode resources = descriptor.putArray("resources");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : published.files().entrySet()) {
                List<Column> columns = published.columns(handle, each.getKey());
                resources.add(resource(handle, each.getKey(), each.getValue(), columns));
                zip.putNextEntry(new ZipEntry(each.getValue() + ".csv"));
                table(handle, each.getKey(), columns, zip);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write(Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(descriptor)
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private void table(Handle handle, String table, List<Column> columns, ZipOutputStream zip) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(column -> schema.addColumn(column.name()));
        // by ourselves, so that a table without rows has its columns too
        zip.write((columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        OutputStream stays = new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the package goes on after this table
            }
        };
        try (var rows = CSV.writer()
                .with(schema.build())
                .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .writeValues(stays)) {
            published.rows(handle, table, columns, row -> {
                try {
                    rows.write(cells(row, columns));
                } catch (IOException unwritable) {
                    throw new UncheckedIOException(unwritable);
                }
            });
        }
    }

    private static ObjectNode cells(ObjectNode row, List<Column> columns) {
        ObjectNode cells = Json.MAPPER.createObjectNode();
        for (Column column : columns) {
            JsonNode value = row.get(column.name());
            if (value == null || value.isNull()) {
                cells.putNull(column.name());
            } else if (value.isContainerNode()) {
                cells.put(column.name(), Json.text(value));
            } else if (value.isTextual()) {
                cells.put(column.name(), noFormula(value.textValue()));
            } else {
                cells.set(column.name(), value);
            }
        }
        return cells;
    }

    /** A spreadsheet must not take a text for a formula; a telephone number is none. */
    private static String noFormula(String text) {
        boolean risky =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9 ()./-]+");
        return risky ? "'" + text : text;
    }

    private ObjectNode resource(Handle handle, String table, String file, List<Column> columns) {
        ObjectNode resource = Json.MAPPER.createObjectNode();
        resource.put("name", table)
                .put("path", file + ".csv")
                .put("profile", "tabular-data-resource")
                .put("encoding", "utf-8");
        // said, because libraries guess it otherwise, and guess wrong for telephones
        resource.putObject("dialect")
                .put("delimiter", ",")
                .put("doubleQuote", true)
                .put("header", true);
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (Column column : columns) {
            ObjectNode field = fields.addObject().put("name", column.name());
            switch (column.type()) {
                case "uuid" -> field.put("type", "string").put("format", "uuid");
                case "integer" -> field.put("type", "integer");
                case "numeric", "double precision" -> field.put("type", "number");
                case "boolean" -> field.put("type", "boolean");
                case "date" -> field.put("type", "date");
                case "time without time zone" -> field.put("type", "time");
                case "ARRAY" -> field.put("type", "array");
                default -> field.put("type", "string");
            }
        }
        schema.put("primaryKey", "id");
        ArrayNode keys = schema.putArray("foreignKeys");
        published.references(handle, table).forEach(each -> {
            ObjectNode key = keys.addObject().put("fields", each.column());
            key.putObject("reference")
                    .put("resource", each.table().equals(table) ? "" : each.table())
                    .put("fields", each.target());
        });
        if (keys.isEmpty()) {
            schema.remove("foreignKeys");
        }
        return resource;
    }
}
