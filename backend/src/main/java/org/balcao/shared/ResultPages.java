package org.balcao.shared;

import java.util.List;
import java.util.Optional;

/** What a page of results shows before any script runs, for whoever makes pages. */
public interface ResultPages {

    /**
     * The services of a list.
     *
     * @param need the name of the need that was asked for; null where none was, or where it is not known
     * @param cards in the order of the list; empty if nothing was found
     */
    record Results(String need, List<ShownCard> cards) {
        public Results {
            cards = List.copyOf(cards);
        }
    }

    /**
     * Asks for services as the API is asked; it may take as long as the database does.
     *
     * @param question what stands after the question mark of {@code /api/services}
     * @return nothing where the API would refuse the question, and for needs that may put whoever reads of them in danger: such a page shows nothing
     *     before its way out is there, which a script draws
     */
    Optional<Results> find(String question);
}
