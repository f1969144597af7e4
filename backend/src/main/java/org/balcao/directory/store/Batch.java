package org.balcao.directory.store;

import java.util.List;

/** Some records of a long walk in the order of entry: up to which position it got, and whether that was all. */
public record Batch(List<RecordVersion> stamps, long reached, boolean last) {

    public Batch {
        stamps = List.copyOf(stamps);
    }

    public static Batch of(List<RecordVersion> stamps, long position, int most) {
        return new Batch(stamps, stamps.isEmpty() ? position : stamps.getLast().position(), stamps.size() < most);
    }
}
