package org.balcao.search.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.Stamp;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/** What the index keeps of services that were found, read from it once for each version. */
@ApplicationScoped
class ShownServices {

    private static final long MOST_LETTERS = 8_000_000;

    private record Key(UUID id, long version) {}

    private final Cache<Key, Shown> read = Caffeine.newBuilder()
            .maximumWeight(MOST_LETTERS)
            .weigher((Key key, Shown shown) -> 500
                    + shown.texts().stream()
                            .mapToInt(text -> text.value().length())
                            .sum())
            .build();

    /** Each service that was found, by its id. */
    Map<UUID, Shown> of(SearchSession session, List<Stamp> found) {
        Map<UUID, Shown> shown = new LinkedHashMap<>();
        read.getAll(found.stream().map(ShownServices::key).toList(), missing -> read(session, missing))
                .forEach((key, each) -> shown.put(key.id(), each));
        return shown;
    }

    private static Key key(Stamp stamp) {
        return new Key(stamp.id(), stamp.version());
    }

    private static Map<Key, Shown> read(SearchSession session, Iterable<? extends Key> missing) {
        Map<String, Key> byId = new LinkedHashMap<>();
        missing.forEach(key -> byId.put(key.id().toString(), key));
        Map<Key, Shown> read = new LinkedHashMap<>();
        session.search(ServiceEntry.class)
                .select(each -> each.composite(Map::entry, each.id(String.class), each.field("shown", String.class)))
                .where(each -> each.id().matchingAny(byId.keySet()))
                .fetchHits(byId.size())
                .forEach(each -> read.put(byId.get(each.getKey()), Shown.read(each.getValue())));
        return read;
    }
}
