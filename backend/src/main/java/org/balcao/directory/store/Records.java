package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.balcao.directory.model.DirectoryRecord;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** The records of the directory with all their parts, for whoever shows them. Nothing can be changed through them. */
@ApplicationScoped
public class Records {

    /** How many are read together: each kind of part is fetched once for all of them. */
    public static final int TOGETHER = 100;

    private final EntityManager entities;

    Records(EntityManager entities) {
        this.entities = entities;
    }

    /** Shows each of some records, while all its parts can be reached. A record that is gone by now is not shown. */
    @Transactional
    public <E extends DirectoryRecord, V> Map<UUID, V> show(
            Class<E> kind, Collection<UUID> ids, Function<E, V> showing) {
        Session session = entities.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
        Map<UUID, V> shown = new LinkedHashMap<>();
        List<UUID> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            entities.createQuery("from " + kind.getSimpleName() + " r where r.id in (:ids)", kind)
                    .setParameter("ids", all.subList(from, Math.min(from + TOGETHER, all.size())))
                    .getResultList()
                    .forEach(record -> shown.put(record.id, showing.apply(record)));
            session.clear();
        }
        return shown;
    }
}
