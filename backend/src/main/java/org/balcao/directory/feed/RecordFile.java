package org.balcao.directory.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A file of records.
 * YAML and JSON hold one object of collections ({@code services: [...]}). JSON Lines hold one such object, or one record that names
 * its {@code kind}, a line, and each line is handed on before the next is read. CSV holds places.
 */
public enum RecordFile {
    YAML {
        @Override
        public void read(InputStream content, String name, Consumer<Read> to) throws IOException {
            try {
                RecordReader.read(YAML_READER.readTree(content), name, to);
            } catch (JsonProcessingException malformed) {
                to.accept(new Read.Bad("file", name, "not YAML" + where(malformed)));
            }
        }
    },
    JSONL {
        @Override
        public void read(InputStream content, String name, Consumer<Read> to) throws IOException {
            var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                JsonNode object;
                try {
                    object = JSON.readTree(line);
                } catch (JsonProcessingException malformed) {
                    to.accept(new Read.Bad("file", name + ":" + number, "not JSON"));
                    continue;
                }
                RecordReader.read(object, name + ":" + number, to);
            }
        }
    },
    CSV {
        @Override
        public void read(InputStream content, String name, Consumer<Read> to) throws IOException {
            try (MappingIterator<ObjectNode> rows = CSV_READER.readValues(content)) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    for (var coordinate : new String[] {"latitude", "longitude"}) {
                        if (row.path(coordinate).isTextual()) {
                            row.set(coordinate, number(row.get(coordinate).textValue()));
                        }
                    }
                    var file = JsonNodeFactory.instance.objectNode();
                    file.putArray("places").add(row);
                    RecordReader.read(file, name, to);
                }
            } catch (JsonProcessingException malformed) {
                to.accept(new Read.Bad("file", name, "not CSV" + where(malformed)));
            }
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML_READER = new YAMLMapper();
    private static final ObjectReader CSV_READER = new CsvMapper()
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .readerFor(ObjectNode.class)
            .with(CsvSchema.emptySchema().withHeader());

    /** Reads all records, each in its turn. A record that cannot be read does not keep the others back. */
    public abstract void read(InputStream content, String name, Consumer<Read> to) throws IOException;

    /** The format of a file by its name: {@code .csv}, {@code .jsonl} or {@code .ndjson}; all else is YAML, of which JSON is a part. */
    public static RecordFile of(String fileName) {
        return fileName.endsWith(".csv")
                ? CSV
                : fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson") ? JSONL : YAML;
    }

    private static JsonNode number(String text) {
        try {
            return JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
        } catch (NumberFormatException word) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static String where(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : ", line " + malformed.getLocation().getLineNr();
    }
}
