package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Finding services by words: as they are written, or, where nothing is written so, by words that resemble them. */
@ApplicationScoped
class SearchDocument {

    /** The best first: where the words stand (names before needs before texts), then how alike they are. */
    static final String RELEVANCE = """
            ts_rank(array[0.05, 0.2, 0.6, 1.0], found.document, directory.typed_query(:typed)) desc,
            directory.word_similarity(directory.plain(:typed), found.words) desc""";

    static final String JOIN = " join directory.service_search found on found.service_id = s.id";

    private final EntityManager entities;

    SearchDocument(EntityManager entities) {
        this.entities = entities;
    }

    void addTo(Conditions conditions, Words words) {
        if (words.none()) {
            conditions.and("search", "false");
            return;
        }
        String typed = String.join(" ", words.all());
        boolean written = !new Conditions().with("typed", typed).rows(entities, """
                select 1 as one from directory.service_search where document @@ directory.typed_query(:typed) limit 1""").isEmpty();
        conditions.and(
                "search",
                written ? "found.document @@ directory.typed_query(:typed)" : "directory.resembles(:typed, found.words)",
                "typed",
                typed);
    }
}
