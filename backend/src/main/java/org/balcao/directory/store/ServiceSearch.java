package org.balcao.directory.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Finding services by words. While it cannot answer, PostgreSQL does. */
public interface ServiceSearch {

    /** How many of the best are looked at when PostgreSQL or the hours have a say in which of them stay. */
    int MOST = 10_000;

    /**
     * One page of the services that fit a query with words, each with its reasons.
     *
     * @param keep takes away what does not stay, such as closed doors; identity if all stay
     * @param languages the reader's, best first
     * @return empty while the search cannot answer
     */
    Optional<Found> find(
            ServiceQuery query, UnaryOperator<List<Stamp>> keep, int page, int perPage, List<String> languages);

    /** The services that have the words, whatever else is asked; at most {@link #MOST}. Empty while the search cannot answer. */
    Optional<List<UUID>> matching(ServiceQuery query);

    /**
     * What somebody who is still typing may mean; empty while the search cannot answer.
     *
     * @param languages the reader's, best first
     */
    List<Suggestion> suggest(String typed, List<String> languages, int most);
}
