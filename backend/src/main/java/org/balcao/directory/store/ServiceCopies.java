package org.balcao.directory.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;

/** Services kept ready for lists, see {@link ServiceCopy}. */
public interface ServiceCopies {

    /** Those of the services that are kept, as they were at the change that each tells as its newest. */
    Map<UUID, Service> of(Collection<UUID> services);
}
