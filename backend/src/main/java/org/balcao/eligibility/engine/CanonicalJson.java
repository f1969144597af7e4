package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;

/**
 * JSON in the one form that RFC 8785 gives to every value, so that its hash is the same wherever it is made. Of numbers only whole ones are
 * written; packs have no others.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(JsonNode json) {
        StringBuilder out = new StringBuilder();
        write(json, out);
        return out.toString();
    }

    private static void write(JsonNode json, StringBuilder out) {
        switch (json.getNodeType()) {
            case OBJECT -> {
                out.append('{');
                List<String> names = List.copyOf(names(json));
                for (int i = 0; i < names.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(names.get(i), out);
                    out.append(':');
                    write(json.get(names.get(i)), out);
                }
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < json.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(json.get(i), out);
                }
                out.append(']');
            }
            case STRING -> write(json.textValue(), out);
            case NUMBER -> {
                if (!json.isIntegralNumber() || !json.canConvertToLong()) {
                    throw new IllegalArgumentException("not a whole number");
                }
                out.append(json.longValue());
            }
            default -> out.append(json.asText());
        }
    }

    /** In the order of their UTF-16 units, which is that of {@link String}. */
    private static TreeSet<String> names(JsonNode json) {
        TreeSet<String> names = new TreeSet<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
