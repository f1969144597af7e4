package org.balcao.directory.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.store.RecordVersion;
import org.balcao.search.FoldedBranches;
import org.balcao.search.Reason;
import org.balcao.search.ServicePage;
import org.balcao.search.ServicePage.Hit;

/**
 * Adds to a record how far away it is, why it was found and how many branches stand behind it, which depend on who asks and are therefore no part of what is
 * held ready.
 */
final class HitAnnotations {

    private HitAnnotations() {}

    /** Nothing is added where a record was removed a moment ago: which one is not known. */
    static List<byte[]> all(List<Rendered> records, ServicePage found) {
        boolean same = records.size() == found.hits().size();
        return IntStream.range(0, records.size())
                .mapToObj(i -> same
                        ? with(records.get(i).json(), found.hits().get(i), found.folded())
                        : records.get(i).json())
                .toList();
    }

    private static byte[] with(byte[] json, Hit hit, FoldedBranches folded) {
        RecordVersion version = hit.version();
        List<Reason> reasons = hit.reasons();
        long behind = folded.behind(version.id());
        if (version.metres() == null && reasons.isEmpty() && behind == 0 || json[json.length - 1] != '}') {
            return json;
        }
        StringBuilder added = new StringBuilder();
        if (version.metres() != null) {
            added.append(",\"distance_m\":").append(version.metres());
            added.append(version.approximate() ? ",\"distance_approximate\":true" : "");
        }
        if (!reasons.isEmpty()) {
            added.append(",\"because\":").append(HsdsJson.text(reasons));
        }
        if (behind > 0) {
            added.append(",\"folded_branches\":").append(behind);
        }
        return CacheableResponses.joined(
                "",
                List.of(Arrays.copyOf(json, json.length - 1)),
                "",
                added.append('}').toString());
    }
}
