package org.balcao.directory.store;

import java.util.UUID;

/**
 * Which record, at which version: enough to know whether what was made of it before still holds.
 *
 * @param position the order of its entry
 * @param version the newest change of the record or of what is shown inside it
 * @param parts how many other records are shown inside it, so that a removed one is noticed too
 * @param metres how far it is from where the reader asked, if somewhere was named
 * @param approximate whether that was measured from the middle of the municipality
 */
public record RecordVersion(UUID id, long position, long version, long parts, Integer metres, boolean approximate) {

    public static RecordVersion of(UUID id, long position, long version, long parts) {
        return new RecordVersion(id, position, version, parts, null, false);
    }
}
