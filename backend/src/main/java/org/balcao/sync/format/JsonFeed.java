package org.balcao.sync.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Stated;
import org.jboss.logging.Logger;

/**
 * JSON of HSDS 3 (a page or list of any endpoint, one record, or collections by name), of ORUK 1.0 ({@code content}), and JSON Lines. Records
 * are read one after the other, whatever the size of the file.
 */
final class JsonFeed {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final int DEEPEST = 32;
    /** What is deeper than a record may be is skipped to go on behind it; deeper than this nothing is looked for any more. */
    private static final int DEEPEST_TO_SKIP = 100_000;
    /** Of a text, a name or a number that is read at all; what is taken of them is far less. */
    private static final int LONGEST_STRING = 4_000_000;

    private static final int LONGEST_NUMBER = 1_000;
    private static final int SURELY_LONG = 18;
    private static final int LONGEST_LINE = 2_000_000;
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_TO_SKIP)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(LONGEST_STRING)
                    .maxNameLength(LONGEST_STRING)
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
                    "too_large",
                    "A text is longer than 4,000,000 characters, or objects are nested deeper than 100,000.");
        } catch (JsonProcessingException malformed) {
            throw new FeedRefused("not_json", "The file is no JSON" + where(malformed) + ".");
        }
    }

    /** @param of what the records are, or null if they show it themselves */
    private void array(JsonParser parser, Kind of) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            record(parser, of, line);
        }
    }

    /** A page or collections, whose lists are read as they come; or a record. */
    private void object(JsonParser parser) throws IOException {
        ObjectNode rest = JSON.createObjectNode();
        int line = parser.currentTokenLocation().getLineNr();
        Tree tree = new Tree();
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
                rest.set(name, tree.read(parser));
            }
        }
        if (!lists) {
            record(rest, tree, null, line);
        }
    }

    private void record(JsonParser parser, Kind of, int line) throws IOException {
        Tree tree = new Tree();
        record(tree.read(parser), tree, of, line);
    }

    private void record(JsonNode given, Tree tree, Kind of, int line) {
        if (tree.tooDeep) {
            to.accept(Unread.line(line, "too_deep", "has objects nested deeper than " + DEEPEST));
        } else {
            record(given, of, line);
        }
    }

    /** Reads one value into memory. What is too deep is skipped, and a number that is none is a text: neither ends the reading of the file. */
    private static final class Tree {
        private boolean tooDeep;

        JsonNode read(JsonParser parser) throws IOException {
            return read(parser, 0);
        }

        private JsonNode read(JsonParser parser, int depth) throws IOException {
            if (depth > DEEPEST && parser.currentToken().isStructStart()) {
                tooDeep = true;
                parser.skipChildren();
                return NullNode.getInstance();
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> {
                    ObjectNode object = JSON.createObjectNode();
                    while (parser.nextToken() != JsonToken.END_OBJECT) {
                        String name = parser.currentName();
                        parser.nextToken();
                        object.set(name, read(parser, depth + 1));
                    }
                    yield object;
                }
                case START_ARRAY -> {
                    ArrayNode array = JSON.createArrayNode();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        array.add(read(parser, depth + 1));
                    }
                    yield array;
                }
                case VALUE_NUMBER_INT -> integer(parser.getText());
                case VALUE_NUMBER_FLOAT -> number(parser.getText());
                case VALUE_TRUE -> BooleanNode.TRUE;
                case VALUE_FALSE -> BooleanNode.FALSE;
                case VALUE_NULL -> NullNode.getInstance();
                default -> TextNode.valueOf(parser.getText());
            };
        }

        private static JsonNode integer(String digits) {
            return digits.length() <= SURELY_LONG ? LongNode.valueOf(Long.parseLong(digits)) : number(digits);
        }

        private static JsonNode number(String written) {
            try {
                return written.length() > LONGEST_NUMBER
                        ? TextNode.valueOf(written)
                        : DecimalNode.valueOf(new BigDecimal(written));
            } catch (NumberFormatException beyondAnyExponent) {
                return TextNode.valueOf(written);
            }
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
            if (line.length() > LONGEST_LINE) {
                to.accept(Unread.line(number, "too_large", "has more than " + LONGEST_LINE + " characters"));
                continue;
            }
            Tree tree = new Tree();
            JsonNode given;
            try (JsonParser parser = JSON.createParser(line)) {
                parser.nextToken();
                given = tree.read(parser);
                if (parser.nextToken() != null) {
                    throw new FeedRefused("not_json", "Two values on one line.");
                }
            } catch (JsonProcessingException | FeedRefused malformed) {
                to.accept(Unread.line(number, "not_json", "must be JSON"));
                continue;
            }
            record(given, tree, null, number);
        }
    }

    /** A line; of one without end no more than shows that it is too long. */
    private static String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = lines.read();
        if (c == -1) {
            return null;
        }
        for (; c != -1 && c != '\n'; c = lines.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void record(JsonNode given, Kind of, int line) {
        if (!given.isObject()) {
            to.accept(Unread.line(line, "not_an_object", "must be an object"));
            return;
        }
        Kind found;
        ObjectNode record = (ObjectNode) given;
        JsonNode named = record.remove("kind");
        try {
            found = of != null ? of : named != null ? kindNamed(named.asText()) : Guess.kindOf(record);
            record = found == null ? record : Older.modern(found, record);
        } catch (RuntimeException odd) {
            LOG.debugf(odd, "What is at line %d cannot be put in the words of HSDS 3", line);
            to.accept(Unread.line(line, "not_possible", "cannot be read as it is; tell us its line, and we look why"));
            return;
        }
        if (found == null) {
            to.accept(
                    Unread.line(line, "kind_not_known", "cannot be told to be an organization, a service, a place …"));
            return;
        }
        objects.read(found, record, false, line);
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
