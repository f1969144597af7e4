package org.balcao.directory.store;

import java.util.List;

/** One page of a list, as stamps, and how many records the whole list has. */
public record Found(List<Stamp> stamps, long total) {

    public Found {
        stamps = List.copyOf(stamps);
    }
}
