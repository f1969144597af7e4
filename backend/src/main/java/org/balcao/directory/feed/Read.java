package org.balcao.directory.feed;

/** What came of reading one record. */
public sealed interface Read {
    /**
     * @param fingerprint differs when anything in the record differs
     */
    record Ok(SourceRecord record, String fingerprint) implements Read {}

    /**
     * A record that cannot be taken.
     *
     * @param sourceId the source's own id, or its place in the file when it has none
     */
    record Bad(String kind, String sourceId, String reason) implements Read {}
}
