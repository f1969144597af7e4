package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.balcao.directory.model.Service;
import org.balcao.search.Certainty;
import org.balcao.search.FacetCounts;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.Suggestion;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;

/** Finds services in the index. Every answer is empty while there is no index that can give it. */
@ApplicationScoped
public class IndexedServices {

    private final IndexFollower follower;
    private final Vocabulary vocabulary;
    private final OpeningHoursKeys hours;
    private final Clock clock;
    private final Gaps gaps;
    private final Intents intents;
    private volatile SearchCache cache = new SearchCache(-1);

    IndexedServices(
            IndexFollower follower,
            Vocabulary vocabulary,
            OpeningHoursKeys hours,
            Clock clock,
            Gaps gaps,
            Intents intents) {
        this.follower = follower;
        this.vocabulary = vocabulary;
        this.hours = hours;
        this.clock = clock;
        this.gaps = gaps;
        this.intents = intents;
    }

    /**
     * One page of the services that fit a query, each with its reasons if words were searched for. A search that finds nothing is counted.
     *
     * @param page from 1
     * @param languages the reader's, best first
     */
    public Optional<ServicePage> page(ServiceQuery query, int page, int perPage, List<String> languages) {
        Optional<ServicePage> found =
                ask((session, known) -> search(session, query, known).page(page, perPage, languages));
        if (query.searches()
                && page == 1
                && found.filter(IndexedServices::isGap).isPresent()) {
            gaps.count(query.search());
        }
        return found;
    }

    /** Whether nothing was found, or nothing that it is sure of. */
    private static boolean isGap(ServicePage found) {
        return found.total() == 0 || found.report() != null && found.report().certainty() != Certainty.SURE;
    }

    /** How many services each further choice would leave, at a moment. */
    public Optional<FacetCounts> facets(ServiceQuery query, Instant now) {
        return ask((session, known) -> {
            Search search = search(session, query, known);
            if (search.searches()) {
                search.loosen();
            }
            return new Facets(search, vocabulary.known(), hours).at(now);
        });
    }

    /**
     * What the words find, whatever else is asked.
     *
     * @param services the best ten thousand
     * @param placed whether the words or a filter name a place
     */
    public record Matching(List<UUID> services, boolean placed) {
        public Matching {
            services = List.copyOf(services);
        }
    }

    public Optional<Matching> matching(ServiceQuery query) {
        return ask((session, known) -> search(session, query, known).matching());
    }

    /**
     * What somebody who is still typing may mean.
     *
     * @param languages the reader's, best first
     */
    public List<Suggestion> suggest(String typed, List<String> languages, int most) {
        return ask((session, known) -> new Suggestions(session, vocabulary.known(), languages).of(typed, most))
                .orElse(List.of());
    }

    /** The copies that the index keeps of some services; see {@link org.balcao.directory.store.ServiceCopy}. */
    public Map<UUID, Service> copies(Collection<UUID> services) {
        return ask(index -> {
                    try (SearchSession session = index.session()) {
                        return StoredHit.copies(session, services, vocabulary.known());
                    }
                })
                .orElse(Map.of());
    }

    /** The newest change that is in the index; -1 while the index does not answer. */
    public long place() {
        return follower.ready().map(ServiceIndex::place).orElse(-1L);
    }

    private <T> Optional<T> ask(BiFunction<SearchSession, SearchCache, T> question) {
        return ask(index -> {
            SearchCache known = cacheOf(index);
            try (SearchSession session = index.session()) {
                return question.apply(session, known);
            }
        });
    }

    private <T> Optional<T> ask(Function<ServiceIndex, T> question) {
        try {
            return follower.ready().map(question);
        } catch (SearchException failure) {
            follower.reportDamage(failure);
            return Optional.empty();
        } catch (InternalError pulledAway) { // what Java says of a mapped file that was cut short
            follower.reportDamage(new IllegalStateException(pulledAway));
            return Optional.empty();
        }
    }

    private SearchCache cacheOf(ServiceIndex index) {
        SearchCache known = cache;
        if (known.place() != index.place()) {
            known = new SearchCache(index.place());
            cache = known;
        }
        return known;
    }

    private Search search(SearchSession session, ServiceQuery query, SearchCache known) {
        return new Search(session, query, vocabulary.known(), hours, known, intents, clock.instant());
    }
}
