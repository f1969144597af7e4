package org.balcao.directory.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.store.RecordVersion;

/** Adds to a record how far away it is and why it was found, which depend on who asks and are therefore no part of what is held ready. */
final class HitAnnotations {

    private HitAnnotations() {}

    static List<byte[]> all(List<Rendered> records, List<RecordVersion> stamps) {
        boolean same = records.size() == stamps.size();
        return IntStream.range(0, records.size())
                .mapToObj(i -> same
                        ? with(records.get(i).json(), stamps.get(i))
                        : records.get(i).json())
                .toList();
    }

    private static byte[] with(byte[] json, RecordVersion stamp) {
        if (stamp.metres() == null && stamp.because().isEmpty() || json[json.length - 1] != '}') {
            return json;
        }
        StringBuilder added = new StringBuilder();
        if (stamp.metres() != null) {
            added.append(",\"distance_m\":").append(stamp.metres());
            added.append(stamp.approximate() ? ",\"distance_approximate\":true" : "");
        }
        if (!stamp.because().isEmpty()) {
            added.append(",\"because\":").append(HsdsJson.text(stamp.because()));
        }
        return CacheableResponses.joined(
                "",
                List.of(Arrays.copyOf(json, json.length - 1)),
                "",
                added.append('}').toString());
    }
}
