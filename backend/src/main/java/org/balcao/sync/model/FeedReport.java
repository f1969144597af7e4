package org.balcao.sync.model;

import java.util.List;
import java.util.Map;

/**
 * What a feed is worth to whoever would take it in.
 *
 * @param format what it was found to be
 * @param records by kind how many there are
 * @param keptBack how many would not be taken
 * @param findings what was found, errors first, then by how often
 */
public record FeedReport(String format, Map<Kind, Integer> records, int keptBack, List<Finding> findings) {
    public FeedReport {
        findings = List.copyOf(findings);
    }

    /**
     * One kind of trouble.
     *
     * @param field the pointer without numbers: {@code /phones/number}
     * @param places the first few of them
     */
    public record Finding(String level, String code, String field, int count, List<Place> places) {
        public Finding {
            places = List.copyOf(places);
        }
    }

    /** Where it was found, and what was probably meant. */
    public record Place(int line, String externalId, String pointer, String message, String nearest) {}
}
