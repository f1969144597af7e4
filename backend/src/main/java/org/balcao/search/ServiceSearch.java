package org.balcao.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.store.sql.SqlFacets.Counts;

/** Finding services by words. While it cannot answer, PostgreSQL does. */
public interface ServiceSearch {

    /** How many of the best are looked at when PostgreSQL has a say in which of them stay. */
    int MOST = 10_000;

    /**
     * One page of the services that fit a query, each with its reasons if words were searched for.
     *
     * @param languages the reader's, best first
     * @return empty while the search cannot answer
     */
    Optional<ResultPage> find(ServiceQuery query, int page, int perPage, List<String> languages);

    /** How many services each further choice would leave, at a moment; empty while the search cannot answer. */
    Optional<Counts> count(ServiceQuery query, Instant now);

    /** The services that have the words, whatever else is asked; at most {@link #MOST}. Empty while the search cannot answer. */
    Optional<List<UUID>> matching(ServiceQuery query);

    /**
     * What somebody who is still typing may mean; empty while the search cannot answer.
     *
     * @param languages the reader's, best first
     */
    List<Suggestion> suggest(String typed, List<String> languages, int most);
}
