package org.balcao.directory.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.model.Place;

/** Districts, autonomous regions and municipalities. */
@ApplicationScoped
public class Places implements PanacheRepositoryBase<Place, UUID> {
    /** By official code. */
    public Optional<Place> find(String code) {
        return find("code", code).firstResultOptional();
    }

    public List<Place> listAllInOrder() {
        return list("order by position");
    }
}
