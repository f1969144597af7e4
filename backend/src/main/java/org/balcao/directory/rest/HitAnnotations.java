package org.balcao.directory.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.store.RecordVersion;
import org.balcao.search.Reason;

/** Adds to a record how far away it is and why it was found, which depend on who asks and are therefore no part of what is held ready. */
final class HitAnnotations {

    private HitAnnotations() {}

    /** @param reasons one list for each version, or none at all where no words were searched for */
    static List<byte[]> all(List<Rendered> records, List<RecordVersion> versions, List<List<Reason>> reasons) {
        boolean same = records.size() == versions.size();
        return IntStream.range(0, records.size())
                .mapToObj(i -> same
                        ? with(records.get(i).json(), versions.get(i), reasons.isEmpty() ? List.of() : reasons.get(i))
                        : records.get(i).json())
                .toList();
    }

    private static byte[] with(byte[] json, RecordVersion version, List<Reason> reasons) {
        if (version.metres() == null && reasons.isEmpty() || json[json.length - 1] != '}') {
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
        return CacheableResponses.joined(
                "",
                List.of(Arrays.copyOf(json, json.length - 1)),
                "",
                added.append('}').toString());
    }
}
