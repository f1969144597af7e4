package org.balcao.search.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.Words;

/** Finding services by words: as they are written, or, where nothing is written so, by words that resemble them. */
@ApplicationScoped
class SearchDocument {

    static final String JOIN = " join directory.service_search found on found.service_id = s.id";

    /** The best first: where the words stand, names before needs before texts; or how alike the words are. */
    private static final String WRITTEN_BEST =
            "ts_rank(array[0.05, 0.2, 0.6, 1.0], found.document, cast(:written as tsquery)) desc, ";

    private static final String ALIKE_BEST = "directory.word_similarity(:plain, found.words) desc, ";

    /** What was typed, as PostgreSQL understands it, and whether any service has it written. */
    record Typed(String query, String plain, boolean written) {

        String best() {
            return written ? WRITTEN_BEST : ALIKE_BEST;
        }
    }

    private final EntityManager entities;

    SearchDocument(EntityManager entities) {
        this.entities = entities;
    }

    /** Reads what was typed once, before every service is compared with it. */
    Typed typed(Words words) {
        if (words.none()) {
            return new Typed(null, "", true);
        }
        Tuple row = new Conditions()
                .with("typed", String.join(" ", words.all()))
                .rows(entities, """
                select cast(typed.query as text) as query, directory.plain(:typed) as plain,
                       exists (select from directory.service_search where document @@ typed.query) as written
                from (select directory.typed_query(:typed) as query offset 0) typed""")
                .getFirst();
        return new Typed(
                row.get("query", String.class), row.get("plain", String.class), row.get("written", Boolean.class));
    }

    static void addTo(Conditions conditions, Typed typed) {
        if (!typed.written()) {
            conditions.and("search", "directory.resembles(:plain, found.words)", "plain", typed.plain());
        } else if (typed.query() == null) {
            conditions.and("search", "false").with("written", "");
        } else {
            conditions.and("search", "found.document @@ cast(:written as tsquery)", "written", typed.query());
        }
    }
}
