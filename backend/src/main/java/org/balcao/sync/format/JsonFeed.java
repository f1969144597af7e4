package org.balcao.sync.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Consumer;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Stated;

/**
 * JSON of HSDS 3 (a page or list of any endpoint, one record, or collections by name), of ORUK 1.0 ({@code content}), and JSON Lines. Records
 * are read one after the other, whatever the size of the file.
 */
final class JsonFeed {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 100_000;
    private static final int LONGEST_LINE = 2_000_000;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build())
            .build());

    private final HsdsObjects objects;
    private final Consumer<Stated> to;

    JsonFeed(HsdsObjects objects, Consumer<Stated> to) {
        this.objects = objects;
        this.to = to;
    }

    void document(Reader content) throws IOException {
        try (JsonParser parser = JSON.createParser(content)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                array(parser, null);
            } else if (first == JsonToken.START_OBJECT) {
                object(parser);
            } else {
                throw new FeedRefused("not_json", "The file holds neither an object nor a list.");
            }
            if (parser.nextToken() != null) {
                throw new FeedRefused("not_json", "Something follows after the end of the JSON.");
            }
        } catch (StreamConstraintsException tooMuch) {
            throw new FeedRefused(
                    "too_large", "A text is longer than 100,000 characters, or objects are nested deeper than 32.");
        } catch (JsonProcessingException malformed) {
            throw new FeedRefused("not_json", "The file is no JSON" + where(malformed) + ".");
        }
    }

    /** @param of what the records are, or null if they show it themselves */
    private void array(JsonParser parser, Kind of) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            record(JSON.readTree(parser), of, line);
        }
    }

    /** A page or collections, whose lists are read as they come; or a record. */
    private void object(JsonParser parser) throws IOException {
        ObjectNode rest = JSON.createObjectNode();
        int line = parser.currentTokenLocation().getLineNr();
        boolean lists = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
            Optional<Kind> collection = Kind.ofPlural(name);
            if (isList && (name.equals("contents") || name.equals("content"))) {
                lists = true;
                array(parser, null);
            } else if (isList && collection.isPresent() && !rest.has("id")) {
                lists = true;
                array(parser, collection.get());
            } else {
                rest.set(name, JSON.readTree(parser));
            }
        }
        if (!lists) {
            record(rest, null, line);
        }
    }

    void lines(Reader content) throws IOException {
        BufferedReader lines = new BufferedReader(content);
        int number = 0;
        for (String line = next(lines); line != null; line = next(lines)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode given;
            try (JsonParser parser = JSON.createParser(line)) {
                given = JSON.readTree(parser);
                if (parser.nextToken() != null) {
                    throw new FeedRefused("not_json", "Two values on one line.");
                }
            } catch (JsonProcessingException | FeedRefused malformed) {
                to.accept(Unread.line(number, "not_json", "is no JSON that can be taken"));
                continue;
            }
            record(given, null, number);
        }
    }

    /** A line, but not one without end. */
    private static String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = lines.read(); c != -1; c = lines.read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
            if (line.length() > LONGEST_LINE) {
                throw new FeedRefused("too_large", "A line has more than " + LONGEST_LINE + " characters.");
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private void record(JsonNode given, Kind of, int line) {
        if (!given.isObject()) {
            to.accept(Unread.line(line, "not_an_object", "is no object"));
            return;
        }
        ObjectNode record = (ObjectNode) given;
        JsonNode named = record.remove("kind");
        Kind found = of != null ? of : named != null ? kindNamed(named.asText()) : Guess.kindOf(record);
        if (found == null) {
            to.accept(
                    Unread.line(line, "kind_not_known", "cannot be told to be an organization, a service, a place …"));
            return;
        }
        objects.read(found, Older.modern(found, record), false, line);
    }

    private static Kind kindNamed(String word) {
        try {
            return Kind.of(word);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String where(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? ""
                : ", line " + malformed.getLocation().getLineNr();
    }
}
