package org.balcao.search;

import java.util.List;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;

/**
 * One page of the services that were asked for.
 *
 * @param total how many services the whole list has
 * @param report what the search made of the words, or null
 * @param repeatsOwnWords whether the report may repeat what nobody else would type
 * @param folded what would be in the list too and stands behind services of it
 */
public record ServicePage(
        List<Hit> hits, long total, SearchReport report, boolean repeatsOwnWords, FoldedBranches folded) {

    /**
     * A service that was found.
     *
     * @param reasons why, if words were searched for
     */
    public record Hit(RecordVersion version, List<Reason> reasons) {
        public Hit {
            reasons = List.copyOf(reasons);
        }
    }

    public ServicePage {
        hits = List.copyOf(hits);
    }

    /** A list that no words were searched for in. */
    public static ServicePage of(ResultPage page) {
        return of(page, FoldedBranches.NONE);
    }

    /** The same, with what stands behind services of it. */
    public static ServicePage of(ResultPage page, FoldedBranches folded) {
        return new ServicePage(
                page.stamps().stream().map(each -> new Hit(each, List.of())).toList(),
                page.total(),
                null,
                false,
                folded);
    }

    public List<RecordVersion> versions() {
        return hits.stream().map(Hit::version).toList();
    }

    /** The reasons of each hit, in the same order. */
    public List<List<Reason>> reasons() {
        return hits.stream().map(Hit::reasons).toList();
    }
}
