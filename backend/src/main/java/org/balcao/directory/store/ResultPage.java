package org.balcao.directory.store;

import java.util.List;

/** One page of a list, as the versions of its records, and how many records the whole list has. */
public record ResultPage(List<RecordVersion> stamps, long total) {

    public ResultPage {
        stamps = List.copyOf(stamps);
    }
}
