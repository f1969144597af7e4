package org.balcao.shared;

import java.time.Instant;
import java.util.List;

/** The records that have a page of their own which everybody may find, for those who make lists of pages. */
public interface PublicAddresses {
    /**
     * A page within a language.
     *
     * @param path such as {@code services/9d2a…}
     */
    record Address(String path, Instant lastModified) {}

    /** How many there are. */
    long count();

    /** Some of them, in the order in which they were entered. */
    List<Address> list(long from, int most);
}
