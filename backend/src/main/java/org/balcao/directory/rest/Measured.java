package org.balcao.directory.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.store.Stamp;

/** Adds to a record how far away it is, which depends on who asks and is therefore no part of what is held ready. */
final class Measured {

    private Measured() {}

    static List<byte[]> all(List<Rendered> records, List<Stamp> stamps) {
        boolean same = records.size() == stamps.size();
        return IntStream.range(0, records.size())
                .mapToObj(i -> same
                        ? with(records.get(i).json(), stamps.get(i))
                        : records.get(i).json())
                .toList();
    }

    private static byte[] with(byte[] json, Stamp stamp) {
        if (stamp.metres() == null || json[json.length - 1] != '}') {
            return json;
        }
        String distance =
                ",\"distance_m\":" + stamp.metres() + (stamp.approximate() ? ",\"distance_approximate\":true}" : "}");
        return Answers.joined("", List.of(Arrays.copyOf(json, json.length - 1)), "", distance);
    }
}
