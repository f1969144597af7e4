package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.ServiceCopies;
import org.balcao.directory.store.ServiceCopy;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;

/** The copies that the index keeps; none while it cannot answer. */
@ApplicationScoped
class IndexedCopies implements ServiceCopies {

    private final IndexFollower follower;
    private final Vocabulary vocabulary;

    IndexedCopies(IndexFollower follower, Vocabulary vocabulary) {
        this.follower = follower;
        this.vocabulary = vocabulary;
    }

    @Override
    public Map<UUID, Service> of(Collection<UUID> services) {
        return follower.ready().map(index -> read(index, services)).orElse(Map.of());
    }

    private Map<UUID, Service> read(ServiceIndex index, Collection<UUID> services) {
        List<String> ids = services.stream().map(UUID::toString).toList();
        Map<UUID, Service> copies = new HashMap<>();
        try (SearchSession session = index.session()) {
            session
                    .search(ServiceDocument.class)
                    .select(each -> each.field("copy", String.class))
                    .where(each -> each.id().matchingAny(ids))
                    .fetchHits(ids.size())
                    .stream()
                    .filter(copy -> copy != null) // of a service that was set aside there is none
                    .forEach(copy -> ServiceCopy.read(copy, vocabulary.known().copies())
                            .ifPresent(service -> copies.put(service.id, service)));
            return copies;
        } catch (SearchException failure) {
            follower.reportDamage(failure);
            return Map.of();
        } catch (InternalError pulledAway) { // what Java says of a mapped file that was cut short
            follower.reportDamage(new IllegalStateException(pulledAway));
            return Map.of();
        }
    }
}
