package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which organization gives a service. */
@ApplicationScoped
public class OrganizationsOfServices {

    private final EntityManager entities;

    OrganizationsOfServices(EntityManager entities) {
        this.entities = entities;
    }

    /** The organization of each of the services that is there. */
    @Transactional
    public Map<UUID, UUID> of(Collection<UUID> services) {
        Map<UUID, UUID> found = new HashMap<>();
        entities.createQuery(
                        "select service.id, service.organization.id from Service service where service.id in :services",
                        Object[].class)
                .setParameter("services", services)
                .getResultStream()
                .forEach(row -> found.put((UUID) row[0], (UUID) row[1]));
        return found;
    }
}
