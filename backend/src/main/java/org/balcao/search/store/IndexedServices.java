package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.balcao.directory.store.ResultPage;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;
import org.balcao.search.Suggestion;
import org.balcao.search.store.sql.SqlFacets.Counts;
import org.balcao.shared.StableId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;

/** Finds services in the index. */
@ApplicationScoped
class IndexedServices implements ServiceSearch {

    private static final String STARTER_DATA = "portugal";

    private final IndexFollower follower;
    private final Vocabulary vocabulary;
    private final OpeningHoursKeys doors;
    private final Clock clock;
    private final Gaps gaps;
    private final Map<String, List<UUID>> urgentLines = new HashMap<>();
    private final int pages;
    private volatile SearchCache cache;

    IndexedServices(
            IndexFollower follower,
            Vocabulary vocabulary,
            OpeningHoursKeys doors,
            Clock clock,
            Gaps gaps,
            @ConfigProperty(name = "balcao.search.pages", defaultValue = "2000") int pages) {
        this.pages = pages;
        this.cache = new SearchCache(-1, pages);
        this.follower = follower;
        this.vocabulary = vocabulary;
        this.doors = doors;
        this.clock = clock;
        this.gaps = gaps;
        WordFile.urgent()
                .forEach((kind, lines) -> urgentLines.put(
                        kind,
                        lines.services().stream()
                                .map(id -> StableId.of(STARTER_DATA, "service", id))
                                .toList()));
    }

    /** Asks the index; empty while there is none that can answer. */
    private <T> Optional<T> ask(BiFunction<SearchSession, SearchCache, T> question) {
        Optional<ServiceIndex> index = follower.ready();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        SearchCache known = cache;
        if (known.place() != index.get().place()) {
            known = new SearchCache(index.get().place(), pages);
            cache = known;
        }
        try (SearchSession session = index.get().session()) {
            return Optional.of(question.apply(session, known));
        } catch (SearchException failure) {
            follower.reportDamage(failure);
            return Optional.empty();
        } catch (InternalError pulledAway) { // what Java says of a mapped file that was cut short
            follower.reportDamage(new IllegalStateException(pulledAway));
            return Optional.empty();
        }
    }

    private Search search(SearchSession session, ServiceQuery query, SearchCache known) {
        return new Search(session, query, vocabulary.known(), doors, known, urgentLines, clock.instant());
    }

    @Override
    public Optional<ResultPage> find(ServiceQuery query, int page, int perPage, List<String> languages) {
        Optional<ResultPage> found = ask((session, known) -> known.page(
                query,
                page,
                perPage,
                languages,
                () -> search(session, query, known).page(page, perPage, languages)));
        if (query.searches() && page == 1 && found.isPresent() && found.get().total() == 0) {
            gaps.count(query.search());
        }
        return found;
    }

    @Override
    public Optional<Counts> count(ServiceQuery query, Instant now) {
        return ask((session, known) -> known.facets(query, now, () -> {
            Search search = search(session, query, known);
            if (search.searches()) {
                search.loosen();
            }
            return new Facets(search, vocabulary.known(), doors).at(now);
        }));
    }

    @Override
    public Optional<List<UUID>> matching(ServiceQuery query) {
        return ask((session, known) -> search(session, query, known).ids());
    }

    @Override
    public List<Suggestion> suggest(String typed, List<String> languages, int most) {
        return ask((session, known) -> new Suggestions(session, vocabulary.known(), languages).of(typed, most))
                .orElse(List.of());
    }
}
