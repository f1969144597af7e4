package org.balcao.search.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.Batch;
import org.balcao.search.FacetCounts;
import org.balcao.search.ModifiedPage;
import org.balcao.search.OfflineWords;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;
import org.balcao.search.Suggestion;
import org.balcao.search.store.IndexedServices;
import org.balcao.search.store.WordsToTake;
import org.balcao.search.store.sql.ServiceQueries;
import org.balcao.search.store.sql.SqlFacets;

/**
 * Asks the index first, and PostgreSQL where the index cannot answer: while it is being made, for the hours of a schedule, for what changed
 * last, and for walks in the order of entry, which must neither lose nor repeat a service while others write.
 */
@ApplicationScoped
class FindServices implements ServiceSearch {

    private final IndexedServices index;
    private final ServiceQueries postgres;
    private final SqlFacets counts;
    private final WordsToTake words;

    FindServices(IndexedServices index, ServiceQueries postgres, SqlFacets counts, WordsToTake words) {
        this.words = words;
        this.index = index;
        this.postgres = postgres;
        this.counts = counts;
    }

    @Override
    public ServicePage page(ServiceQuery query, int page, int perPage, List<String> languages) {
        boolean walk = query.order() == ServiceQuery.Order.ENTRY || query.order() == ServiceQuery.Order.MODIFIED;
        Optional<ServicePage> found =
                walk || query.asksForHours() ? Optional.empty() : index.page(query, page, perPage, languages);
        return found.orElseGet(() -> postgres.page(query, page, perPage));
    }

    @Override
    public FacetCounts facets(ServiceQuery query, Instant now) {
        Optional<FacetCounts> counted = query.asksForHours() ? Optional.empty() : index.facets(query, now);
        return counted.orElseGet(() -> counts.facets(query, now));
    }

    @Override
    public List<Suggestion> suggest(String typed, List<String> languages, int most) {
        return index.suggest(typed, languages, most);
    }

    @Override
    public Batch after(ServiceQuery query, long position, int most) {
        return postgres.after(query, position, most);
    }

    @Override
    public List<ModifiedPage.Modified> modifiedAfter(ServiceQuery query, long position, int most) {
        return postgres.modifiedAfter(query, position, most);
    }

    @Override
    public ModifiedPage modifiedPage(ServiceQuery query, int page, int perPage) {
        return postgres.modifiedPage(query, page, perPage);
    }

    @Override
    public Map<UUID, Service> copies(Collection<UUID> services) {
        return index.copies(services);
    }

    @Override
    public long indexedUpTo() {
        return index.place();
    }

    @Override
    public OfflineWords offlineWords(String language) {
        return words.of(language);
    }
}
