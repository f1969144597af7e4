package org.balcao.sync.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The tables of a zipped tabular package, of any version, or of one CSV file; as rows with the line that each began at. */
final class Package {
    private static final long MOST_BYTES = 48L << 20;
    private static final int MOST_RATIO = 100;
    private static final long SMALL = 1 << 20;
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_ROWS = 200_000;
    private static final int LONGEST_HEADER = 65_536;
    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_CELL = 100_000;

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_CELL)
                            .build())
                    .build())
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /** A row of a table. */
    record Row(int line, ObjectNode values) {}

    private Package() {}

    /** The tables by file name without its ending. */
    static Map<String, List<Row>> zip(Path file) throws IOException {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        int rows = 0;
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            refuseBomb(zip);
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().replaceAll("^.*[/\\\\]", "").toLowerCase(Locale.ROOT);
                if (entry.isDirectory() || !name.endsWith(".csv")) {
                    continue;
                }
                try (InputStream content = new Limited(zip.getInputStream(entry), entry.getSize())) {
                    List<Row> table = csv(text(content), name);
                    rows += table.size();
                    if (rows > MOST_ROWS) {
                        throw new FeedRefused("too_large", "The package has more than " + MOST_ROWS + " rows.");
                    }
                    tables.put(name.substring(0, name.length() - ".csv".length()), table);
                }
            }
        } catch (ZipException broken) {
            throw new FeedRefused("not_zip", "The file begins as a zip package and is none.");
        }
        if (tables.isEmpty()) {
            throw new FeedRefused("empty", "The package has no tables.");
        }
        return tables;
    }

    /** @throws FeedRefused if the package says itself that it is far larger inside than outside */
    static void refuseBomb(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw new FeedRefused("too_large", "The package has more than " + MOST_ENTRIES + " files.");
        }
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            total += entry.getSize();
            boolean blown =
                    entry.getSize() > SMALL && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MOST_RATIO;
            if (total > MOST_BYTES || blown) {
                throw new FeedRefused("bomb", "The package is far larger inside than outside.");
            }
        }
    }

    /** UTF-8, and an error where it is something else. */
    static Reader text(InputStream content) {
        return new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    static List<Row> csv(Reader content, String name) throws IOException {
        BufferedReader lines = new BufferedReader(content, LONGEST_HEADER);
        char separator = separator(lines, name);
        ObjectReader reader = MAPPER.readerFor(ObjectNode.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator));
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<ObjectNode> each = reader.readValues(lines)) {
            while (each.hasNext()) {
                int line = each.getCurrentLocation().getLineNr();
                ObjectNode row = each.next();
                row.properties().forEach(cell -> unquoted(row, cell.getKey()));
                rows.add(new Row(line, row));
                if (rows.size() > MOST_ROWS) {
                    throw new FeedRefused("too_large", name + " has more than " + MOST_ROWS + " rows.");
                }
            }
        } catch (CharacterCodingException another) {
            throw another;
        } catch (StreamConstraintsException tooMuch) {
            throw new FeedRefused("too_large", name + " has a cell of more than " + LONGEST_CELL + " characters.");
        } catch (JsonProcessingException malformed) {
            throw new FeedRefused(
                    "not_csv",
                    name + " is no CSV, line " + malformed.getLocation().getLineNr() + ".");
        } catch (RuntimeException wrapped) {
            if (wrapped.getCause() instanceof CharacterCodingException another) {
                throw another;
            }
            if (wrapped.getCause() instanceof JsonProcessingException malformed) {
                throw new FeedRefused(
                        malformed instanceof StreamConstraintsException ? "too_large" : "not_csv",
                        name + " cannot be read, line "
                                + (malformed.getLocation() == null
                                        ? rows.size() + 2
                                        : malformed.getLocation().getLineNr())
                                + ".");
            }
            throw wrapped;
        }
        return rows;
    }

    /** Text that a spreadsheet would take for a formula is written with a quotation mark before it; it is taken away again. */
    private static void unquoted(ObjectNode row, String column) {
        String text = row.path(column).asText();
        if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
            row.put(column, text.substring(1));
        }
    }

    private static char separator(BufferedReader lines, String name) throws IOException {
        lines.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER];
        int read = 0;
        boolean whole = false;
        while (!whole && read < start.length) {
            int more = lines.read(start, read, start.length - read);
            whole = more < 0 || new String(start, read, more).indexOf('\n') >= 0;
            read += Math.max(0, more);
        }
        String text = new String(start, 0, read);
        int end = text.indexOf('\n');
        if (!whole) {
            throw new FeedRefused(
                    "too_large", name + " has a first line of more than " + LONGEST_HEADER + " characters.");
        }
        String header = end < 0 ? text : text.substring(0, end);
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        if (Math.max(semicolons, commas) > MOST_COLUMNS) {
            throw new FeedRefused("too_large", name + " has more than " + MOST_COLUMNS + " columns.");
        }
        lines.reset();
        if (text.startsWith("\ufeff")) {
            lines.skip(1);
        }
        return semicolons > commas ? ';' : ',';
    }

    /** Whatever a package says of its size, no more is read. */
    private static final class Limited extends InputStream {
        private final InputStream content;
        private long left;

        Limited(InputStream content, long size) {
            this.content = content;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            return counted(content.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = content.read(into, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) {
            left -= Math.max(0, result == -1 ? 0 : bytes);
            if (left < 0) {
                throw new FeedRefused("bomb", "The package is larger inside than it says.");
            }
            return result;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
