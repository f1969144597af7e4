package org.balcao.search.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.ServiceCopy;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * What the index keeps of a service.
 *
 * @param version its newest change that is in the index
 * @param position the order of its entry
 * @param texts those of {@code matchable}
 */
record StoredHit(long version, long position, MatchableTexts matchable, List<CutText> texts) {

    StoredHit(long version, long position, MatchableTexts matchable) {
        this(
                version,
                position,
                matchable,
                matchable.texts().stream().map(CutText::new).toList());
    }

    /** Those of the services that are in the index. */
    static Map<UUID, StoredHit> read(SearchSession session, Collection<UUID> services) {
        List<String> ids = services.stream().map(UUID::toString).toList();
        Map<UUID, StoredHit> stored = new LinkedHashMap<>();
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
                        .as((record, matchable) -> Map.entry(
                                UUID.fromString((String) record.get(0)),
                                new StoredHit(
                                        (Long) record.get(1), (Long) record.get(2), MatchableTexts.read(matchable)))))
                .where(each -> each.id().matchingAny(ids))
                .fetchHits(ids.size())
                .forEach(each -> stored.put(each.getKey(), each.getValue()));
        return stored;
    }

    /** The copies that the index keeps of some services, whole without PostgreSQL; of one that was set aside there is none. */
    static Map<UUID, Service> copies(SearchSession session, Collection<UUID> services, Vocabulary.Known known) {
        List<String> ids = services.stream().map(UUID::toString).toList();
        Map<UUID, Service> copies = new LinkedHashMap<>();
        session
                .search(ServiceDocument.class)
                .select(each -> each.field("copy", String.class))
                .where(each -> each.id().matchingAny(ids))
                .fetchHits(ids.size())
                .stream()
                .filter(copy -> copy != null)
                .forEach(copy ->
                        ServiceCopy.read(copy, known.copies()).ifPresent(service -> copies.put(service.id, service)));
        return copies;
    }
}
