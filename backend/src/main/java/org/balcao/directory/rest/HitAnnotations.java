package org.balcao.directory.rest;

import java.io.ByteArrayOutputStream;
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

    /** What is added to one record, named as in {@link org.balcao.directory.rest.view.ServiceListItem}. What is null or empty is left out. */
    private record Annotation(
            Integer distanceM, Boolean distanceApproximate, List<Reason> because, Long foldedBranches) {

        static Annotation of(Hit hit, FoldedBranches folded) {
            RecordVersion version = hit.version();
            long behind = folded.behind(version.id());
            return new Annotation(
                    version.metres(),
                    version.metres() != null && version.approximate() ? Boolean.TRUE : null,
                    hit.reasons(),
                    behind > 0 ? Long.valueOf(behind) : null);
        }

        boolean isEmpty() {
            return distanceM == null && because.isEmpty() && foldedBranches == null;
        }
    }

    private HitAnnotations() {}

    /** Nothing is added where a record was removed a moment ago: which one is not known. */
    static List<byte[]> all(List<Rendered> records, ServicePage found) {
        boolean same = records.size() == found.hits().size();
        return IntStream.range(0, records.size())
                .mapToObj(i -> same
                        ? with(records.get(i).json(), Annotation.of(found.hits().get(i), found.folded()))
                        : records.get(i).json())
                .toList();
    }

    /** The members of both objects as one; a record that is a list, as in GeoJSON, stays as it is. */
    private static byte[] with(byte[] record, Annotation annotation) {
        if (annotation.isEmpty() || record[record.length - 1] != '}') {
            return record;
        }
        byte[] added = HsdsJson.bytes(annotation);
        ByteArrayOutputStream both = new ByteArrayOutputStream(record.length + added.length);
        both.write(record, 0, record.length - 1);
        both.write(',');
        both.write(added, 1, added.length - 1);
        return both.toByteArray();
    }
}
