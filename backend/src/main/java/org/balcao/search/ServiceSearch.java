package org.balcao.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.Batch;

/**
 * The face of the search: a query in; a page of hits with their reasons, or the counts of further choices, out. The index answers where it
 * can, PostgreSQL where it cannot; the caller need not know which. Nothing else of this feature is used from outside but the types in this
 * package.
 */
public interface ServiceSearch {

    /**
     * One page of the services that fit a query.
     *
     * @param page from 1
     * @param languages the reader's, best first, for the reasons of what words found
     */
    ServicePage page(ServiceQuery query, int page, int perPage, List<String> languages);

    /** How many services each further choice would leave, at a moment. */
    FacetCounts facets(ServiceQuery query, Instant now);

    /**
     * What somebody who is still typing may mean; empty while the index cannot answer.
     *
     * @param languages the reader's, best first
     */
    List<Suggestion> suggest(String typed, List<String> languages, int most);

    /** The next services in the order of entry. With a moment to be open at, fewer may come than were looked at. */
    Batch after(ServiceQuery query, long position, int most);

    /** When the next services in the order of entry were last modified. */
    List<ModifiedPage.Modified> modifiedAfter(ServiceQuery query, long position, int most);

    /** When the services of one page in the order of entry were last modified. */
    ModifiedPage modifiedPage(ServiceQuery query, int page, int perPage);

    /** Those of the services that the index keeps ready for lists, as they were at the change that each tells as its newest. */
    Map<UUID, Service> copies(Collection<UUID> services);

    /**
     * The newest change of the directory that is in the index: whatever the index answers from now on has it, and all before it. -1 while
     * PostgreSQL answers.
     */
    long indexedUpTo();

    /** What a device without a network compares typed words with, in a language of the page. */
    OfflineWords offlineWords(String language);
}
