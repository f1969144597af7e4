package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where somebody is led who asks for a record that was merged into another. */
@ApplicationScoped
public class Redirects {
    private final EntityManager entities;

    Redirects(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Optional<UUID> of(UUID record) {
        List<?> found = entities.createNativeQuery(
                        "select new_id from directory.redirect where old_id = :id", UUID.class)
                .setParameter("id", record)
                .getResultList();
        return found.stream().map(UUID.class::cast).findFirst();
    }
}
