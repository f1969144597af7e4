package org.balcao.search.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * What the index keeps of a service.
 *
 * @param version its newest change that is in the index
 * @param position the order of its entry
 */
record StoredHit(long version, long position, MatchableTexts shown) {

    /** Those of the services that are in the index. */
    static Map<UUID, StoredHit> read(SearchSession session, Collection<UUID> services) {
        List<String> ids = services.stream().map(UUID::toString).toList();
        Map<UUID, StoredHit> kept = new LinkedHashMap<>();
        session.search(ServiceDocument.class)
                .select(each -> each.composite()
                        .from(
                                each.composite()
                                        .from(
                                                each.id(String.class),
                                                each.field("version", Long.class),
                                                each.field("position", Long.class))
                                        .asList(),
                                each.field("matchableTexts", String.class))
                        .as((record, shown) -> Map.entry(
                                UUID.fromString((String) record.get(0)),
                                new StoredHit((Long) record.get(1), (Long) record.get(2), MatchableTexts.read(shown)))))
                .where(each -> each.id().matchingAny(ids))
                .fetchHits(ids.size())
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        return kept;
    }
}
