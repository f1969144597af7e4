package org.balcao.directory.rest.asked;

import java.util.List;
import java.util.Objects;

/**
 * One thing a read can be asked in its address: its name, what it means, and how its text is understood.
 *
 * <p>A repeatable parameter given twice finds what matches either; any other parameter given twice is refused, because nobody
 * could say which of the two was meant.
 *
 * @param <T> what its text is understood as
 */
public record Parameter<T>(
        String name, String description, ParameterType wire, boolean repeatable, Reading<T> reading) {

    public Parameter {
        Objects.requireNonNull(reading);
    }

    /** How a text becomes a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String text) throws Unreadable;
    }

    /** The type of a parameter as the OpenAPI document names it. */
    public record ParameterType(String type, String format, List<String> values, Integer minimum, Integer maximum) {

        public ParameterType {
            values = List.copyOf(values);
        }

        static ParameterType of(String type) {
            return new ParameterType(type, null, List.of(), null, null);
        }

        static ParameterType of(String type, String format) {
            return new ParameterType(type, format, List.of(), null, null);
        }

        static ParameterType oneOf(List<String> values) {
            return new ParameterType("string", null, values, null, null);
        }

        static ParameterType whole(Integer minimum, Integer maximum) {
            return new ParameterType("integer", "int32", List.of(), minimum, maximum);
        }
    }

    Parameter<T> repeated() {
        return new Parameter<>(name, description, wire, true, reading);
    }
}
