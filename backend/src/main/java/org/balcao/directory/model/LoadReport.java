package org.balcao.directory.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What one load of a source's records did.
 *
 * @param finishedAt absent while it runs, or when it was cut short
 * @param lines the story of each record, in the order they were read
 */
public record LoadReport(
        UUID id,
        String source,
        Instant startedAt,
        Optional<Instant> finishedAt,
        int created,
        int updated,
        int kept,
        int leftOut,
        List<Line> lines) {

    public LoadReport {
        lines = List.copyOf(lines);
    }

    /** How the load of one record can end. */
    public enum Outcome {
        CREATED,
        UPDATED,
        KEPT,
        LEFT_OUT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param recordId ours; absent where there is none
     * @param reason why it was left out
     */
    public record Line(
            String kind, String sourceId, Optional<UUID> recordId, Outcome outcome, Optional<String> reason) {
        public static Line applied(String kind, String sourceId, UUID recordId, Outcome outcome) {
            return new Line(kind, sourceId, Optional.of(recordId), outcome, Optional.empty());
        }

        /** @param recordId ours, which stays as it is; null if it is gone */
        public static Line leftAlone(String kind, String sourceId, UUID recordId, LeftAlone why) {
            return new Line(kind, sourceId, Optional.ofNullable(recordId), Outcome.LEFT_OUT, Optional.of(why.reason()));
        }

        public static Line leftOut(String kind, String sourceId, String reason) {
            return new Line(kind, sourceId, Optional.empty(), Outcome.LEFT_OUT, Optional.of(reason));
        }
    }

    /** The records that were not taken, each with its reason. */
    public List<Line> leftOutLines() {
        return lines.stream().filter(line -> line.outcome() == Outcome.LEFT_OUT).toList();
    }

    /** How many of its records of a kind are in the directory after it. */
    public long taken(String kind) {
        return lines.stream()
                .filter(line -> line.kind().equals(kind) && line.recordId().isPresent())
                .count();
    }
}
