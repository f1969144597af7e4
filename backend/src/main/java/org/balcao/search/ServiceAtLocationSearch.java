package org.balcao.search;

import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;

/** At which places which services are given, as a reader asks. PostgreSQL answers. */
public interface ServiceAtLocationSearch {

    /** What is asked of the service, and around which postal code, how far at most in metres; null is not asked. */
    record Query(ServiceQuery service, String postcode, Integer proximity) {}

    Optional<RecordVersion> find(UUID id);

    /** @param page from 1 */
    ResultPage page(Query query, int page, int perPage);

    /** The next ones in the order of entry. */
    Batch after(Query query, long position, int most);
}
