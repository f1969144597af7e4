package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/** Every service at its newest version, whatever anybody asks of it. */
@ApplicationScoped
public class ServiceVersions {

    private static final String COLUMNS = "st.version, 0 as parts, cast(null as float8) as chord, false as approximate";
    private static final String FROM = "directory.service s join directory.stamp st on st.id = s.id";

    private final EntityManager entities;

    ServiceVersions(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<RecordVersion> find(UUID id) {
        return select(new Conditions().and("id", "s.id = :id", "id", id)).all(entities).stream()
                .findFirst();
    }

    /** The next services in the order of entry. */
    public Batch after(long position, int most) {
        return Batch.of(select(new Conditions()).after(entities, position, most), position, most);
    }

    private static PagedSelect select(Conditions conditions) {
        return new PagedSelect("", COLUMNS, FROM, conditions, "", "s");
    }
}
