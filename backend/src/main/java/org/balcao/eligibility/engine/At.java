package org.balcao.eligibility.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A place in a pack that is being read; whatever is not as it has to be is refused with its pointer. */
record At(String pointer, JsonNode node) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+){0,9}");
    private static final Pattern RECORD = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int LONGEST_ID = 64;

    PackException problem(String what) {
        return new PackException(pointer, what);
    }

    /** An object with these properties and no others; a name that ends in "?" may be absent. */
    At object(String... names) {
        if (!node.isObject()) {
            throw problem("is not an object");
        }
        Set<String> known = new java.util.HashSet<>();
        for (String name : names) {
            boolean optional = name.endsWith("?");
            String plain = optional ? name.substring(0, name.length() - 1) : name;
            known.add(plain);
            if (!optional && !node.has(plain)) {
                throw problem(plain + " is missing");
            }
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw problem("has an unknown property " + name);
            }
        });
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    At get(String name) {
        JsonNode found = node.get(name);
        if (found == null) {
            throw problem(name + " is missing");
        }
        return new At(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), found);
    }

    <T> T optional(String name, Function<At, T> read) {
        return node.has(name) ? read.apply(get(name)) : null;
    }

    <T> List<T> list(int least, int most, Function<At, T> read) {
        if (!node.isArray() || node.size() < least || node.size() > most) {
            throw problem("is not a list of %d to %d".formatted(least, most));
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            all.add(read.apply(new At(pointer + "/" + i, node.get(i))));
        }
        return all;
    }

    <T> Map<String, T> map(int most, Function<At, T> read) {
        if (!node.isObject() || node.size() > most) {
            throw problem("is not an object of at most " + most);
        }
        Map<String, T> all = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> {
            At at = get(name);
            at.checkId(name);
            all.put(name, read.apply(at));
        });
        return all;
    }

    String text() {
        if (!node.isTextual()) {
            throw problem("is not a text");
        }
        return node.textValue();
    }

    String id() {
        String id = text();
        checkId(id);
        return id;
    }

    /** The id of a record of the directory: of its source, or the directory's own. */
    String record() {
        String id = text();
        if (!RECORD.matcher(id).matches()) {
            throw problem("is not the id of a record");
        }
        return id;
    }

    private void checkId(String id) {
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw problem("is not an id");
        }
    }

    String oneOf(String... words) {
        String word = text();
        if (!List.of(words).contains(word)) {
            throw problem("is none of " + String.join(", ", words));
        }
        return word;
    }

    long integer(long least, long most) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < least
                || node.longValue() > most) {
            throw problem("is not a whole number from %d to %d".formatted(least, most));
        }
        return node.longValue();
    }

    boolean bool() {
        if (!node.isBoolean()) {
            throw problem("is neither true nor false");
        }
        return node.booleanValue();
    }

    int day() {
        Integer day = Days.day(text());
        if (day == null) {
            throw problem("is not a date from 1900 to 2199, as 2024-08-31");
        }
        return day;
    }
}
