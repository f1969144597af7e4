package org.balcao.search;

import java.util.Map;
import java.util.UUID;

/**
 * The branches of programs that would be in a list and stand behind the entries of their programs instead.
 *
 * @param byEntry how many of them stand behind each entry that is in the list
 * @param total how many they are
 */
public record FoldedBranches(Map<UUID, Long> byEntry, long total) {

    public static final FoldedBranches NONE = new FoldedBranches(Map.of(), 0);

    public FoldedBranches {
        byEntry = Map.copyOf(byEntry);
    }

    /** How many branches stand behind a service. */
    public long behind(UUID service) {
        return byEntry.getOrDefault(service, 0L);
    }
}
