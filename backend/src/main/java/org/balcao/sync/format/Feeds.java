package org.balcao.sync.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.balcao.sync.format.Package.Row;
import org.balcao.sync.model.Shape;
import org.balcao.sync.model.Stated;

/** A file of any format that partners have, told by what is in it; and its records, in the words of HSDS 3.2. */
public final class Feeds {
    private static final int LOOK_AT = 1 << 20;

    /** What a file is. */
    public enum Format {
        JSON,
        JSON_LINES,
        TABULAR,
        SPREADSHEET,
        CSV
    }

    private final Shape shape;
    private final Map<String, String> columnMap;

    /** @param columnMap of spreadsheets: what a column means */
    public Feeds(Shape shape, Map<String, String> columnMap) {
        this.shape = shape;
        this.columnMap = Map.copyOf(columnMap);
    }

    /** @throws FeedRefused if it is nothing that can be taken */
    public static Format formatOf(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(4);
        }
        if (start.length == 0) {
            throw new FeedRefused("empty", "The file is empty.");
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
            return isWorkbook(file) ? Format.SPREADSHEET : Format.TABULAR;
        }
        if (start.length >= 2
                && (start[0] == (byte) 0xff && start[1] == (byte) 0xfe
                        || start[0] == (byte) 0xfe && start[1] == (byte) 0xff)) {
            throw new FeedRefused("encoding", "The file is written in UTF-16; UTF-8 is expected.");
        }
        try (BufferedReader lines = new BufferedReader(Package.text(Files.newInputStream(file)))) {
            return formatOfText(lines);
        } catch (CharacterCodingException another) {
            throw new FeedRefused("encoding", "The file is not written in UTF-8.");
        }
    }

    private static Format formatOfText(BufferedReader lines) throws IOException {
        lines.mark(LOOK_AT + 1);
        char[] start = new char[LOOK_AT];
        int read = 0;
        for (int more = lines.read(start); more > 0; more = lines.read(start, read, start.length - read)) {
            read += more;
            if (read == start.length) {
                break;
            }
        }
        String text = new String(start, 0, read).stripLeading();
        text = text.startsWith("\ufeff") ? text.substring(1).stripLeading() : text;
        if (text.isEmpty()) {
            throw new FeedRefused("empty", "The file holds nothing.");
        }
        if (text.charAt(0) == '<') {
            throw new FeedRefused("not_a_format", "XML and HTML are not taken.");
        }
        if (text.charAt(0) != '{' && text.charAt(0) != '[') {
            return Format.CSV;
        }
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end).stripTrailing();
        String second = end < 0 ? "" : text.substring(end).strip();
        return first.startsWith("{") && first.endsWith("}") && second.startsWith("{") ? Format.JSON_LINES : Format.JSON;
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Package.refuseBomb(zip);
            return zip.getEntry("[Content_Types].xml") != null;
        } catch (ZipException broken) {
            throw new FeedRefused("not_zip", "The file begins as a zip package and is none.");
        }
    }

    /**
     * Hands on every record, each before the next is read where the format allows it.
     *
     * @throws FeedRefused if the file as a whole cannot be taken; what was handed on before does not count then
     */
    public void read(Path file, Format format, Consumer<Stated> to) throws IOException {
        HsdsObjects objects = new HsdsObjects(shape, to);
        try {
            switch (format) {
                case JSON -> {
                    try (var content = Package.text(Files.newInputStream(file))) {
                        new JsonFeed(objects, to).document(content);
                    }
                }
                case JSON_LINES -> {
                    try (var content = Package.text(Files.newInputStream(file))) {
                        new JsonFeed(objects, to).lines(content);
                    }
                }
                case TABULAR -> new TabularFeed(objects, to, Package.zip(file)).read();
                case SPREADSHEET -> {
                    try (InputStream content = Files.newInputStream(file)) {
                        sheet(objects, Sheet.workbook(content));
                    }
                }
                case CSV -> {
                    try (var content = Package.text(Files.newInputStream(file))) {
                        sheet(objects, Package.csv(content, "The file"));
                    }
                }
            }
        } catch (CharacterCodingException another) {
            throw new FeedRefused("encoding", "The file is not written in UTF-8.");
        }
    }

    private void sheet(HsdsObjects objects, List<Row> rows) {
        if (!Sheet.isOne(rows, columnMap)) {
            throw new FeedRefused(
                    "columns_not_known",
                    "No column is called name, nome or serviço, and the source has no map that says which is.");
        }
        new Sheet(objects, columnMap).read(rows);
    }
}
