package org.balcao.shared;

import java.util.Optional;

/** Documents that say what the directory says. They are kept in memory, ready to be sent, until it changes. */
public interface KeptDocuments {

    /**
     * A document, ready to be sent.
     *
     * @param gzip whether the body is compressed
     * @param tag its entity tag
     */
    record Document(byte[] body, boolean gzip, String tag) {}

    /** How long a document holds while the directory stays as it is. */
    enum HoldsFor {
        /** What is open now comes first in it. */
        A_MINUTE,
        A_QUARTER_OF_AN_HOUR
    }

    /** Whether somebody who sent this {@code Accept-Encoding}, or none (null), takes gzip. */
    boolean takesGzip(String acceptEncoding);

    /** What is kept for an address; asks nobody. */
    Optional<Document> find(String address, boolean gzip);

    /** Where a document will be kept that is begun now: whatever changes from now on may be missing in it. */
    Place begin(String address, boolean gzip, HoldsFor time);

    /** The place of a document that is being made. */
    @FunctionalInterface
    interface Place {
        /** Makes a document ready to be sent, and keeps it unless the directory has changed or its state is not known. */
        Document keep(byte[] document);
    }
}
