package org.balcao.directory.store;

import java.util.List;
import org.balcao.search.SearchReport;

/**
 * One page of a list, as stamps, and how many records the whole list has.
 *
 * @param report what a search made of the words, or null
 */
public record ResultPage(List<RecordVersion> stamps, long total, SearchReport report) {

    public ResultPage {
        stamps = List.copyOf(stamps);
    }

    public ResultPage(List<RecordVersion> stamps, long total) {
        this(stamps, total, null);
    }
}
