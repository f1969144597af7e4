package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** How far the change log has come: whatever was made of the directory before still holds while this is the same. */
@ApplicationScoped
public class ChangeLog {

    private final EntityManager entities;

    ChangeLog(EntityManager entities) {
        this.entities = entities;
    }

    /** The sequence number of the newest change; 0 before the first. */
    public long newest() {
        return ((Number) entities.createNativeQuery("select coalesce(max(seq), 0) from directory.change")
                        .getSingleResult())
                .longValue();
    }
}
