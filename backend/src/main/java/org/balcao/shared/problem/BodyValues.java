package org.balcao.shared.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Values in bodies are what is written there: a date is a day of the years 1 to 9999 in the form of RFC 3339, since the database stores others not at all or
 * otherwise; a number whose kind is not known yet keeps all its digits, so that next to nothing does not become nothing.
 */
@Singleton
public class BodyValues implements ObjectMapperCustomizer {
    static final String WANTED = "must be a date such as 2026-11-26";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.configure(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS, true);
        mapper.registerModule(new SimpleModule("values in bodies").addDeserializer(LocalDate.class, new Day()));
    }

    /** After the module of {@code java.time}, which takes more. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Day extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;
        private static final Pattern WRITTEN = Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}");

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            String text = parser.getText().strip();
            try {
                if (WRITTEN.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException noSuchDay) {
                // said below
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, WANTED);
        }
    }
}
