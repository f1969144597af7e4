package org.balcao.shared.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What no JSON body may hold, whoever reads it: a character that cannot be stored (U+0000, half of a surrogate pair) in a name or a text, a name twice in one
 * object, a number without end, objects nested without end. Bodies that are read as a stream check that themselves.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 1_000;
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isJson(context.getMediaType()) && !InputStream.class.isAssignableFrom(context.getType())) {
            byte[] body = context.getInputStream().readAllBytes();
            check(body);
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    /** @throws Problem naming the field */
    static void check(byte[] body) throws IOException {
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT, START_ARRAY -> {
                        names.push(new HashSet<>());
                        if (names.size() > DEEPEST) {
                            throw ProblemType.INVALID_BODY.at("", "may not be nested deeper than " + DEEPEST);
                        }
                    }
                    case END_OBJECT, END_ARRAY -> names.pop();
                    case FIELD_NAME -> {
                        unstorable(parser, parser.currentName());
                        if (!names.element().add(parser.currentName())) {
                            throw ProblemType.INVALID_BODY.at(pointer(parser), "stands there twice");
                        }
                    }
                    case VALUE_STRING -> unstorable(parser, parser.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
                    default -> {
                        // true, false and null are right everywhere
                    }
                }
            }
        } catch (JsonProcessingException malformed) {
            // told by who reads it
        }
    }

    /** A number that memory or the database would not hold once it is written out. */
    private static void number(JsonParser parser) throws IOException {
        String written = parser.getText();
        try {
            if (written.length() <= LONGEST_NUMBER && Math.abs(new BigDecimal(written).scale()) <= LONGEST_NUMBER) {
                return;
            }
        } catch (NumberFormatException beyondAnyExponent) {
            // said below
        }
        throw ProblemType.INVALID_BODY.at(
                pointer(parser), "must be a number of less than " + LONGEST_NUMBER + " digits");
    }

    private static void unstorable(JsonParser parser, String text) throws IOException {
        if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw ProblemType.INVALID_BODY.at(
                    pointer(parser), "may not contain the character U+0000, or half of a surrogate pair");
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext()
                .pathAsPointer()
                .toString()
                .codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
