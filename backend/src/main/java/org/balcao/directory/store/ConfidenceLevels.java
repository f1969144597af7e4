package org.balcao.directory.store;

import java.util.List;

/** How sure we are of a record: high, medium or low. */
public final class ConfidenceLevels {

    private ConfidenceLevels() {}

    /** A level and those above it. */
    public static List<String> atLeast(String confidence) {
        return switch (confidence) {
            case "high" -> List.of("high");
            case "medium" -> List.of("high", "medium");
            default -> List.of("high", "medium", "low");
        };
    }
}
